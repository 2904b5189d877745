"""Words of a question that a table does not say, and what is said of it elsewhere."""

import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.narrowing import cell_bound, strays
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question

LENDING = (("Anggota", "Jumlah buku", "Masa pinjam"), ("Guru", "5 buku", "14 hari"), ("Siswa", "3 buku", "7 hari"))
ROOMS = (("Nama", "Tarif", "Satuan"), ("Kamar Utama", "225.000", "Per Kamar / Perhari"), ("Aula", "900.000", "Sekali"))


def asked_of(question: str, rows: tuple[tuple[str, ...], ...], name: str) -> tuple[tuple[str, ...], str | None]:
    """Words that the table does not say, and the cell of its first row that is surely meant."""
    cells = tuple(tuple(RawCell(text, header=at == 0) for text in row) for at, row in enumerate(rows))
    page = RawPage((Block("", kind=BlockKind.TABLE, table=RawTable(cells)),), title="Ketentuan")
    (passage,) = split(clean(page, name), lambda texts: [len(text.split()) for text in texts], 200)
    one = candidates((Hit(passage, 1.0, (Method.DENSE,), 0.9),))[0]
    query = read(Question(question, Language.INDONESIAN))
    cell = cell_bound(query, one, surely=True)
    return strays(query, one), one.words_of(cell) if cell else None


@pytest.mark.parametrize(
    ("question", "rows", "name", "unknown", "cell"),
    [
        ("Berapa jumlah buku guru di perpustakaan madrasah?", LENDING, "perpustakaan-madrasah/buku.md", (), "5 buku"),
        ("Berapa jumlah buku guru di perpustakaan madrasah?", LENDING, "buku.md", ("pustaka", "madrasah"), None),
        ("berapa jumlah buku yang boleh untuk guru?", LENDING, "buku.md", (), "5 buku"),
        ("kamar utama semalam berapa tarif?", ROOMS, "wisma.md", (), None),
        ("kamar utama sebulan berapa tarif?", ROOMS, "wisma.md", ("bln",), None),
        ("kamar utama wisma berapa tarif?", ROOMS, "wisma.md", (), "225.000"),
    ],
)
def test_what_the_place_of_a_document_says_and_a_night_are_no_strays(
    question: str, rows: tuple[tuple[str, ...], ...], name: str, unknown: tuple[str, ...], cell: str | None
) -> None:
    assert asked_of(question, rows, name) == (unknown, cell)
