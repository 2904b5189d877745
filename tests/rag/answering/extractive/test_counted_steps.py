"""The one step that a question counts to."""

import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.counted_steps import one_step
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.language.sequences import step_asked
from rag.questions.understanding import read
from rag.types import BlockKind, Document, Hit, Language, Method, Question


def found(question: str, document: Document) -> list[str]:
    query = read(Question(question, Language.INDONESIAN))
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 200)
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages)
    told = ((one, one_step(query, one)) for one in candidates(hits))
    return [one.hit.passage.text[slice(*place)] for one, place in told if place is not None]


ITEMS = (
    "1. Peminjam mengisi buku di ruang baca.",
    "2. Arsiparis memeriksa kerahasiaan arsip.",
    "3. Salinan diserahkan.",
)
LIST = clean(RawPage(tuple(Block(item, 1, item=True) for item in ITEMS), title="Peminjaman arsip"), "list")
ROWS = (("No", "Kegiatan", "Waktu"), ("1", "Mengajukan permohonan", "5 menit"), ("2", "Memeriksa berkas", "1 hari"))
CELLS = tuple(tuple(map(RawCell, row)) for row in ROWS)
TABLE = clean(
    RawPage((Block("", kind=BlockKind.TABLE, table=RawTable(CELLS, header_rows=1)),), title="SOP izin"), "sop"
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Apa langkah kedua peminjaman arsip?", 2),
        ("Apa tahap ke-3 seleksi?", 3),
        ("What is the third step?", 3),
        ("What happens in step 2?", 2),
        ("Apa langkah pertama?", 1),
        ("Berapa lama langkah kedua?", None),
        ("Apa langkah langkahnya?", None),
        ("Siapa pemenang kedua?", None),
    ],
)
def test_which_step_a_question_counts_to(question: str, number: int | None) -> None:
    assert step_asked(question) == number


def test_the_item_with_the_number_is_the_step() -> None:
    assert found("Apa langkah kedua peminjaman arsip?", LIST) == ["Arsiparis memeriksa kerahasiaan arsip."]


def test_the_row_with_the_number_is_the_step() -> None:
    assert found("Apa langkah kedua SOP izin?", TABLE) == ["Memeriksa berkas"]


@pytest.mark.parametrize("question", ["Apa langkah keempat peminjaman arsip?", "Apa langkah kedua pendaftaran haji?"])
def test_no_step_where_there_is_none_with_the_number_or_of_what_is_asked(question: str) -> None:
    assert found(question, LIST) == []
