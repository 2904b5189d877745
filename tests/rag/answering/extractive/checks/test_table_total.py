import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks.table_column import TableColumn
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question

LINES = (
    "No|Kelompok|Bantuan|Banyaknya|Satuan",
    "1|Mina Bahari|Mesin ketinting|6|buah",
    "2|Ombak Senja|Kotak pendingin|12|buah",
    "3|Teripang Jaya|Kotak pendingin|9|buah",
    "4|Jumlah||27|buah",
)


@pytest.mark.parametrize(
    ("question", "line", "objected"),
    [
        ("Berapa total kotak pendingin?", "Ombak Senja", True),
        ("Berapa kotak pendingin Ombak Senja?", "Ombak Senja", False),
        ("Berapa total bantuan?", "Jumlah", False),
    ],
)
def test_one_row_is_no_total_of_what_names_neither_it_nor_a_column(question: str, line: str, objected: bool) -> None:
    rows = tuple(tuple(map(RawCell, each.split("|"))) for each in LINES)
    table = Block("", kind=BlockKind.TABLE, table=RawTable(rows, header_rows=1))
    passages = split(clean(RawPage((table,), title="Bantuan"), "d"), lambda texts: [len(text) for text in texts], 2000)
    found = candidates([Hit(passage, 1.0, (Method.DENSE,)) for passage in passages])
    one = next(each for each in found if line in each.text)
    reason = TableColumn().objects(read(Question(question, Language.INDONESIAN)), one, ReadSpan(*one.within, 1.0))
    assert (reason is not None and reason.missing == ("total",)) is objected
