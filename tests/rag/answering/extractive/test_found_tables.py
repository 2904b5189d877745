import pytest

from rag.answering.extractive.found_tables import whole_tables
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.types import BlockKind, Document
from rag.wording.prose import text_of
from tests.rag.answering.extractive.test_computing import asked


def table(*rows: tuple[str, ...]) -> Block:
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    return Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))


HEADS = ("Taman", "Triwulan I", "Triwulan II")
FIRST = table(HEADS, ("Melati", "1.200", "1.950"), ("Dahlia", "880", "910"))
SECOND = table(HEADS, ("Soka", "2.310", "1.040"), ("Teratai", "640", "660"))


def headed(first: str, second: str, *between: Block) -> Document:
    blocks = (Block(first, 2), FIRST, *between, Block(second, 2), SECOND)
    return clean(RawPage(blocks, title="Pengunjung taman"), "taman.md")


@pytest.mark.parametrize(
    ("first", "second", "tables"),
    [
        ("Pengunjung", "Pengunjung (lanjutan)", 1),
        ("Visitors", "Visitors (continued)", 1),
        ("Visitors 1/2", "Visitors 2/2", 1),
        ("Pengunjung 2024", "Pengunjung 2025", 2),
        ("Pengunjung", "Karcis (lanjutan)", 2),
    ],
)
def test_a_table_goes_on_below_a_head_that_says_so(first: str, second: str, tables: int) -> None:
    assert len(whole_tables(headed(first, second))) == tables


def test_text_between_two_tables_parts_them() -> None:
    assert len(whole_tables(headed("Pengunjung", "Pengunjung (lanjutan)", Block("Catatan di antara keduanya.")))) == 2


def test_what_is_largest_may_stand_in_the_part_that_goes_on() -> None:
    answer = asked(
        "Taman mana yang pengunjungnya paling banyak pada triwulan I?", headed("Pengunjung", "Pengunjung (lanjutan)")
    )
    assert answer.short_answer is not None
    assert answer.short_answer.text == "Soka"


def pupils() -> Document:
    heads = ("Sekolah", "Murid laki-laki", "Murid perempuan")
    first = table(heads, ("SD Mawar", "112", "98"), ("SD Kenanga", "87", "93"))
    second = table(heads, ("SD Mawar", "120", "91"), ("SD Kenanga", "85", "99"))
    blocks = (Block("Tahun 2024", 2), first, Block("Tahun 2025", 2), second)
    return clean(RawPage(blocks, title="Murid sekolah"), "murid.md")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Berapa selisih murid perempuan SD Kenanga tahun 2024 dan 2025?", "99 − 93 = 6"),
        ("murid laki-laki SD Mawar naik berapa dari 2024 ke 2025?", "120 − 112 = 8"),
        ("murid perempuan SD Mawar naik berapa dari 2024 ke 2025?", None),  # it fell
        ("murid laki-laki SD Melati naik berapa dari 2024 ke 2025?", None),
    ],
)
def test_a_difference_of_two_years_is_taken_from_a_table_for_each(question: str, value: str | None) -> None:
    said = text_of(asked(question, pupils()))
    assert ("Dihitung" in said) is (value is not None)
    assert value is None or value in said
