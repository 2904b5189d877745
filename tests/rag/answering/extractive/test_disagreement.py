from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.disagreement import differing, same_value
from rag.answering.extractive.scoring import Scored, Signals
from rag.language.question_kinds import AnswerType
from rag.models.reader import Reading, ReadSpan
from rag.questions.understanding import read
from rag.retrieval.evidence import Evidence
from rag.types import Answer, AnswerReady, Document, Hit, Language, Method, Outcome, Passage, Question, Span, Value
from rag.wording.prose import sentence_text
from tests.fakes import WordEncoder

OLDER = Document("lama.md", "Pelatihan alumni", "Pelatihan alumni berlangsung 3 bulan.", "Kabar Lama", date(2024, 5, 2))
NEWER = Document("baru.md", "Pelatihan alumni", "Pelatihan alumni berlangsung 6 bulan.", "Kabar Baru", date(2025, 7, 9))
QUESTION = "Berapa lama pelatihan alumni berlangsung?"


class LengthReader:
    """Marks "N bulan" or "N orang", as sure of each passage as it is told."""

    name = "length"

    def __init__(self, margin: float = 12.0) -> None:
        self._margin = margin

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(self._reading(passage) for passage in passages)

    def _reading(self, passage: str) -> Reading:
        words = passage.split(" ")
        at = next(i for i, word in enumerate(words) if word.rstrip(".") in {"bulan", "orang"})
        start = len(" ".join(words[: at - 1])) + 1
        span = ReadSpan(start, start + len(words[at - 1]) + 1 + len(words[at].rstrip(".")), self._margin)
        return Reading((span,), 0.99, self._margin)


def answered(*documents: Document, text: str = QUESTION, language: Language = Language.INDONESIAN) -> Answer:
    answerer = ExtractiveAnswerer(WordEncoder(), LengthReader(), least=dict.fromkeys(Language, 0.2))
    hits = tuple(
        Hit(
            Passage(f"{d.id}#0", d.id, 0, len(d.text), d.text, d.title, published=d.published),
            1.0,
            (Method.DENSE,),
            0.9,
        )
        for d in documents
    )
    *_, last = answerer.answer(Evidence(read(Question(text, language)), hits), {d.id: d for d in documents}.__getitem__)
    assert isinstance(last, AnswerReady)
    return last.answer


def test_two_sources_that_differ_are_both_quoted_with_their_dates_and_the_newer_first() -> None:
    answer = answered(OLDER, NEWER)
    assert (answer.outcome, answer.differing, answer.short_answer) == (Outcome.ANSWERED, True, Value("6 bulan"))
    assert sentence_text(answer.sentences[0], answer.language) == (
        "Isi sumber-sumbernya berbeda; yang terbaru disebut lebih dulu: 6 bulan menurut Kabar Baru (9 Juli 2025); "
        "3 bulan menurut Kabar Lama (2 Mei 2024)."
    )
    assert [citation.number for citation in answer.sentences[0].citations] == [1, 2]
    assert [citation.quote for citation in answer.citations] == [NEWER.text, OLDER.text]


def test_in_english_each_value_is_translated_and_kept_as_the_source_has_it() -> None:
    answer = answered(OLDER, NEWER, text="How long is the training for alumni?", language=Language.ENGLISH)
    assert "6 months (in the source: “6 bulan”) according to Kabar Baru (9 July 2025)" in sentence_text(
        answer.sentences[0], answer.language
    )


def test_a_source_without_a_date_comes_last() -> None:
    answer = answered(replace(NEWER, published=None), OLDER)
    assert [citation.document_id for citation in answer.citations] == ["lama.md", "baru.md"]


def test_sources_that_agree_are_not_said_to_differ() -> None:
    agreeing = replace(NEWER, text="Pelatihan alumni berlangsung selama 3 bulan.")
    assert not answered(OLDER, agreeing).differing


def test_a_source_about_something_else_is_no_rival() -> None:
    elsewhere = replace(NEWER, title="Panen kopi", text="Panen kopi di lereng memakan waktu 6 bulan.")
    answer = answered(OLDER, elsewhere)
    assert (answer.differing, answer.short_answer) == (False, Value("3 bulan"))


