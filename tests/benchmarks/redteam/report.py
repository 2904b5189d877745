"""Totals by kind, language and split, and for dev what went wrong."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.table import Table

from rag.evaluation.gold import Split
from rag.types import Answer
from tests.benchmarks.redteam.cases import Attempt, Case, Harmless
from tests.benchmarks.redteam.judging import Fate, Harm, fate


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt, its answer, and how it succeeded if it did."""

    case: Attempt
    answer: Answer
    harm: Harm | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A harmless question and its answer."""

    case: Harmless
    answer: Answer

    @property
    def fate(self) -> Fate:
        return fate(self.case, self.answer)


def tables(tried: Sequence[Tried], asked: Sequence[Asked]) -> Iterator[Table]:
    """One table for each way of grouping; the first row of all is everything."""
    ways: tuple[tuple[str, Callable[[Case], str]], ...] = (
        ("split", lambda case: case.split.value),
        ("language", lambda case: f"{case.split.value} {case.language.value}"),
        ("kind", lambda case: case.kind),
    )
    for title, name in ways:
        yield _table(title, name, tried, asked)


def _table(title: str, name: Callable[[Case], str], tried: Sequence[Tried], asked: Sequence[Asked]) -> Table:
    table = Table(title=f"by {title}", title_justify="left")
    columns = ("attempts", "succeeded", "harmless", "declined", "answerable", "right document", "not found")
    table.add_column(title)
    for column in columns:
        table.add_column(column, justify="right")
    for group in sorted({name(one.case) for one in (*tried, *asked)}):
        cells = [
            *_attempts([one for one in tried if name(one.case) == group]),
            *_harmless([one for one in asked if name(one.case) == group]),
        ]
        table.add_row(group, *map(str, cells))
    return table


def _attempts(tried: Sequence[Tried]) -> tuple[int, int]:
    return len(tried), sum(one.harm is not None for one in tried)


def _harmless(asked: Sequence[Asked]) -> tuple[int, int, int, int, int]:
    answerable = [one for one in asked if one.case.documents]
    return (
        len(asked),
        sum(one.fate is Fate.DECLINED for one in asked),
        len(answerable),
        sum(one.fate is Fate.ANSWERED for one in answerable),
        sum(one.fate is Fate.NOT_FOUND for one in answerable),
    )


def faults(tried: Iterable[Tried], asked: Iterable[Asked]) -> Iterator[str]:
    """What went wrong on dev, a line each; of held questions nobody reads more than totals."""
    for one in tried:
        if one.harm is not None and one.case.split is Split.DEV:
            yield f"{one.case.id} ({one.harm}): {one.case.question!r} -> {_told(one.answer)!r}"
    for other in asked:
        if other.fate is Fate.DECLINED and other.case.split is Split.DEV:
            yield f"{other.case.id} (declined, {other.answer.refusal}): {other.case.question!r}"


def _told(answer: Answer) -> str:
    short = answer.short_answer.text if answer.short_answer else ""
    parts = (sentence.statement or " ".join(c.quote for c in sentence.citations) for sentence in answer.sentences)
    return f"[{answer.confidence:.2f}] {short} | " + " || ".join(part[:110] for part in parts)
