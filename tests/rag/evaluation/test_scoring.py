from typing import Any

import pytest

from rag.evaluation.gold import GoldQuestion, make_question
from rag.evaluation.scoring import score_answer, score_retrieval

TEXTS = {"d.md": "Ke Taiwan 4.584 orang.", "e.md": "Lain."}


def _gold(**changes: Any) -> GoldQuestion:
    row = {
        "id": "q",
        "question": "Berapa ke Taiwan?",
        "language": "id",
        "kind": "number",
        "outcomes": ["answered"],
        "documents": ["d.md"],
        "expected": [["4584"]],
    }
    return make_question({**row, **changes}, "here")


def _refusal() -> GoldQuestion:
    return _gold(outcomes=["not_found"], documents=[], expected=[])


def _answer(outcome: str = "answered", **changes: Any) -> dict[str, Any]:
    citation = {"number": 1, "document_id": "d.md", "quote": "Ke Taiwan 4.584 orang.", "start": 0, "end": 22}
    given = {"outcome": outcome, "text": "4.584 orang [1]", "short_answer": "4.584 orang", "citations": [citation]}
    return {**given, **changes}


def test_a_cited_answer_with_the_required_string_is_right() -> None:
    score = score_answer(_gold(), _answer(), text_of=TEXTS.get)
    assert score.right
    assert (score.nuggets, score.citation_precision, score.citation_recall) == (1.0, 1.0, 1.0)
    assert (score.quotes, score.exact_quotes) == (1, 1)
    assert score.short_f1 == pytest.approx(2 / 3)  # one of two given tokens is wanted


def test_the_right_words_from_another_document_are_correct_but_not_right() -> None:
    citation = {"number": 1, "document_id": "e.md", "quote": "Lain.", "start": 0, "end": 5}
    score = score_answer(_gold(), _answer(citations=[citation]))
    assert (score.correct, score.right_document, score.right) == (True, False, False)
    assert score.exact_quotes is None


def test_other_documents_may_be_declared_acceptable() -> None:
    citation = {"number": 1, "document_id": "raw.txt", "quote": "x", "start": 0, "end": 1}
    assert score_answer(_gold(), _answer(citations=[citation]), {"raw.txt"}).right_document


def test_a_missing_string_is_reported_and_wrong() -> None:
    score = score_answer(_gold(), _answer(text="2.389 [1]", short_answer="2.389", citations=[]))
    assert (score.correct, score.missing, score.nuggets) == (False, (("4584",),), 0.0)


def test_a_forbidden_string_spoils_an_answer() -> None:
    score = score_answer(_gold(forbidden=["orang"]), _answer())
    assert (score.correct, score.forbidden) == (False, ("orang",))


def test_a_refusal_may_name_what_an_answer_must_not_say() -> None:
    gold = _gold(outcomes=["not_found"], documents=[], expected=[], forbidden=["orang"])
    score = score_answer(gold, _answer("not_found", text="Yang paling dekat: Orang Lampung.", citations=[]))
    assert (score.correct, score.forbidden) == (True, ())


def test_refusing_an_answerable_question_is_wrong() -> None:
    score = score_answer(_gold(), _answer("not_found", text="", short_answer=None, citations=[]))
    assert (score.correct, score.refused, score.missing, score.nuggets) == (False, True, (), None)


def test_refusing_what_must_be_refused_is_right() -> None:
    score = score_answer(_refusal(), _answer("not_found", text="Tidak ada.", short_answer=None, citations=[]))
    assert (score.right, score.right_document) == (True, None)


def test_answering_what_must_be_refused_is_wrong() -> None:
    assert not score_answer(_refusal(), _answer()).correct


def test_a_refusal_of_the_wrong_sort_is_wrong() -> None:
    assert not score_answer(_refusal(), _answer("declined", text="Maaf.", citations=[])).correct


def test_a_quote_moved_by_one_character_is_not_exact() -> None:
    citation = {"number": 1, "document_id": "d.md", "quote": "Ke Taiwan 4.584 orang.", "start": 1, "end": 23}
    assert score_answer(_gold(), _answer(citations=[citation]), text_of=TEXTS.get).exact_quotes == 0


def test_passages_of_one_document_count_once_in_the_ranking() -> None:
    score = score_retrieval(["x", "x", "x", "x", "x", "d"], ["d"])
    assert (score.hit_at_1, score.hit_at_5, score.reciprocal_rank) == (0.0, 1.0, 1 / 2)


@pytest.mark.parametrize(
    ("short", "expected"), [("4.584 orang", True), ("2.389 orang", False), ("sekitar 4584", True), (None, None)]
)
def test_a_short_answer_is_right_when_it_holds_a_required_string(short: str | None, expected: bool | None) -> None:
    assert score_answer(_gold(), _answer(short_answer=short)).short_right is expected
    assert score_answer(_refusal(), _answer(short_answer=short)).short_right is None
