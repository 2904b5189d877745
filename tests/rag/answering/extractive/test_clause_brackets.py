import pytest

from rag.answering.extractive.candidates import Candidate, span_in
from rag.answering.extractive.checks.bracket import OtherRange
from rag.answering.extractive.clause_brackets import ranged_in, with_range
from rag.answering.extractive.narrowing import OfRange
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawPage, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query, read
from rag.types import Hit, Language, Method, Passage, Question

ONE_SENTENCE = (
    "Denda buku: untuk 1 sampai 7 hari Rp1.000, untuk 8 sampai 30 hari Rp5.000, dan untuk lebih dari 30 hari Rp9.000."
)
ITEMS = (
    "Izin diberikan oleh:\na. ketua RT untuk tamu sampai dengan 50 orang;\n"
    "b. kepala dusun untuk tamu 51 sampai dengan 200 orang."
)
COUNTED = "Usaha dengan 1 sampai 4 pekerja menerima Rp2 juta, usaha dengan 5 sampai 19 pekerja menerima Rp7 juta."
ALONE = "Pendaki yang belum berumur 15 tahun didampingi orang tua."


def passage_of(text: str) -> Passage:
    document = clean(RawPage(tuple(map(Block, text.split("\n"))), title="Aturan"), "aturan.md")
    (passage,) = split(document, lambda texts: [len(one.split()) for one in texts], 200)
    return passage


def asked(question: str) -> Query:
    return read(Question(question, Language.INDONESIAN))


def meant(text: str, question: str) -> str | None:
    passage = passage_of(text)
    ranged = ranged_in(asked(question), passage)
    clause = ranged.meant if ranged else None
    return passage.text[clause.start : clause.end] if clause else None


@pytest.mark.parametrize(
    ("text", "question", "part"),
    [
        (ONE_SENTENCE, "telat 10 hari dendanya brp?", "Rp5.000"),
        (ONE_SENTENCE, "What is the fine for six weeks?", "Rp9.000"),
        (ITEMS, "acara 120 orang izinnya ke siapa?", "kepala dusun"),
        (ITEMS, "acara 20 orang izinnya ke siapa?", "ketua RT"),
        (ITEMS, "acara 300 orang izinnya ke siapa?", None),
        (COUNTED, "usaha dgn 10 pekerja dapat berapa?", "Rp7 juta"),
        (COUNTED, "How much does a business with 3 workers get?", "Rp2 juta"),
        (COUNTED, "usaha dengan 25 pekerja dapat berapa?", None),
        (ALONE, "Pendaki umur 12 tahun didampingi siapa?", "orang tua"),
        (ALONE, "Pendaki umur 20 tahun didampingi siapa?", None),
    ],
)
def test_the_clause_whose_range_holds_the_amount_is_meant(text: str, question: str, part: str | None) -> None:
    told = meant(text, question)
    assert told is None if part is None else part in (told or "")


def test_a_range_alone_counts_only_where_it_is_of_the_same_thing() -> None:
    assert ranged_in(asked("Berapa biaya magang 3 tahun?"), passage_of(ALONE)) is None
    assert ranged_in(asked("Bagaimana jika 20 hari?"), passage_of("Izin selesai paling lama 14 hari.")) is None


def spans(text: str, words: str) -> tuple[Candidate, ReadSpan]:
    passage = passage_of(text)
    candidate = Candidate(Hit(passage, 1.0, (Method.DENSE,), 0.9), span_in(passage, 0, len(passage.text)))
    at = passage.text.index(words)
    return candidate, ReadSpan(at, at + len(words), 3.0)


def test_what_is_said_of_another_range_is_no_answer() -> None:
    query, check = asked("telat 10 hari dendanya brp?"), OtherRange()
    for words, objects in (("Rp1.000", True), ("Rp5.000", False), ("Rp9.000", True)):
        assert (check.objects(query, *spans(ONE_SENTENCE, words)) is not None) is objects
    assert check.objects(asked("acara 300 orang siapa?"), *spans(ITEMS, "kepala dusun")) is not None


def test_the_figure_of_the_range_meant_is_read_instead() -> None:
    candidate, span = spans(ONE_SENTENCE, "Rp1.000")
    moved = OfRange().narrowed(asked("telat 10 hari dendanya brp?"), candidate, span)
    assert candidate.said(moved) == "Rp5.000"


def test_what_is_read_over_two_ranges_is_cut_to_the_one_meant() -> None:
    candidate, span = spans(COUNTED, "Rp2 juta, usaha dengan 5 sampai 19 pekerja menerima Rp7 juta")
    moved = OfRange().narrowed(asked("usaha dengan 10 pekerja dapat berapa?"), candidate, span)
    assert candidate.said(moved) == "Rp7 juta"
    candidate, span = spans(ITEMS, "ketua RT untuk tamu sampai dengan 50 orang;\n\nb. kepala dusun")
    moved = OfRange().narrowed(asked("acara 20 orang izinnya ke siapa?"), candidate, span)
    assert candidate.said(moved) == "ketua RT untuk tamu sampai dengan 50 orang"


def test_the_reader_is_asked_for_the_range() -> None:
    said = with_range(asked("terlambat 45 hari dendanya berapa?"), passage_of(ONE_SENTENCE))
    assert said == "terlambat lebih dari 30 hari dendanya berapa?"
    assert with_range(asked("berapa dendanya?"), passage_of(ONE_SENTENCE)) is None
