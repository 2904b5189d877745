from dataclasses import replace

from rag.answering.composing.several import combined
from rag.types import Answer, Citation, Language, Outcome, Question, Sentence

QUESTION = Question("Kapan mulai, di mana, dan berapa biayanya?", Language.INDONESIAN)
BEGINS, PLACE = "Kursus dimulai 4 Mei di Metro.", "Tempatnya balai kota."


def citation(number: int, quote: str, start: int) -> Citation:
    return Citation(number, "kursus.md", "Kursus", quote, start, start + len(quote))


def quoting(sure: float, *quotes: Citation, short: str) -> Answer:
    sentences = [Sentence(f"Menurut A: “{one.quote}”", (one.number,)) for one in quotes]
    told = (Sentence(short, (1,)), *sentences)
    return Answer("?", Language.INDONESIAN, Outcome.ANSWERED, "", sentences=told, citations=quotes, confidence=sure)


WHEN = quoting(0.9, citation(1, BEGINS, 0), short="4 Mei.")
WHERE = quoting(0.7, citation(1, PLACE, 40), citation(2, BEGINS, 0), short="balai kota.")
NONE = Answer("?", Language.INDONESIAN, Outcome.NOT_FOUND, "Tidak ada.")


def test_each_stretch_of_a_document_has_one_number_and_is_quoted_once() -> None:
    answer = combined(QUESTION, [("Kapan mulai", WHEN), ("di mana", WHERE)])
    assert [(one.number, one.quote) for one in answer.citations] == [(1, BEGINS), (2, PLACE)]
    assert [(one.part, one.text, one.citations) for one in answer.sentences] == [
        ("Kapan mulai", "4 Mei.", (1,)),
        ("Kapan mulai", f"Menurut A: “{BEGINS}”", (1,)),
        ("di mana", "balai kota.", (2,)),
        ("di mana", f"Menurut A: “{PLACE}”", (2,)),
    ]


def test_what_has_no_answer_is_said_and_named() -> None:
    answer = combined(QUESTION, [("Kapan mulai", WHEN), ("berapa biayanya", NONE)])
    assert answer.unanswered == ("berapa biayanya",)
    assert answer.text == (
        f"“Kapan mulai”: 4 Mei. [1] Menurut A: “{BEGINS}” [1] "
        "Dokumen yang kami miliki tidak memuat jawaban atas “berapa biayanya”."
    )


def test_it_is_as_sure_as_its_least_sure_part_and_has_no_single_short_answer() -> None:
    answer = combined(QUESTION, [("Kapan mulai", replace(WHEN, short_answer="4 Mei")), ("di mana", WHERE)])
    assert (answer.confidence, answer.short_answer, answer.differing) == (0.7, None, False)


def test_a_part_keeps_its_only_sentence_even_when_it_was_said_before() -> None:
    again = quoting(0.8, citation(1, BEGINS, 0), short=f"Menurut A: “{BEGINS}”")
    answer = combined(QUESTION, [("Kapan mulai", WHEN), ("di mana", again)])
    assert [one.part for one in answer.sentences] == ["Kapan mulai", "Kapan mulai", "di mana"]
