"""The project's own gold questions fit the project's own documents."""

from pathlib import Path

import pytest

from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.evaluation.metrics.answers import missing_groups
from rag.types import Language

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def gold() -> tuple[GoldQuestion, ...]:
    return read_questions([SEEDS / "gold"])


def _text(name: str) -> str:
    return (SEEDS / "documents" / name).read_text(encoding="utf-8").split("---", 2)[2]


def test_every_expected_string_stands_in_every_document_listed_for_it(gold: tuple[GoldQuestion, ...]) -> None:
    lacking = {
        (question.id, document): missing
        for question in gold
        for document in question.documents
        if (missing := missing_groups([_text(document)], question.expected))
    }
    assert lacking == {}


def test_every_document_is_asked_about_in_both_languages(gold: tuple[GoldQuestion, ...]) -> None:
    names = {path.name for path in (SEEDS / "documents").glob("*.md")}
    for language in Language:
        assert names == {name for question in gold if question.language is language for name in question.documents}


def test_there_are_enough_questions_of_each_sort(gold: tuple[GoldQuestion, ...]) -> None:
    assert sum(question.must_answer for question in gold) >= 110
    assert sum(question.must_refuse for question in gold) >= 35
    assert sum(question.everyday for question in gold) >= 15
    assert sum(bool(question.history) for question in gold) >= 15


def test_no_question_is_asked_twice_without_a_history(gold: tuple[GoldQuestion, ...]) -> None:
    asked = [question.question.casefold() for question in gold if not question.history]
    assert len(asked) == len(set(asked))
