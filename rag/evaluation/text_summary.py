"""A run in plain lines for the terminal."""

from collections.abc import Iterator

from rag.evaluation.compare import Comparison
from rag.evaluation.gate import Verdict
from rag.evaluation.run import Run
from rag.evaluation.summary import GROUPINGS, Measure, by_group, summarise
from rag.evaluation.wording import wording
from rag.types import Language

_COLUMNS = ("answered_right", "answered_correct", "refused_right", "hit@1")


def format_run(run: Run) -> str:
    """Figures over all questions, the main ones per group, then every question that went wrong."""
    return "\n".join((*_figures(run), *_groups(run), *_failures(run)))


def format_comparison(comparison: Comparison) -> str:
    """Wins, losses and what chance says."""
    lines = [
        f"right before {comparison.before:.3f}, now {comparison.after:.3f} on {comparison.questions} shared questions; "
        f"difference {comparison.after - comparison.before:+.3f} "
        f"(95 % {comparison.low:+.3f} to {comparison.high:+.3f}), sign test p = {comparison.p_value:.3f}",
        f"better ({len(comparison.wins)}): {', '.join(comparison.wins) or '-'}",
        f"worse ({len(comparison.losses)}): {', '.join(comparison.losses) or '-'}",
    ]
    unpaired = len(comparison.only_before) + len(comparison.only_after) + len(comparison.changed)
    return "\n".join(
        [*lines, f"{unpaired} questions are new, gone or changed and were left out"][: 4 if unpaired else 3]
    )


def format_verdict(verdict: Verdict) -> str:
    """Whether the gate holds, why not, and which questions changed."""
    head = "gate: passed" if verdict.passed else "gate: FAILED\n" + "\n".join(f"  {why}" for why in verdict.failures)
    return "\n".join(
        [head, f"  worse: {', '.join(verdict.worse) or '-'}", f"  better: {', '.join(verdict.better) or '-'}"]
    )


def _figures(run: Run) -> Iterator[str]:
    words = wording(Language.ENGLISH)
    yield f"{len(run.items)} questions, index {run.info.index_version}, model {run.info.model}"
    for name, measure in summarise(run.items).items():
        yield f"  {name:<20}{words.measure(name, measure):<24}n = {measure.count}"


def _groups(run: Run) -> Iterator[str]:
    for grouping, group_of in GROUPINGS.items():
        yield ""
        yield f"  {'by ' + grouping:<44}{'n':>5}" + "".join(f"{column:>18}" for column in _COLUMNS)
        for name, figures in by_group(run.items, group_of).items():
            values = "".join(f"{_short(figures[column]):>18}" for column in _COLUMNS)
            yield f"  {name:<44}{figures['correct'].count:>5}{values}"


def _short(measure: Measure) -> str:
    return "-" if measure.value is None else f"{measure.value:.3f}"


def _failures(run: Run) -> Iterator[str]:
    words = wording(Language.ENGLISH)
    wrong = [item for item in run.items if not item.score.right]
    yield ""
    yield f"  not right: {len(wrong)}"
    for item in wrong:
        yield f"  {item.gold.id:<8} {item.gold.question}  [{words.why_wrong(item)}]"
