from datetime import date

from rag.answering.extractive.bilingual import asked_of
from rag.questions.understanding import Query, Understanding
from rag.types import Language, Passage, Question

TEXT = "Anggota membayar denda seribu rupiah. Denda berlaku bagi setiap anggota yang terlambat."


def query(text: str, language: Language) -> Query:
    return Understanding(2000, lambda: date(2026, 1, 5)).read(Question(text, language))


def passage(text: str, *headings: str) -> Passage:
    return Passage("a#0", "a", 0, len(text), text, "Perpustakaan", headings=headings)


def test_an_english_question_names_things_as_the_passages_do_too() -> None:
    asked = asked_of(query("What fine does a member pay?", Language.ENGLISH), [passage(TEXT)])
    assert asked == "What fine does a member pay (denda anggota membayar)?"


def test_headings_name_things_as_well() -> None:
    asked = asked_of(query("What is the fine?", Language.ENGLISH), [passage("Seribu rupiah sehari.", "Denda")])
    assert asked == "What is the fine (denda)?"


def test_what_the_passages_call_the_same_is_not_said_twice() -> None:
    assert asked_of(query("Which bus is it?", Language.ENGLISH), [passage("Bus itu datang.")]) == "Which bus is it?"


def test_an_indonesian_question_stays_as_it_is() -> None:
    asked = query("Berapa dendanya?", Language.INDONESIAN)
    assert asked_of(asked, [passage(TEXT)]) == asked.text
