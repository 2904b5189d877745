"""A label that is named in so many words, and is the only one."""

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.narrowing import sole_label, value_labelled
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


def behind_label(question: str, line: str) -> str | None:
    blocks = (Block("Puskesmas Krui", 2), Block(line), Block("Puskesmas Biha", 2), Block("Belum ada data yang masuk."))
    document = clean(RawPage(blocks, title="Profil puskesmas"), "profil")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 200)
    one = candidates((Hit(passages[0], 1.0, (Method.DENSE,), 0.9),))[0]
    found = value_labelled(read(Question(question, Language.INDONESIAN)), one)
    return one.hit.passage.text[slice(*found)] if found else None


def test_a_label_that_is_said_whole_names_its_value_below_the_heading_that_is_named() -> None:
    assert behind_label("Berapa jumlah perawat Puskesmas Krui?", "Jumlah perawat: 14") == "14"
    assert behind_label("Berapa jumlah perawat Puskesmas Biha?", "Jumlah perawat: 14") is None
    assert behind_label("Berapa jumlah perawat Puskesmas Krui?", "Jumlah perawat gigi: 4") is None
    assert behind_label("Berapa jumlah perawat gigi Puskesmas Krui?", "Jumlah perawat gigi: 4") == "4"
