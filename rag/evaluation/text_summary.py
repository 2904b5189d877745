"""A run in plain lines for the terminal."""

from collections.abc import Iterator, Sequence

from rag.evaluation.compare import Comparison
from rag.evaluation.gate import Verdict
from rag.evaluation.gold import Split
from rag.evaluation.run import Run
from rag.evaluation.summary import GROUPINGS, Measure, by_group, summarise
from rag.evaluation.wording import Wording, wording
from rag.types import Language

_COLUMNS = ("answered_right", "answered_correct", "refused_right", "hit@1")
_SHARE = "0.000"
_DIFFERENCE = "+0.000;-0.000"


def format_run(run: Run, language: Language = Language.ENGLISH) -> str:
    """Figures over all questions, the main ones per group, then every question that went wrong.

    Of questions of the split "held" only the ids.
    """
    words = wording(language)
    return "\n".join((*_figures(run, words), *_groups(run, words), *_failures(run, words)))


def format_comparison(comparison: Comparison, language: Language = Language.ENGLISH) -> str:
    """Wins, losses and what chance says."""
    words = wording(language)
    lines = [
        words.gettext(
            "right before %(before)s, now %(after)s on %(questions)s shared questions; "
            "difference %(difference)s (95 %% %(low)s to %(high)s), sign test p = %(p)s",
            before=words.number(comparison.before, _SHARE),
            after=words.number(comparison.after, _SHARE),
            questions=words.number(comparison.questions),
            difference=words.number(comparison.after - comparison.before, _DIFFERENCE),
            low=words.number(comparison.low, _DIFFERENCE),
            high=words.number(comparison.high, _DIFFERENCE),
            p=words.number(comparison.p_value, _SHARE),
        ),
        words.gettext("better (%(count)s): %(names)s", count=len(comparison.wins), names=_names(comparison.wins)),
        words.gettext("worse (%(count)s): %(names)s", count=len(comparison.losses), names=_names(comparison.losses)),
    ]
    unpaired = len(comparison.only_before) + len(comparison.only_after) + len(comparison.changed)
    if unpaired:
        lines.append(
            words.ngettext(
                "%(count)s question is new, gone or changed and was left out",
                "%(count)s questions are new, gone or changed and were left out",
                unpaired,
            )
        )
    return "\n".join(lines)


def format_verdict(verdict: Verdict, language: Language = Language.ENGLISH) -> str:
    """Whether the gate holds, why not (in the language it was checked in), and which questions changed."""
    words = wording(language)
    lines = (
        *verdict.failures,
        words.gettext("worse: %(names)s", names=_names(verdict.worse)),
        words.gettext("better: %(names)s", names=_names(verdict.better)),
    )
    head = words.gettext("gate: passed") if verdict.passed else words.gettext("gate: FAILED")
    return "\n".join([head, *(f"  {line}" for line in lines)])


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) or "-"


def _figures(run: Run, words: Wording) -> Iterator[str]:
    """Each measure in words, its value, over how many, and the name that a gate file calls it by."""
    yield words.ngettext(
        "%(count)s question, index %(index)s, model %(model)s",
        "%(count)s questions, index %(index)s, model %(model)s",
        len(run.items),
        index=run.info.index_version,
        model=run.info.model,
    )
    for name, measure in summarise(run.items).items():
        yield f"  {words.title(name):<32}{words.measure(name, measure):<24}n = {measure.count:<6}{name}"


def _groups(run: Run, words: Wording) -> Iterator[str]:
    titles = "".join(f"{words.title(column):>24}" for column in _COLUMNS)
    for grouping, group_of in GROUPINGS.items():
        yield ""
        by = words.gettext("by %(grouping)s", grouping=words.grouping(grouping))
        yield f"  {by:<44}{'n':>5}{titles}"
        for name, figures in by_group(run.items, group_of).items():
            values = "".join(f"{_short(figures[column], words):>24}" for column in _COLUMNS)
            label = name if grouping == "source" else words.group(name)
            yield f"  {label:<44}{figures['correct'].count:>5}{values}"


def _short(measure: Measure, words: Wording) -> str:
    return "-" if measure.value is None else words.number(measure.value, _SHARE)


def _failures(run: Run, words: Wording) -> Iterator[str]:
    wrong = [item for item in run.items if not item.score.right]
    yield ""
    yield "  " + words.gettext("not right: %(count)s", count=len(wrong))
    for item in (item for item in wrong if item.gold.split is not Split.HELD):
        yield f"  {item.gold.id:<8} {item.gold.question}  [{words.why_wrong(item)}]"
    held = [item.gold.id for item in wrong if item.gold.split is Split.HELD]
    if held:  # who tunes at a terminal does not read, in passing, what is kept apart from tuning
        told = words.gettext("kept apart, text not shown (%(count)s): %(names)s", count=len(held), names=_names(held))
        yield f"  {told}"
