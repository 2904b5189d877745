from dataclasses import replace

import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.confidence import Calibration, confidence
from rag.answering.extractive.displaced import displaced
from rag.answering.extractive.scoring import Scored, Signals
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.types import BlockKind, Hit, Language, Method
from tests.rag.answering.extractive.checks.looking import asked, candidate


def best_of(text: str) -> Scored:
    one = candidate(text)
    passage = replace(one.hit.passage, language=Language.INDONESIAN)
    hit = replace(one.hit, passage=passage)
    return Scored(replace(one, hit=hit), Signals(0.8, 0.8, 1, 1, 1), 1.0)


def other(question: str, text: str, more: str = "") -> tuple[str, ...]:
    document = clean(
        RawPage((Block(text), Block(more or "Selesai.")), title="Kabar", language=Language.INDONESIAN), "d"
    )
    return displaced(asked(question), best_of(text), document)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Berapa ton panen kopi liberika?", "Panen kopi robusta mencapai 4.310 ton.", ("liberika",)),
        ("Berapa tarif parkir mobil?", "Tarif parkir sepeda motor Rp2.000.", ("mobil",)),
        ("Berapa kambing yang terjual?", "Pasar ternak menjual 96 sapi.", ("kambing",)),
        ("Berapa sapi yang terjual?", "Pasar ternak menjual 96 sapi.", ()),
        ("Berapa harga gula?", "Pasar murah menjual gula seharga Rp14.500.", ()),  # a word made of it
        ("Berapa iuran perawatan sekarang?", "Iuran perawatan turun menjadi Rp12.500.", ()),  # when, not what
        ("Berapa persen denda terlambat?", "Denda 1 persen setiap bulan.", ()),
        ("Berapa warga yang dilatih?", "Pelatihan diikuti 40 pemuda.", ("warga",)),
    ],
)
def test_another_word_in_the_place_of_the_one_asked_for(question: str, text: str, words: tuple[str, ...]) -> None:
    assert other(question, text) == words


def test_a_word_that_the_document_says_elsewhere_is_not_displaced() -> None:
    assert other("Berapa kambing yang terjual?", "Pasar ternak menjual 96 sapi.", "Kambing dijual hari lain.") == ()


def test_an_answer_with_something_else_in_the_place_is_less_sure() -> None:
    best = best_of("Tarif parkir sepeda motor Rp2.000.")
    assert confidence([best], Calibration(), is_displaced=True) < confidence([best], Calibration())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Berapa gajah yang lahir bulan Januari?", ("gajah",)),
        ("Berapa rusa yang lahir bulan Januari?", ()),
        ("Berapa nilai kelahiran bulan Januari?", ()),  # any figure has a value
        ("Berapa tarif bulan Januari?", ()),  # no number of things is asked for
    ],
)
def test_a_row_of_a_table_counts_nothing_that_the_document_does_not_know(question: str, words: tuple[str, ...]) -> None:
    cells = (("Bulan", "Lahir"), ("Januari", "6"), ("Februari", "9"))
    table = RawTable(tuple(tuple(map(RawCell, row)) for row in cells), "Penangkaran rusa", header_rows=1)
    page = RawPage((Block("", kind=BlockKind.TABLE, table=table),), title="Rekap", language=Language.INDONESIAN)
    document = clean(page, "d")
    (passage,) = split(document, lambda texts: [len(text.split()) for text in texts], 999)
    row = candidates([Hit(passage, 1.0, (Method.DENSE,))])[0]
    assert displaced(asked(question), Scored(row, Signals(0.8, 0.8, 1, 1, 1), 1.0), document) == words