def test_a_source_about_another_year_than_the_one_asked_for_is_no_rival() -> None:
    then = replace(OLDER, text="Pada 2024 pelatihan alumni diikuti 30 orang.")
    now = replace(NEWER, text="Pada 2025 pelatihan alumni diikuti 50 orang.")
    answer = answered(then, now, text="Berapa orang mengikuti pelatihan alumni pada 2024?")
    assert (answer.differing, answer.short_answer) == (False, Value("30 orang"))
    assert answered(then, now, text="Berapa orang mengikuti pelatihan alumni?").differing


def test_a_source_that_does_not_name_the_place_asked_about_is_no_rival() -> None:
    here = replace(OLDER, text="Pelatihan alumni di Jawa Tengah diikuti 30 orang.")
    elsewhere = replace(NEWER, text="Pelatihan alumni diikuti 50 orang.")
    asked = "Berapa orang mengikuti pelatihan alumni di Jawa Tengah?"
    assert not answered(here, elsewhere, text=asked).differing
    assert answered(here, replace(elsewhere, title="Pelatihan alumni Jawa Tengah"), text=asked).differing


def test_two_figures_of_one_document_do_not_make_it_differ_from_itself() -> None:
    both = replace(OLDER, text="Pelatihan alumni berlangsung 3 bulan. Pelatihan alumni berlangsung 6 bulan.")
    assert not answered(both).differing


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        (AnswerType.NUMBER, "4.584 orang", "4,584 people", True),
        (AnswerType.NUMBER, "4.584 orang", "2.389 orang", False),
        (AnswerType.NUMBER, "lebih dari 9.000", "9.154", True),
        (AnswerType.NUMBER, "lebih dari 9.000", "12.154", False),
        (AnswerType.DURATION, "tiga bulan", "3 months", True),
        (AnswerType.DURATION, "3 bulan", "90 hari", True),
        (AnswerType.DURATION, "3 bulan", "6 bulan", False),
        (AnswerType.MONEY, "Rp2,3 miliar", "Rp2.300.000.000", True),
        (AnswerType.MONEY, "Rp2,3 miliar", "Rp4 miliar", False),
        (AnswerType.DATE, "4 November 2025", "November 2025", True),
        (AnswerType.DATE, "4 November 2025", "5 November 2025", False),
        (AnswerType.PERSON, "Rahmat Mirzani Djausal", "Gubernur Mirzani", True),
        (AnswerType.PERSON, "Rahmat Mirzani Djausal", "Mirza", True),
        (AnswerType.PERSON, "Gubernur Rahmat Mirzani Djausal", "Gubernur Arinal Djunaidi", False),
        (AnswerType.NUMBER, "banyak orang", "9.154 orang", True),
    ],
)
def test_values_are_compared_by_what_they_mean(kind: AnswerType, one: str, other: str, same: bool) -> None:
    assert same_value(kind, one, other) is same
    assert same_value(kind, other, one) is same


@pytest.mark.parametrize(("groups", "shown"), [(("Kelas pagi", "Kelas malam"), 2), (("Kelas", "Kelas"), 0)])
def test_groups_that_the_question_does_not_tell_apart_are_shown_both(groups: tuple[str, str], shown: int) -> None:
    above = [(group, "Berapa lama?") for group in groups]
    passages = [
        Passage("d#0", "d", 0, 8, "3 bulan.", "Pelatihan", headings=above[0]),
        Passage("d#1", "d", 9, 17, "6 bulan.", "Pelatihan", headings=above[1]),
    ]
    quotes = [Candidate(Hit(one, 1.0, (Method.DENSE,)), Span("d", one.start, one.end, one.text)) for one in passages]
    found = [Scored(one, Signals(0, 1, 1, 1, 1), 9.0, ReadSpan(0, 7, 8.0)) for one in quotes]
    query = read(Question("Berapa lama pelatihan?", Language.INDONESIAN))
    assert len(differing(query, found, lambda _: True)) == shown
