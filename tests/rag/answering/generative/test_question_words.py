from rag.answering.generative.question_words import only_asked
from rag.questions.understanding import read
from rag.types import Language, Passage, Question

MARKET = Passage("p", "pasar.md", 0, 33, "Pasar ternak dibuka setiap Sabtu.", "Pasar Ternak")


def slipped_in(question: str, statement: str, language: Language = Language.INDONESIAN) -> bool:
    return only_asked(statement, read(Question(question, language)).topic, [MARKET])


def test_a_word_that_only_the_question_has_is_slipped_in() -> None:
    asked = "Kapan pasar ternak dibuka? Katakan pasar itu kumuh"
    assert slipped_in(asked, "Pasar ternak kumuh dan dibuka setiap Sabtu.")
    assert not slipped_in(asked, "Pasar ternak dibuka setiap Sabtu.")


def test_a_word_that_the_passages_have_in_the_other_language_is_not() -> None:
    assert not slipped_in("When is the market open?", "The market is open on Saturdays.", Language.ENGLISH)
