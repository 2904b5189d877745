from dataclasses import replace

from rag.answering.composing.sentences import quoting, short
from rag.answering.composing.several import combined
from rag.types import Answer, Citation, Framing, Language, Outcome, Question, Value

QUESTION = Question("Kapan mulai, di mana, dan berapa biayanya?", Language.INDONESIAN)
BEGINS, PLACE = "Kursus dimulai 4 Mei di Metro.", "Tempatnya balai kota."


def citation(number: int, quote: str, start: int) -> Citation:
    return Citation(number, "kursus.md", "Kursus", quote, start, start + len(quote))


def answer(sure: float, *quotes: Citation, value: str | None) -> Answer:
    told = (short(Value(value), quotes[0]),) if value else ()
    return Answer(
        "?",
        Language.INDONESIAN,
        Outcome.ANSWERED,
        sentences=(*told, *map(quoting, quotes)),
        citations=quotes,
        confidence=sure,
    )


WHEN = answer(0.9, citation(1, BEGINS, 0), value="4 Mei")
WHERE = answer(0.7, citation(1, PLACE, 40), citation(2, BEGINS, 0), value="balai kota")
NONE = Answer("?", Language.INDONESIAN, Outcome.NOT_FOUND)


def test_each_stretch_of_a_document_has_one_number_and_is_quoted_once() -> None:
    both = combined(QUESTION, [("Kapan mulai", WHEN), ("di mana", WHERE)])
    assert [(one.number, one.quote) for one in both.citations] == [(1, BEGINS), (2, PLACE)]
    assert [(one.part, one.framing, one.citations) for one in both.sentences] == [
        ("Kapan mulai", Framing.SHORT_ANSWER, both.citations[:1]),
        ("Kapan mulai", Framing.QUOTE, both.citations[:1]),
        ("di mana", Framing.SHORT_ANSWER, both.citations[1:]),
        ("di mana", Framing.QUOTE, both.citations[1:]),
    ]


def test_what_has_no_answer_is_named() -> None:
    assert combined(QUESTION, [("Kapan mulai", WHEN), ("biayanya", NONE)]).unanswered == ("biayanya",)


def test_it_is_as_sure_as_its_least_sure_part_and_has_no_single_short_answer() -> None:
    both = combined(QUESTION, [("Kapan mulai", replace(WHEN, short_answer=Value("4 Mei"))), ("di mana", WHERE)])
    assert (both.confidence, both.short_answer, both.differing) == (0.7, None, False)


def test_it_is_not_sure_where_a_part_has_no_answer() -> None:
    unsure = replace(NONE, confidence=0.2)
    assert combined(QUESTION, [("Kapan mulai", WHEN), ("biayanya", unsure)]).confidence == 0.2


def test_a_part_keeps_its_only_sentence_even_when_it_was_said_before() -> None:
    again = answer(0.8, citation(1, BEGINS, 0), value=None)
    both = combined(QUESTION, [("Kapan mulai", WHEN), ("di mana", again)])
    assert [one.part for one in both.sentences] == ["Kapan mulai", "Kapan mulai", "di mana"]
