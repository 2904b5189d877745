"""Tables of crosses."""

import pytest

from rag.answering.extractive.crossed import Crossed, crossed
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question

DUTY = (
    ("No", "Petugas", "Senin", "Rabu", "Jumat"),
    ("1", "Lestari", "√", "", ""),
    ("2", "Maimunah", "", "√", ""),
    ("3", "Gunawan", "√", "", "√"),
)
STEPS = (
    ("No", "Kegiatan", "Pemohon", "Kepala Bidang", "Waktu"),
    ("1", "Mengajukan permohonan", "●", "", "5 menit"),
    ("2", "Menandatangani surat", "", "●", "1 hari"),
)


def told(question: str, *rows: tuple[str, ...], title: str = "Jadwal piket malam") -> Crossed | None:
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    return ask(question, (Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1)),), title)


def ask(question: str, blocks: tuple[Block, ...], title: str = "Jadwal piket malam") -> Crossed | None:
    document = clean(RawPage(blocks, title=title), "piket")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 200)
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages)
    return crossed(read(Question(question, Language.INDONESIAN)), hits, {document.id: document}.__getitem__)


def test_a_column_tells_who_has_a_cross_in_it() -> None:
    found = told("Siapa yang piket malam hari Rabu?", *DUTY)
    assert found is not None
    assert found.only == "Maimunah"
    assert [span.text for span in found.spans] == ["No: 2; Petugas: Maimunah; Rabu: √"]


def test_several_rows_with_a_cross_are_all_told_and_none_in_short() -> None:
    found = told("Siapa saja yang piket hari Senin?", *DUTY)
    assert found is not None
    assert found.only == ""
    assert [span.text.split("; ")[1] for span in found.spans] == ["Petugas: Lestari", "Petugas: Gunawan"]


def test_a_row_tells_in_which_columns_it_has_one() -> None:
    found = told("Hari apa saja Gunawan piket?", *DUTY)
    assert found is not None
    assert [span.text for span in found.spans] == ["No: 3; Petugas: Gunawan; Senin: √; Jumat: √"]


def test_who_does_a_step_is_told_by_the_column_of_its_cross() -> None:
    found = told("Siapa yang menandatangani surat?", *STEPS, title="Alur izin")
    assert found is not None
    assert found.only == "Kepala Bidang"


@pytest.mark.parametrize(
    "question",
    [
        "Siapa yang piket malam hari Minggu?",  # no such column
        "Siapa yang tidak piket hari Rabu?",  # denies
        "Berapa orang yang piket hari Senin?",  # a figure
        "Apakah Gunawan piket hari Rabu?",  # row and column
        "Siapa yang piket kebersihan hari Rabu?",  # of another duty
    ],
)
def test_nothing_is_told_where_the_table_does_not_know_all_that_is_said_or_something_else_is_asked(
    question: str,
) -> None:
    assert told(question, *DUTY) is None


def test_a_row_of_crosses_and_other_columns_does_not_answer_for_these() -> None:
    assert told("Berapa lama menandatangani surat?", *STEPS, title="Alur izin") is None
    assert told("Apa waktu menandatangani surat?", *STEPS, title="Alur izin") is None


TASKS = (
    ("Kegiatan", "Lurah", "Bendahara"),
    ("Membuka rapat", "x", ""),
    ("Membayar konsumsi", "", "x"),
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Siapa Lurah?", TASKS),  # what he does is nobody
        ("Kapan membuka rapat?", TASKS),
        ("Di mana membuka rapat?", TASKS),
        ("Siapa Gunawan?", DUTY),  # days are nobody
        ("Di mana Maimunah piket malam?", DUTY),
        ("Mengapa Gunawan piket malam?", DUTY),
        ("Apa itu Lurah?", TASKS),
    ],
)
def test_nothing_is_told_that_is_not_of_the_kind_asked_for(question: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert told(question, *rows) is None


def test_a_cross_over_several_columns_stands_in_each() -> None:
    head = tuple(map(RawCell, ("Kegiatan", "Januari", "Februari", "Maret")))
    first = (RawCell("Pelatihan kader"), RawCell("x", columns=2), RawCell(""))
    second = (RawCell("Perbaikan jalan"), RawCell(""), RawCell(""), RawCell("x"))
    table = Block("", kind=BlockKind.TABLE, table=RawTable((head, first, second), header_rows=1))
    found = ask("Kegiatan apa pada bulan Februari?", (table,), title="Kegiatan desa")
    assert found is not None
    assert found.only == "Pelatihan kader"


def test_what_is_asked_for_by_the_name_of_its_column_is_told() -> None:
    rows = (("Pekon", "Posyandu", "Embung"), ("Way Sindi", "v", ""), ("Bumi Agung", "", "v"))
    found = told("Di pekon mana ada embung?", *rows, title="Sarana")
    assert found is not None
    assert found.only == "Bumi Agung"


def test_a_table_of_another_section_answers_nothing() -> None:
    def duty(name: str) -> Block:
        rows = (("Petugas", "Senin", "Rabu"), (name, "x", ""), (f"{name} Muda", "", "x"))
        cells = tuple(tuple(map(RawCell, row)) for row in rows)
        return Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))

    page = (Block("Juli", 2), Block("Belum disusun."), Block("Agustus", 2), duty("Paijo"))
    assert ask("Siapa yang piket hari Senin bulan Juli?", page) is None
    found = ask("Siapa yang piket hari Senin bulan Agustus?", page)
    assert found is not None
    assert found.only == "Paijo"


def test_words_in_the_columns_make_no_table_of_crosses() -> None:
    rows = (("Petugas", "Senin", "Rabu"), ("Lestari", "pagi", ""), ("Maimunah", "", "malam"))
    assert told("Siapa yang piket hari Rabu?", *rows) is None


def test_ticks_beside_crosses_say_yes_and_no_and_are_left_to_others() -> None:
    yes_and_no = (
        DUTY[0],
        ("1", "Lestari", "✓", "✗", ""),
        ("2", "Maimunah", "✗", "✓", ""),
        ("3", "Gunawan", "", "", "✓"),
    )
    assert told("Siapa yang piket malam hari Rabu?", *yes_and_no) is None
    ticks_alone = tuple(tuple("" if cell == "✗" else cell for cell in row) for row in yes_and_no)
    found = told("Siapa yang piket malam hari Rabu?", *ticks_alone)
    assert found is not None
    assert found.only == "Maimunah"
