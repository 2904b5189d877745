import re

import pytest

from rag.language.function_words import (
    AND,
    ANY_JOINT,
    ANY_WHERE_ID,
    ASKING_EN,
    ASKING_ID,
    ASKS,
    BUT,
    ENGLISH,
    HOW_MANY_ID,
    LIGHT_EN,
    LIGHT_ID,
    SP,
    spelled,
)
from rag.language.stems import EMPTY_WORDS, STOP_TERMS, STOP_WORDS, stem
from rag.language.translation.lookup import STOP_WORDS as ENGLISH_STOP_WORDS


@pytest.mark.parametrize("words", [STOP_WORDS, EMPTY_WORDS])
def test_words_that_ask_are_never_searched_for(words: frozenset[str]) -> None:
    assert words >= ASKING_ID


def test_small_words_say_nothing_about_a_topic() -> None:
    assert EMPTY_WORDS >= LIGHT_ID | LIGHT_EN | ASKING_EN | AND
    assert ENGLISH_STOP_WORDS >= ENGLISH
    assert EMPTY_WORDS.isdisjoint({"puskesmas", "permit", "syarat", "fee"})


def test_those_who_take_part_are_still_searched_for() -> None:
    assert stem("peserta") == "serta"
    assert "serta" not in STOP_TERMS


def test_the_short_form_of_a_warning_letter_is_no_plain_question_word() -> None:
    assert ASKING_ID.isdisjoint(SP)


@pytest.mark.parametrize("text", ["siapakah", "gmn", "di mana", "dari manakah", "why", "whom"])
def test_a_word_that_asks_is_matched_whole(text: str) -> None:
    match = re.match(rf"{ASKS}\b", text)
    assert match is not None
    assert match[0] == text


@pytest.mark.parametrize("text", ["mana", "apabila", "whoever", "di manapun"])
def test_what_only_looks_like_a_word_that_asks_is_not_matched(text: str) -> None:
    assert re.match(rf"{ASKS}\b", text) is None


def test_a_word_comes_with_its_everyday_spellings() -> None:
    assert spelled("siapa", "puskesmas") == {"siapa", "syp", "siape", "puskesmas"}
    assert {"berapa", "berapakah", "brp", "berape"} <= HOW_MANY_ID


@pytest.mark.parametrize("text", ["di mana", "dimana", "dmn", "ke mana", "darimana", "dari manakah"])
def test_where_is_asked_for_in_one_word_or_two(text: str) -> None:
    assert re.fullmatch(ANY_WHERE_ID, text)


def test_what_joins_in_documents_has_no_everyday_spelling() -> None:
    assert (AND | BUT).isdisjoint({"dn", "tp", "tpi"})  # "TP PKK" joins nothing


def test_and_and_or_join_in_both_languages() -> None:
    assert re.split(rf" {ANY_JOINT} ", "a dan b serta c atau d and e or f") == ["a", "b", "c", "d", "e", "f"]
