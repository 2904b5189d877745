"""Which rows or columns have none."""

import pytest

from rag.answering.extractive.crossed import Crossed
from rag.answering.extractive.lacking import lacking
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question

HEAD = ("Kecamatan", "Balai", "Sumur", "Genset", "Kursi")
HALLS = (
    ("Wana", "Balai Asih", "v", "-", "40"),
    ("", "Balai Budi", "-", "v", "25"),
    ("", "Balai Cinta", "v", "-", "30"),
)
OTHERS = (("Rimba", "Balai Damai", "v *)", "v", "15"), ("", "Balai Elok", "-", "-", "20"))
RULES = (
    ("", "Toko", "Bengkel", "Salon"),
    ("Biaya", "Rp10.000", "Rp20.000", "Rp5.000"),
    ("Uji kebisingan", "tidak", "ya", "tidak"),
    ("Papan nama", "ya", "ya", "tidak"),
)


def spanned(*groups: tuple[tuple[str, ...], ...]) -> RawTable:
    rows = [tuple(map(RawCell, HEAD))]
    for first, *others in groups:
        rows.append((RawCell(first[0], rows=1 + len(others)), *map(RawCell, first[1:])))
        rows += [tuple(map(RawCell, other[1:])) for other in others]
    return RawTable(tuple(rows), header_rows=1)


def told(question: str, table: RawTable, title: str = "Sarana balai") -> Crossed | None:
    document = clean(RawPage((Block("", kind=BlockKind.TABLE, table=table),), title=title), "sarana")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 200)
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages)
    return lacking(read(Question(question, Language.INDONESIAN)), hits, {document.id: document}.__getitem__)


def rules(question: str) -> Crossed | None:
    cells = tuple(tuple(map(RawCell, row)) for row in RULES)
    return told(question, RawTable(cells, header_rows=1), "Izin usaha")


def test_the_rows_of_the_group_named_that_have_none_are_told() -> None:
    found = told("Balai mana saja di Kecamatan Wana yang tidak punya genset?", spanned(HALLS, OTHERS))
    assert found is not None
    assert [span.text.split("; ")[1] for span in found.spans] == ["Balai: Balai Asih", "Balai: Balai Cinta"]


def test_one_row_that_has_none_is_told_in_short() -> None:
    found = told("Balai mana di Wana yang belum memiliki sumur?", spanned(HALLS, OTHERS))
    assert found is not None
    assert found.only == "Balai Budi"


def test_all_rows_count_where_no_group_is_named() -> None:
    found = told("Balai mana yang tidak punya sumur?", spanned(HALLS, OTHERS))
    assert found is not None
    assert [span.text.split("; ")[1] for span in found.spans] == ["Balai: Balai Budi", "Balai: Balai Elok"]


@pytest.mark.parametrize(
    "question",
    [
        "Balai mana di Wana yang punya genset?",  # denies nothing
        "Balai mana yang tidak punya sumur dan genset?",
        "Balai mana yang tidak punya mushala?",
        "Kenapa Balai Budi tidak punya sumur?",
        "Apakah Balai Asih tidak punya genset?",  # one that is named
        "Berapa kursi di balai yang tidak punya genset?",
        "Balai mana yang tidak punya genset, kecuali di Wana?",
    ],
)
def test_what_asks_for_more_is_left_to_others(question: str) -> None:
    assert told(question, spanned(HALLS, OTHERS)) is None


def test_an_empty_cell_is_no_no() -> None:
    unknown = (("Wana", "Balai Asih", "v", "", "40"), ("", "Balai Budi", "-", "v", "25"))
    assert told("Balai mana yang tidak punya genset?", spanned(unknown, OTHERS)) is None


def test_columns_are_told_where_a_row_says_no() -> None:
    found = rules("Izin apa yang tidak memerlukan papan nama?")
    assert found is not None
    assert found.only == "Salon"
    several = rules("Izin apa saja yang tidak memerlukan uji kebisingan?")
    assert several is not None
    assert several.only == ""


@pytest.mark.parametrize("question", ["Izin apa yang tidak memerlukan biaya?", "Apakah salon tidak perlu papan nama?"])
def test_a_row_that_says_something_else_and_a_column_named_are_left_to_others(question: str) -> None:
    assert rules(question) is None
