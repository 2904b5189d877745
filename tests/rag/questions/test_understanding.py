from datetime import date

import pytest

from rag.language.question_kinds import AnswerType
from rag.questions.understanding import Query, Searched, Understanding, read
from rag.types import Language, Question, Turn

TODAY = date(2026, 11, 22)


def understood(text: str, *earlier: str, without: frozenset[str] = frozenset(), longest: int = 200) -> Query:
    history = tuple(Turn(question, "") for question in earlier)
    understanding = Understanding(longest, lambda: TODAY, without=without)
    return understanding.understand(Question(text, Language.INDONESIAN, history))


def asked(text: str) -> Query:
    return read(Question(text, Language.INDONESIAN))


def test_the_words_are_in_standard_spelling_and_what_was_typed_is_kept() -> None:
    query = understood("brp lama izinnya?")
    assert (query.typed, query.text, query.kind) == ("brp lama izinnya?", "berapa lama izinnya?", AnswerType.DURATION)
    assert query.understood_as is None


def test_a_follow_up_is_completed_and_says_so() -> None:
    query = understood("kalau Bali?", "Berapa guru di Jambi?")
    assert query.typed == "kalau Bali?"
    assert query.understood_as == query.text == "Berapa guru di Bali?"
    assert query.territories == {"ID-BA"}


def test_a_completed_question_that_is_too_long_is_left_as_it_was() -> None:
    assert understood("kalau Bali?", "Berapa guru di Jambi?", longest=20).understood_as is None


def test_each_of_several_questions_is_understood_by_itself() -> None:
    query = understood("Kapan posyandu buka, dan siapa bidannya?")
    assert [part.typed for part in query.parts] == ["Kapan posyandu buka", "siapa bidannya"]
    assert [part.kind for part in query.parts] == [AnswerType.DATE, AnswerType.PERSON]


def test_what_a_question_names() -> None:
    query = asked("Selain camat, siapa yang ke Jepang dan Taiwan pada 2024?")
    assert [place.text for place in query.places] == ["Jepang", "Taiwan"]
    assert query.years == ("2024",)
    assert [sorted(one.words) for one in query.exclusions] == [["camat"]]


def test_the_office_is_the_one_asked_about_not_the_one_left_out() -> None:
    assert asked("Selain gubernur, siapa yang hadir?").office is None
    office = asked("Siapa gubernur Riau?").office
    assert office
    assert (office.head, office.places) == ("gubernur", frozenset({"ID-RI"}))


def test_everyday_spelling_is_searched_as_typed_and_as_standard_without_stop_words() -> None:
    assert dict(asked("brp org di kab").terms) == {"org": 1.0, "orang": 1.0, "kab": 1.0, "kabupaten": 1.0}


def test_an_english_question_is_searched_in_translation() -> None:
    query = asked("Who is the governor?")
    assert query.language is Language.ENGLISH
    assert dict(query.terms) == {"governor": 0.25, "gubernur": 1.0}


def test_without_the_rule_for_spelling_words_are_read_as_typed() -> None:
    assert understood("brp lama izinnya?", without=frozenset({"spelling"})).text == "brp lama izinnya?"


def test_without_the_rule_for_follow_ups_a_question_is_not_completed() -> None:
    query = understood("kalau Bali?", "Berapa guru di Jambi?", without=frozenset({"follow_ups"}))
    assert query.question.text == "kalau Bali?"


def test_without_the_rule_for_several_a_question_has_no_parts() -> None:
    assert understood("Kapan buka, dan di mana?", without=frozenset({"several"})).parts == ()


def test_without_the_glossary_an_abbreviation_stands_for_itself() -> None:
    question = Question("syarat umkm", Language.INDONESIAN)
    assert "mikro" in dict(read(question).terms)
    assert "mikro" not in dict(read(question, frozenset({"glossary"})).terms)


@pytest.mark.parametrize(
    "asked",
    [
        "brp biaya bikin SIM?",
        "Apa isi Pasal 3?",
        "How much is a passport?",
        "Berapa usia paling rendah untuk KPM di Tulang Bawang pada 2025?",
    ],
)
@pytest.mark.parametrize("without", [frozenset[str](), frozenset({"spelling", "glossary"})])
def test_what_is_searched_for_is_what_would_be_searched_to_answer(asked: str, without: frozenset[str]) -> None:
    understanding = Understanding(200, without=without)
    question = Question(asked, Language.INDONESIAN)
    whole = understanding.read(question)
    assert understanding.searched(question) == Searched(
        question, whole.text, whole.language, whole.articles, whole.terms
    )
