"""A label that is named in so many words, and is the only one."""

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.narrowing import sole_label
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question


def form(*rows: tuple[str, str]) -> Block:
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    return Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=0))


def sole(question: str, *blocks: Block, title: str = "Undangan lokakarya") -> str | None:
    document = clean(RawPage(blocks, title=title), "surat")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 200)
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages)
    found = sole_label(read(Question(question, Language.INDONESIAN)), candidates(hits))
    return found.text if found is not None else None


LETTER = form(("Nomor", "005/318/2025"), ("Lampiran", "2 berkas"), ("Perihal", "Undangan lokakarya"))


def test_the_number_of_a_letter_is_what_stands_behind_its_label() -> None:
    assert sole("Berapa nomor surat undangan lokakarya?", LETTER) == "Nomor: 005/318/2025"


def test_no_label_is_meant_where_the_page_does_not_say_the_rest() -> None:
    assert sole("Berapa nomor rekening panitia lokakarya?", LETTER) is None


def test_of_forms_beside_each_other_with_the_same_label_none_is_sure() -> None:
    assert (
        sole("Berapa jumlah beras Gudang Utara?", form(("Beras", "410")), form(("Beras", "265")), title="Gudang Utara")
        is None
    )
