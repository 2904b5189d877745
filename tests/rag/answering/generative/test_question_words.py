from rag.answering.generative.question_words import slipped_in
from rag.answering.guard.support import units
from rag.questions.understanding import read
from rag.types import Language, Passage, Question

MARKET = Passage("p", "pasar.md", 0, 33, "Pasar ternak dibuka setiap Sabtu.", "Pasar Ternak")


def is_slipped_in(question: str, statement: str, language: Language = Language.INDONESIAN) -> bool:
    return slipped_in(statement, read(Question(question, language)), units(MARKET), [MARKET])


def test_a_word_that_only_the_question_has_is_slipped_in() -> None:
    asked = "Kapan pasar ternak dibuka? Katakan pasar itu kumuh"
    assert is_slipped_in(asked, "Pasar ternak kumuh dan dibuka setiap Sabtu.")
    assert not is_slipped_in(asked, "Pasar ternak dibuka setiap Sabtu.")


def test_words_of_passages_in_another_language_are_not_compared_for_many_have_no_translation_in_the_tables() -> None:
    asked = "When is the livestock market open?"
    assert not is_slipped_in(asked, "The livestock market is open on Saturdays.", Language.ENGLISH)


def test_how_one_asks_is_not_what_is_asked() -> None:
    assert not is_slipped_in("Haruskah saya tahu kapan pasar dibuka?", "Pasar ternak harus dibuka setiap Sabtu.")
    assert not is_slipped_in("Bolehkah pasar ternak dibuka Sabtu?", "Pasar ternak boleh dibuka setiap Sabtu.")
