import pytest

from rag.language.stems import terms
from rag.language.translation.lookup import (
    AS_TYPED,
    CIVIC_TOO,
    LOANED,
    MEANT,
    WRITTEN_OUT,
    expanded_terms,
    likely_translations,
    translated_terms,
)


def test_an_english_word_becomes_its_indonesian_terms() -> None:
    assert translated_terms("the governor") == {"governor": AS_TYPED} | dict.fromkeys(terms("gubernur"), 1.0)


def test_the_learned_table_knows_words_the_glossary_does_not() -> None:
    weights = translated_terms("war")
    assert weights["perang"] > 0.5


def test_words_of_offices_are_known_where_none_was_learned() -> None:
    assert translated_terms("midwife") == {"midwife": AS_TYPED} | dict.fromkeys(terms("bidan"), 1.0)


def test_what_offices_call_a_word_stands_beside_what_was_learned() -> None:
    weights = translated_terms("late")
    assert weights[terms("lambat")[0]] == CIVIC_TOO < weights[terms("akhir")[0]]


def test_inflected_english_words_are_translated() -> None:
    assert translated_terms("farmers").keys() >= {"tani"}


def test_names_and_unknown_words_stand_as_they_are_typed() -> None:
    assert translated_terms("Who is Ali Zulk?") == {"ali": 1.0, "zulk": 1.0}


def test_an_unknown_word_is_looked_for_as_a_loan_too() -> None:
    weights = translated_terms("telepathy")
    assert (weights["telepathy"], weights[terms("telepati")[0]]) == (1.0, LOANED)


def test_numbers_are_looked_for_in_indonesian_writing_too() -> None:
    assert translated_terms("4,584 of 2.37") == {"4,584": 1.0, "4.584": 1.0, "2.37": 1.0, "2,37": 1.0}


def test_a_question_of_function_words_alone_has_no_terms() -> None:
    assert translated_terms("What is it about?") == {}


def test_an_abbreviation_brings_its_words_at_less_weight() -> None:
    assert expanded_terms("Berapa PMI?") == dict.fromkeys(["kerja", "migran", "indonesia"], WRITTEN_OUT)


def test_written_out_words_bring_their_abbreviation() -> None:
    assert expanded_terms("janji Pemerintah Provinsi Lampung") == {"pemprov": 1.0}


@pytest.mark.parametrize("question", ["pmi-an kah", "apbdes", "pemerintah"])
def test_parts_of_words_and_of_phrases_bring_nothing(question: str) -> None:
    assert "pemprov" not in expanded_terms(question)
    assert "apbd" not in expanded_terms(question)


def test_everyday_words_bring_what_documents_say() -> None:
    assert expanded_terms("cara ikut kursus") == dict.fromkeys(terms("daftar"), MEANT)


def test_civic_words_are_left_out_where_words_are_compared() -> None:
    assert "kios" in likely_translations("stall")
    assert "kios" not in likely_translations("stall", civic=False)
    assert likely_translations("market", civic=False) == {"pasar"}
