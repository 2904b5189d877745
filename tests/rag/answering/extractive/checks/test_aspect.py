"""A figure of another measure than the question asks for."""

import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks.aspect import OtherAspect
from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.chunking import split
from rag.documents.cleaning import RawPage, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question


def passes(block: Block, question: str, said: str) -> bool:
    passage = split(clean(RawPage((block,), title="Ukuran"), "d"), lambda texts: [9 for _ in texts], 400)[0]
    one = next(one for one in candidates([Hit(passage, 1.0, (Method.DENSE,))]) if said in one.text)
    start = passage.text.index(said)
    span = ReadSpan(start, start + len(said), 5.0)
    return OtherAspect().objects(read(Question(question, Language.INDONESIAN)), one, span) is None


def test_how_long_does_not_say_how_wide() -> None:
    canal = Block("Saluran irigasi itu digali sepanjang 1.200 meter.")
    assert not passes(canal, "Berapa lebar saluran irigasi itu?", "1.200 meter")
    assert passes(canal, "Berapa panjang saluran irigasi itu?", "1.200 meter")


@pytest.mark.parametrize(("question", "fits"), [("tingginya brp?", False), ("lebarnya brp?", True)])
def test_of_a_row_its_column_counts(question: str, fits: bool) -> None:
    rows = tuple(tuple(map(RawCell, line.split("|"))) for line in ("Pintu|Lebar (m)|Tinggi (m)", "Utara|3,5|4,25"))
    table = Block("", kind=BlockKind.TABLE, table=RawTable(rows, header_rows=1))
    assert passes(table, question, "3,5") is fits


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("turis nusantara rata-rata menginap berapa malam?", False),
        ("turis asing rata-rata menginap berapa malam?", True),
        ("How many nights do foreign tourists stay?", True),
        ("How many nights do domestic tourists stay?", False),
        ("rata-rata menginap berapa malam?", True),
    ],
)
def test_visitors_from_here_are_not_those_from_abroad(question: str, fits: bool) -> None:
    stay = Block("Rata-rata lama menginap wisatawan mancanegara 2,6 malam.")
    assert passes(stay, question, "2,6 malam") is fits
