from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from rag.errors import Left
from rag.models.reader import Reading, ReadSpan
from rag.models.reader.remembering import RememberingReader


@dataclass
class Counting:
    """Margins are the lengths of passages; remembers what it was given."""

    name: str = "counting"
    read_so_far: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    leaves: bool = False

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        if self.leaves:
            raise Left("gone")
        self.read_so_far.append((question, tuple(passages)))
        return tuple(Reading((ReadSpan(0, 1, len(text)),), 0.5, float(len(text))) for text in passages)


def margins(readings: Sequence[Reading]) -> list[float]:
    return [one.margin for one in readings]


def test_what_was_read_for_a_question_is_not_read_for_it_again() -> None:
    inner = Counting()
    reader = RememberingReader(inner)
    assert margins(reader.read("q", ["a", "bb"])) == [1, 2]
    assert margins(reader.read("q", ["ccc", "bb", "a"])) == [3, 2, 1]
    assert inner.read_so_far == [("q", ("a", "bb")), ("q", ("ccc",))]


def test_another_question_reads_for_itself() -> None:
    inner = Counting()
    reader = RememberingReader(inner)
    reader.read("q", ["1:a"])
    reader.read("q1", [":a"])
    assert len(inner.read_so_far) == 2


def test_a_passage_given_twice_is_read_once() -> None:
    inner = Counting()
    assert margins(RememberingReader(inner).read("q", ["a", "a"])) == [1, 1]
    assert inner.read_so_far == [("q", ("a",))]


def test_the_oldest_are_forgotten() -> None:
    inner = Counting()
    reader = RememberingReader(inner, most=2)
    reader.read("q", ["a", "bb"])
    reader.read("q", ["a"])
    reader.read("q", ["ccc"])  # "bb" goes, it was used before "a"
    reader.read("q", ["a", "bb"])
    assert [passages for _, passages in inner.read_so_far] == [("a", "bb"), ("ccc",), ("bb",)]


def test_a_reader_that_stops_leaves_nothing_behind() -> None:
    inner = Counting(leaves=True)
    reader = RememberingReader(inner)
    with pytest.raises(Left):
        reader.read("q", ["a"])
    inner.leaves = False
    assert margins(reader.read("q", ["a"])) == [1]


def test_nothing_to_read_asks_nobody() -> None:
    inner = Counting()
    assert RememberingReader(inner).read("q", []) == ()
    assert inner.read_so_far == []
