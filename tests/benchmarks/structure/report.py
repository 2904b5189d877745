"""The figures of a run, for the terminal and as JSON; of held documents totals only."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby, pairwise
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.benchmarks.structure.judging import Verdict
from tests.benchmarks.structure.running import Judged, Result

SURE = 0.9
_EDGES = (0.0, 0.6, 0.8, SURE, 0.95, 0.98, 1.0)


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over some documents; `sure` is the part of `wrong` that the program gave more than `SURE`."""

    documents: int
    unread_files: int
    kept: int
    demands: int
    questions: int
    right: int
    wrong: int
    sure: int
    refused: int
    not_read: int


def totals(results: Iterable[Result]) -> Totals:
    found = list(results)
    judged = [one for result in found for one in result.judged]
    demands = sum(result.demands for result in found)
    return Totals(
        documents=len(found),
        unread_files=sum(not result.read for result in found),
        kept=demands - sum(len(result.faults) for result in found),
        demands=demands,
        questions=len(judged),
        right=_count(judged, Verdict.RIGHT),
        wrong=_count(judged, Verdict.WRONG),
        sure=sum(one.verdict is Verdict.WRONG and one.confidence > SURE for one in judged),
        refused=_count(judged, Verdict.REFUSED),
        not_read=_count(judged, Verdict.NOT_READ),
    )


def print_report(console: Console, dev: Sequence[Result], held: Sequence[Result]) -> None:
    """A line for each kind of the documents anyone may look at, and one for those kept apart."""
    columns = (
        "kind",
        "files",
        "not read",
        "text",
        "questions",
        "right",
        "wrong",
        f"wrong >{SURE}",
        "refused",
        "unread",
    )
    table = Table(*columns, title="documents as they are")
    for kind, found in by_kind(dev):
        table.add_row(kind, *_cells(totals(found)))
    table.add_section()
    table.add_row("all dev", *_cells(totals(dev)))
    if held:
        table.add_row("all held", *_cells(totals(held)))
    console.print(table)


def by_confidence(results: Iterable[Result]) -> list[tuple[float, float, int, int]]:
    """How many answers, and wrong ones among them, from one confidence up to the next; refusals are no answers."""
    judged = [one for result in results for one in result.judged if one.confidence > 0]
    found = []
    for low, high in pairwise(_EDGES):
        inside = [one for one in judged if low < one.confidence <= high]
        found.append((low, high, len(inside), _count(inside, Verdict.WRONG)))
    return found


def print_confidences(console: Console, dev: Sequence[Result], held: Sequence[Result]) -> None:
    """How many answers of each confidence were wrong."""
    table = Table("confidence", "dev answers", "wrong", "held answers", "wrong", title="how sure, and how often wrong")
    for (low, high, *of_dev), (*_, answers, wrong) in zip(by_confidence(dev), by_confidence(held), strict=True):
        table.add_row(f"{low} to {high}", *map(str, (*of_dev, answers, wrong)))
    console.print(table)


def print_failures(console: Console, dev: Sequence[Result]) -> None:
    """What went wrong in documents that anyone may look at."""
    for result in dev:
        lines = [f"  {fault}" for fault in result.faults]
        lines += [f"  {_told(one)}" for one in result.judged if one.verdict in (Verdict.WRONG, Verdict.REFUSED)]
        if lines:
            console.print(
                "\n".join([f"{result.case.kind}: {result.case.file}", *lines]),
                markup=False,
                highlight=False,
                soft_wrap=True,
            )


def as_json(dev: Sequence[Result], held: Sequence[Result]) -> dict[str, Any]:
    """Plain values."""
    return {
        "dev": asdict(totals(dev)),
        "held": asdict(totals(held)) if held else None,
        "kinds": {kind: asdict(totals(found)) for kind, found in by_kind(dev)},
        "documents": [_document(result) for result in dev],
    }


def by_kind(results: Iterable[Result]) -> list[tuple[str, list[Result]]]:
    ordered = sorted(results, key=lambda result: result.case.kind)
    return [(kind, list(found)) for kind, found in groupby(ordered, key=lambda result: result.case.kind)]


def _document(result: Result) -> dict[str, Any]:
    asks = [
        {"question": one.ask.question, "verdict": one.verdict.value, "said": one.said, "confidence": one.confidence}
        for one in result.judged
    ]
    return {"file": result.case.file, "kind": result.case.kind, "faults": list(result.faults), "asks": asks}


def _told(one: Judged) -> str:
    wanted = ", ".join("|".join(group) for group in one.ask.expected) or "no answer"
    return f"{one.verdict} {one.confidence:.3f}  {one.ask.question}  wanted {wanted}; said {one.said[:300]!r}"


def _count(judged: Iterable[Judged], wanted: Verdict) -> int:
    return sum(one.verdict is wanted for one in judged)


def _cells(found: Totals) -> tuple[str, ...]:
    counts = (found.questions, found.right, found.wrong, found.sure, found.refused, found.not_read)
    return (str(found.documents), str(found.unread_files), f"{found.kept}/{found.demands}", *map(str, counts))
