import random

import pytest
from tokenizers import Tokenizer

from rag.training.reader.batching import features
from rag.training.reader.examples import Example
from rag.training.reader.premises import altered, names_in

PASSAGE = "Pada 2024 Gubernur Rina Wati membuka pelatihan pertama di Metro bagi 30 orang."
NAMES = ("Budi Santoso",)


def asked(question: str) -> Example:
    start = PASSAGE.index("30 orang")
    return Example("x", question, PASSAGE, start, start + len("30 orang"))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("berapa orang dilatih oleh Rina Wati", "berapa orang dilatih oleh Budi Santoso"),
        ("berapa orang ikut pelatihan pertama", "berapa orang ikut pelatihan terakhir"),
        ("berapa orang ikut pelatihan", None),
        ("berapa orang dilatih oleh Citra Dewi", None),
    ],
)
def test_one_name_or_word_that_the_passage_holds_becomes_one_that_it_does_not(
    question: str, expected: str | None
) -> None:
    assert altered(asked(question), NAMES, random.Random(1)) == expected


def test_a_year_becomes_another_that_the_passage_does_not_name() -> None:
    changed = altered(asked("berapa orang ikut pada 2024"), NAMES, random.Random(1))
    assert changed is not None
    assert changed != "berapa orang ikut pada 2024"
    assert changed.startswith("berapa orang ikut pada 20")


def test_a_name_that_the_passage_holds_too_alters_nothing() -> None:
    assert altered(asked("berapa orang dilatih oleh Rina Wati"), ("Gubernur Metro",), random.Random(1)) is None


def test_names_are_taken_from_inside_questions_and_once_each() -> None:
    assert names_in(["Siapa nama Rina Wati?", "Metro dibuka oleh Rina Wati?"]) == ("Rina Wati",)


def test_an_altered_question_is_learnt_as_one_without_an_answer(tokenizer: Tokenizer) -> None:
    draws = [
        features(asked("berapa orang ikut pelatihan pertama"), tokenizer, NAMES, random.Random(i)) for i in range(60)
    ]
    ends = {(found.start, found.end) == (0, 0) for found in draws if found is not None}
    assert ends == {True, False}
