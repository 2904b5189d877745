from collections.abc import Sequence

import pytest

from rag.models.reader import Reading
from rag.questions.understanding import Query, read
from rag.retrieval.reranking import ReaderReranker, reordered
from rag.types import Hit, Language, Method, Passage, Question


def hit(name: str, score: float) -> Hit:
    return Hit(Passage(name, f"d-{name}", 0, 9, f"text of {name}", "t"), score, (Method.DENSE,), similarity=0.8)


def asked(text: str) -> Query:
    return read(Question(text, Language.INDONESIAN))


class ReaderOf:
    """Finds each passage as likely to answer as it was told to, and remembers what it read."""

    name = "fake"

    def __init__(self, **probabilities: float) -> None:
        self._probabilities = probabilities
        self.asked: list[tuple[str, list[str]]] = []

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        self.asked.append((question, list(passages)))
        return tuple(
            Reading((), self._probabilities[passage.removeprefix("text of ")], margin=0.0) for passage in passages
        )


def order(hits: Sequence[Hit]) -> list[str]:
    return [one.passage.id for one in hits]


def test_a_passage_that_answers_overtakes_one_that_matched_better() -> None:
    hits = ReaderReranker(ReaderOf(a=0.1, b=0.9), weight=2, depth=2).rerank(
        asked("apa?"), (hit("a", 1.5), hit("b", 1.0))
    )
    assert [(one.passage.id, one.score) for one in hits] == [("b", pytest.approx(2.8)), ("a", pytest.approx(1.7))]


def test_only_the_score_of_a_hit_changes() -> None:
    (after,) = reordered([hit("a", 1.0)], [0.5])
    assert (after.passage, after.found_by, after.similarity) == (hit("a", 1.0).passage, (Method.DENSE,), 0.8)


def test_a_small_lift_does_not_overtake_a_much_better_match() -> None:
    hits = reordered([hit("a", 3.0), hit("b", 1.0)], [0.0, 1.8])
    assert order(hits) == ["a", "b"]


def test_ties_keep_the_order_of_retrieval() -> None:
    hits = reordered([hit("a", 1.0), hit("b", 1.0), hit("c", 1.0)], [0.4] * 3)
    assert order(hits) == ["a", "b", "c"]
    overtaking = reordered([hit("a", 2.0), hit("b", 1.0)], [0.0, 1.0])
    assert order(overtaking) == ["a", "b"]


def test_without_hits_nothing_is_read() -> None:
    reader = ReaderOf()
    assert ReaderReranker(reader, weight=1, depth=20).rerank(asked("apa?"), ()) == ()
    assert reader.asked == []


def test_hits_beyond_the_depth_are_not_read_and_keep_their_scores() -> None:
    reader = ReaderOf(a=0.0, b=0.5)
    hits = ReaderReranker(reader, weight=1, depth=2).rerank(
        asked("apa?"), (hit("a", 3.0), hit("b", 2.0), hit("c", 1.9))
    )
    assert reader.asked == [("apa?", ["text of a", "text of b"])]
    assert [(one.passage.id, one.score) for one in hits] == [("a", 3.0), ("b", 2.5), ("c", 1.9)]


def test_a_read_hit_never_falls_behind_one_that_was_not_read() -> None:
    hits = reordered([hit("a", 2.0), hit("b", 1.9)], [0.0])
    assert order(hits) == ["a", "b"]


def test_the_question_is_read_in_standard_spelling() -> None:
    reader = ReaderOf(a=0.5)
    ReaderReranker(reader, weight=1, depth=1).rerank(asked("brp lama?"), (hit("a", 1.0),))
    assert reader.asked[0][0] == "berapa lama?"
