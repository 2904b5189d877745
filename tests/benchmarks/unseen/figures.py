"""What a run over the unseen documents is worth: totals for every split and language, and the kinds of fault."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.evaluation.metrics.answers import missing_groups
from rag.evaluation.run import Item

SURE = 0.9  # wrong answers said with more confidence than this are counted on their own


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over a group of questions; `sure_wrong` are wrong answers, not refusals, said above SURE."""

    answered_right: int
    answerable: int
    refused_right: int
    unanswerable: int
    short_right: int
    short: int
    sure_wrong: int
    questions: int


class Fault(StrEnum):
    """How an answer went wrong, as far as it shows in the run."""

    TOLD_WHAT_IS_NOT_THERE = "told what is not there"
    REFUSED_THOUGH_FOUND = "refused though the words were among the passages"
    REFUSED_NOT_FOUND = "refused, the words were not among the passages"
    OTHER_DOCUMENT = "answered from another document"
    OTHER_SENTENCE = "right document, another sentence"
    WRONG_SHORT_ANSWER = "right quotes below a wrong short answer"
    FAILED = "ended in an error"


def totals(items: Iterable[Item]) -> Totals:
    """Counts; a question is right as `rag evaluate` counts it (strings and document)."""
    group = list(items)
    answerable = [item for item in group if item.gold.answerable]
    unanswerable = [item for item in group if not item.gold.answerable]
    short = [item.score.short_right for item in answerable if item.score.short_right is not None]
    return Totals(
        answered_right=sum(item.score.right for item in answerable),
        answerable=len(answerable),
        refused_right=sum(item.score.right for item in unanswerable),
        unanswerable=len(unanswerable),
        short_right=sum(short),
        short=len(short),
        sure_wrong=sum(is_surely_wrong(item) for item in group),
        questions=len(group),
    )


def is_surely_wrong(item: Item) -> bool:
    """A wrong answer that the program would have shown as all but certain."""
    said = item.answer is not None and not item.score.refused
    return said and not item.score.right and float((item.answer or {}).get("confidence", 0.0)) > SURE


def fault(item: Item) -> Fault | None:
    """What went wrong, or None when the question was answered, or refused, rightly, with no wrong short answer."""
    if item.answer is None:
        return Fault.FAILED
    if item.score.right:
        return Fault.WRONG_SHORT_ANSWER if item.score.short_right is False else None
    if not item.gold.answerable:
        return Fault.TOLD_WHAT_IS_NOT_THERE
    if item.score.refused:
        return Fault.REFUSED_THOUGH_FOUND if _was_found(item) else Fault.REFUSED_NOT_FOUND
    return Fault.OTHER_SENTENCE if item.score.right_document else Fault.OTHER_DOCUMENT


def faults(items: Iterable[Item]) -> list[tuple[Fault, list[Item]]]:
    """The faulty questions by kind of fault, the most frequent kind first."""
    faulty = [(kind, item) for item in items if (kind := fault(item)) is not None]
    order = Counter(kind for kind, _ in faulty).most_common()
    return [(kind, [item for found, item in faulty if found is kind]) for kind, _ in order]


def grouped(items: Sequence[Item], name: Callable[[Item], str]) -> dict[str, Totals]:
    """Totals by group, in the order of their names."""
    return {group: totals(item for item in items if name(item) == group) for group in sorted({*map(name, items)})}


def _was_found(item: Item) -> bool:
    passages = [str(one["text"]) for one in item.evidence if one["document_id"] in item.gold.documents]
    return any(not missing_groups([passage], item.gold.expected) for passage in passages)
