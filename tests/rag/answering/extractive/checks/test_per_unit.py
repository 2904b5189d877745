"""A figure for another unit than the question names."""

import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks.per_unit import PerUnit
from rag.answering.extractive.table_binding import cell_at
from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.chunking import split
from rag.documents.cleaning import RawPage, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question
from tests.rag.answering.extractive.checks.looking import passes

BOATS = ("Perahu|Satuan|Harga (Rp)", "Jukung|jam|75.000", "Jukung|hari|400.000", "Kapal kaca|putaran|35.000")
WAGES = ("Tugas|Upah per hari (Rp)|Orang", "Penyapu jalan|92.000|41", "Penjaga pintu air|105.000|12")


def passes_in(lines: tuple[str, ...], question: str, row: int, column: int, language: Language) -> bool:
    cells = tuple(tuple(map(RawCell, line.split("|"))) for line in lines)
    page = RawPage((Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1)),), title="Tarif")
    passage = split(clean(page, "d"), lambda texts: [len(text.split()) for text in texts], 400)[0]
    one = candidates([Hit(passage, 1.0, (Method.DENSE,))])[row]
    assert one.table is not None
    cell = cell_at(one.table, row, column)
    assert cell is not None
    span = ReadSpan(cell.start - passage.start, cell.end - passage.start, 5.0)
    return PerUnit().objects(read(Question(question, language)), one, span) is None


@pytest.mark.parametrize(
    ("question", "row", "fits"),
    [
        ("Berapa sewa jukung per hari?", 0, False),
        ("Berapa sewa jukung per hari?", 1, True),
        ("Berapa sewa jukung per jam?", 0, True),
        ("Berapa sewa kapal kaca per jam?", 2, False),  # others have "jam" where it has "putaran"
        ("Berapa sewa kapal kaca?", 2, True),
        ("Berapa jam jukung disewa?", 1, True),
    ],
)
def test_the_unit_of_a_row_is_the_one_asked_for(question: str, row: int, fits: bool) -> None:
    assert passes_in(BOATS, question, row, 2, Language.INDONESIAN) is fits


@pytest.mark.parametrize(
    ("question", "language", "fits"),
    [
        ("Berapa upah penyapu jalan per bulan?", Language.INDONESIAN, False),
        ("Berapa upah penyapu jalan sehari?", Language.INDONESIAN, True),
        ("What is the monthly wage of a road sweeper?", Language.ENGLISH, False),
        ("What is the daily wage of a road sweeper?", Language.ENGLISH, True),
    ],
)
def test_the_unit_may_stand_in_the_name_of_the_column(question: str, language: Language, fits: bool) -> None:
    assert passes_in(WAGES, question, 0, 1, language) is fits


def test_a_sentence_says_for_what_it_is_paid() -> None:
    text = "Parkir truk dikenai Rp60.000 per hari."
    assert not passes(PerUnit(), "Berapa tarif parkir truk per jam?", text, "Rp60.000")
    assert passes(PerUnit(), "Berapa tarif parkir truk per hari?", text, "Rp60.000")
    assert passes(PerUnit(), "Berapa tarif parkir truk?", text, "Rp60.000")
    assert passes(PerUnit(), "Berapa tarif parkir truk per jam?", "Parkir truk dikenai Rp60.000.", "Rp60.000")
