"""The figures of a run, over all questions and over groups of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

from rag.evaluation.metrics.calibration import Judged, area_under_risk, expected_calibration_error, risk_coverage
from rag.evaluation.metrics.latency import percentile
from rag.evaluation.metrics.refusals import count_refusals, refusal_f1, refusal_precision, refusal_recall
from rag.evaluation.run import Item

_T = TypeVar("_T")
_Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure over `count` questions; None where nothing could be measured. `low` and `high` bound a share."""

    value: float | None
    count: int
    low: float | None = None
    high: float | None = None


def summarise(items: Sequence[Item]) -> dict[str, Measure]:
    """Every measure by its name, in the order they are read."""
    must_answer = [item for item in items if item.gold.must_answer]
    must_refuse = [item for item in items if item.gold.must_refuse]
    return {
        "right": share(item.score.right for item in items),
        "correct": share(item.score.correct for item in items),
        "answered_right": share(item.score.right for item in must_answer),
        "answered_correct": share(item.score.correct for item in must_answer),
        "refused_right": share(item.score.correct for item in must_refuse),
        "nuggets": mean(item.score.nuggets for item in items),
        "short_right": share(_known(item.score.short_right for item in items)),
        "short_f1": mean(item.score.short_f1 for item in items),
        "right_document": share(_known(item.score.right_document for item in items)),
        "citation_precision": mean(item.score.citation_precision for item in items),
        "citation_recall": mean(item.score.citation_recall for item in items),
        "exact_quotes": _exact_quotes(items),
        **_refusals(items),
        **_retrieval(items),
        **_calibration(items),
        **_latency(items),
    }


def by_group(items: Sequence[Item], group_of: Callable[[Item], Iterable[str]]) -> dict[str, dict[str, Measure]]:
    """A summary per group, by name; an item may belong to several groups or none."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        for name in group_of(item):
            groups.setdefault(name, []).append(item)
    return {name: summarise(groups[name]) for name in sorted(groups)}


GROUPINGS: Mapping[str, Callable[[Item], Iterable[str]]] = {
    "language": lambda item: (item.gold.language.value,),
    "kind": lambda item: (item.gold.kind,),
    "source": lambda item: item.gold.documents[:1],
    "spelling": lambda item: ("everyday" if item.gold.everyday else "standard",),
    "split": lambda item: (item.gold.split.value,),
}


def judged_answers(items: Iterable[Item]) -> list[Judged]:
    """(confidence, right) of every question that was answered."""
    return [
        (float(item.answer.get("confidence", 0.0)), item.score.right)
        for item in items
        if item.answer is not None and not item.score.refused
    ]


def latencies_ms(items: Iterable[Item]) -> list[float]:
    """Total milliseconds of every question that did not fail."""
    return [float(item.answer["timings_ms"]["total"]) for item in items if item.answer is not None]


def share(values: Iterable[bool]) -> Measure:
    """Share of true values with its 95 % interval (Wilson 1927), which stays within 0..1 for few questions too."""
    flags = list(values)
    count = len(flags)
    if not count:
        return Measure(None, 0)
    observed = sum(flags) / count
    centre = (observed + _Z95**2 / (2 * count)) / (1 + _Z95**2 / count)
    half = _Z95 / (1 + _Z95**2 / count) * sqrt(observed * (1 - observed) / count + _Z95**2 / (4 * count**2))
    return Measure(observed, count, max(0.0, centre - half), min(1.0, centre + half))


def mean(values: Iterable[float | None]) -> Measure:
    """Mean of the values that are known."""
    known = _known(values)
    return Measure(sum(known) / len(known), len(known)) if known else Measure(None, 0)


def _known(values: Iterable[_T | None]) -> list[_T]:
    return [value for value in values if value is not None]


def _exact_quotes(items: Sequence[Item]) -> Measure:
    checked = [item.score for item in items if item.score.exact_quotes is not None]
    quotes, exact = sum(score.quotes for score in checked), sum(score.exact_quotes or 0 for score in checked)
    return Measure(exact / quotes if quotes else None, quotes)


def _refusals(items: Sequence[Item]) -> dict[str, Measure]:
    decided = [item for item in items if item.answer is not None and (item.gold.must_answer or item.gold.must_refuse)]
    counts = count_refusals((item.score.refused, item.gold.must_refuse) for item in decided)
    refused, due = counts.right + counts.wrong, counts.right + counts.missed
    return {
        "refusal_precision": Measure(refusal_precision(counts), refused),
        "refusal_recall": Measure(refusal_recall(counts), due),
        "refusal_f1": Measure(refusal_f1(counts), len(decided)),
    }


def _retrieval(items: Sequence[Item]) -> dict[str, Measure]:
    scores = _known(item.retrieval for item in items)
    names = {"hit@1": "hit_at_1", "hit@5": "hit_at_5", "mrr@10": "reciprocal_rank", "ndcg@10": "ndcg_at_10"}
    names["recall@10"] = "recall_at_10"
    return {name: mean(getattr(score, field) for score in scores) for name, field in names.items()}


def _calibration(items: Sequence[Item]) -> dict[str, Measure]:
    judged = judged_answers(items)
    area = area_under_risk(risk_coverage(judged, len(items)))
    return {
        "risk_area": Measure(area, len(judged)),
        "calibration_error": Measure(expected_calibration_error(judged), len(judged)),
    }


def _latency(items: Sequence[Item]) -> dict[str, Measure]:
    times = latencies_ms(items)
    return {f"latency_p{p}_ms": Measure(percentile(times, p), len(times)) for p in (50, 95)}
