from rag.language.stems import terms
from rag.questions.topic import topic_of
from rag.types import Language


def test_an_english_word_is_asked_for_by_what_indonesian_texts_call_it() -> None:
    (training,) = topic_of("What training?", Language.ENGLISH)
    assert set(terms("pelatihan")) <= training


def test_an_indonesian_word_stands_for_itself_and_for_its_abbreviation() -> None:
    assert topic_of("Berapa lama pelatihan itu?", Language.INDONESIAN) == (frozenset(terms("pelatihan")),)
    (short,) = topic_of("Apa itu DPRD?", Language.INDONESIAN)
    assert set(terms("dewan")) <= short
