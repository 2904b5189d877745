import io
from pathlib import Path

import docx
import pytest

from rag.documents.blocks import Block, RawPage
from rag.documents.cleaning import clean
from rag.documents.divisions import division_of, marker_of, parted, with_divisions
from rag.documents.loaders import load
from rag.types import BlockKind, Document


@pytest.mark.parametrize(
    ("text", "level", "label", "name"),
    [
        ("Pasal 3", 5, "Pasal 3", ""),
        ("PASAL 12A", 5, "PASAL 12A", ""),
        ("Pasal 4 - HAK PETANI", 5, "Pasal 4", "HAK PETANI"),
        ("Pasal II", 2, "Pasal II", ""),
        ("BAB II", 2, "BAB II", ""),
        ("BAB II KETENTUAN UMUM", 2, "BAB II", "KETENTUAN UMUM"),
        ("Bab 2 Tata Cara", 2, "Bab 2", "Tata Cara"),
        ("Bagian Kedua Belas Hak dan Kewajiban", 3, "Bagian Kedua Belas", "Hak dan Kewajiban"),
        ("Paragraf 1", 4, "Paragraf 1", ""),
        ("MEMUTUSKAN:", 2, "MEMUTUSKAN", ""),
    ],
)
def test_heads_of_divisions_are_told(text: str, level: int, label: str, name: str) -> None:
    division = division_of(text)
    assert division is not None
    assert (division.level, division.label, division.name) == (level, label, name)


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 3 ayat (2)",
        "Pasal 5 berbunyi",
        "Bagian Kedua mengatur iuran",
        "Bab ini memuat",
        "Pasal 1 Dalam aturan ini",
    ],
)
def test_words_about_a_division_are_not_its_head(text: str) -> None:
    assert division_of(text) is None


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("(2) Iuran", "(2)"),
        ("a. KTP", "a."),
        ("12) Surat", "12)"),
        ("ii. Foto", "ii."),
        ("- Foto", "-"),
        ("10.30 WIB", ""),
    ],
)
def test_the_marker_of_an_item_is_what_a_reader_sees(line: str, marker: str) -> None:
    assert marker_of(line) == marker


def test_a_division_named_at_a_line_end_of_a_sentence_is_part_of_it() -> None:
    lines = ["Iuran sebagaimana dimaksud dalam", "Pasal 3", "ayat (2) dibayar tiap bulan."]
    assert list(parted(lines)) == [lines]


def test_a_division_alone_on_its_line_and_each_ayat_begin_a_new_run() -> None:
    lines = ["Pasal 3", "(1) Iuran dibayar", "tiap bulan.", "(2) Denda dihapus."]
    assert list(parted(lines)) == [lines[:1], lines[1:3], lines[3:]]


def kinds(*texts: str) -> list[tuple[BlockKind | None, int, str]]:
    return [(block.kind, block.level, block.marker) for block in with_divisions([Block(text) for text in texts])]


def test_ayat_huruf_and_angka_are_items_as_deep_as_they_are_nested() -> None:
    item = BlockKind.ITEM
    assert kinds("Pasal 9", "(1) Warga wajib:", "a. hadir:", "1. pagi;", "2. sore;", "b. pulang.", "(2) Selesai.")[
        1:
    ] == [
        (item, 1, "(1)"),
        (item, 2, "a."),
        (item, 3, "1."),
        (item, 3, "2."),
        (item, 2, "b."),
        (item, 1, "(2)"),
    ]


def test_numbered_lines_outside_of_a_law_stay_as_they_are() -> None:
    assert kinds("Syarat", "(1) Foto.") == [(None, 0, ""), (None, 0, "")]


def test_the_name_below_a_bab_or_bagian_belongs_to_its_heading() -> None:
    blocks = with_divisions(
        [Block("BAB I"), Block("KETENTUAN UMUM"), Block("Bagian Kesatu"), Block("Iuran"), Block("Isi.")]
    )
    assert [block.text for block in blocks] == ["BAB I KETENTUAN UMUM", "Bagian Kesatu Iuran", "Isi."]


def test_levels_that_the_file_gives_to_its_divisions_stay() -> None:
    blocks = with_divisions([Block("Pasal 1", 2), Block("Maksud", 3), Block("Pasal 2", 2)])
    assert [block.level for block in blocks] == [2, 3, 2]


LAW = (
    "BAB II",
    "IURAN WARGA",
    "Pasal 3",
    "(1) Iuran warga Rp12.000.",
    "(2) Janda dibebaskan.",
    "Pasal 4",
    "Denda Rp3.000.",
)


def as_docx(lines: tuple[str, ...]) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "\n".join(LAW).encode()),
        ("a.md", "\n".join(LAW).encode()),
        ("b.md", "\n\n".join(LAW).encode()),
        ("a.html", ("<html><body>" + "".join(f"<p>{line}</p>" for line in LAW) + "</body></html>").encode()),
        ("b.html", ("<html><body><p>" + "<br>".join(LAW) + "</p></body></html>").encode()),
        ("a.docx", as_docx(LAW)),
    ],
)
def test_each_pasal_is_a_section_in_every_format(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (document,) = load(path, name, 1_000_000)
    assert isinstance(document, Document)
    heads = [document.text[heading.start : heading.end] for heading in document.headings]
    assert heads == ["BAB II IURAN WARGA", "Pasal 3", "Pasal 4"]
    items = [(block.marker, block.path) for block in document.blocks if block.kind is BlockKind.ITEM]
    assert items == [("(1)", (0, 1)), ("(2)", (0, 1))]


def test_a_law_in_wrapped_lines_keeps_its_sentences_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Pasal 7\n(1) Setiap pedagang yang memakai lapak di pasar desa membayar\n"
        "retribusi sebagaimana dimaksud dalam Pasal 3 setiap pekan.\n(2) Retribusi disetor ke bendahara.\n"
    )
    (document,) = load(path, "a.txt", 1_000_000)
    assert isinstance(document, Document)
    assert "membayar retribusi sebagaimana" in document.text


def test_a_page_without_divisions_is_as_it_was() -> None:
    blocks = (Block("Jadwal", 2), Block("1. Senin", item=True), Block("Isi."))
    assert with_divisions(blocks) == blocks
    assert clean(RawPage(blocks), "d").text == "Jadwal\n\n1. Senin\n\nIsi."
