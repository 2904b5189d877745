from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import docx as loader
from rag.documents.loaders.office.numerals import formatted
from rag.types import BlockKind, Document
from tests.rag.documents.loaders.word import levels, num, p, styled, word


def read(body: str, **parts: str) -> Document:
    return clean(loader.parse(word(body, **parts), Path("peraturan.docx")), "d")


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read(body, **parts).text.split("\n") if line]


def test_articles_numbered_by_the_word_processor_carry_their_number() -> None:
    numbering = levels("Pasal %1", "(%2)", "%3.", formats="decimal decimal lowerLetter") + num("1")
    body = (
        p(numbered="1")
        + p("Ketentuan umum.", numbered="1", level=1)
        + p(numbered="1")
        + p("Bantuan diberikan kepada:", numbered="1", level=1)
        + p("petani;", numbered="1", level=2)
        + p("nelayan.", numbered="1", level=2)
        + p("Besarnya Rp2.000.000.", numbered="1", level=1)
    )
    assert lines(body, numbering=numbering) == [
        "Pasal 1",
        "(1) Ketentuan umum.",
        "Pasal 2",
        "(1) Bantuan diberikan kepada:",
        "a. petani;",
        "b. nelayan.",
        "(2) Besarnya Rp2.000.000.",
    ]


def test_items_know_their_marker_and_their_depth() -> None:
    numbering = levels("%1.", "%2)", formats="decimal lowerLetter") + num("1")
    document = read(p("Syarat", numbered="1") + p("KTP", numbered="1", level=1), numbering=numbering)
    items = [(block.kind, block.marker, block.level) for block in document.blocks]
    assert items == [(BlockKind.ITEM, "1.", 1), (BlockKind.ITEM, "a)", 2)]


def test_a_list_that_starts_over_starts_over() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = levels("%1.") + num("1") + num("2", extra=again)
    body = p("a", numbered="1") + p("b", numbered="1") + p("c", numbered="2") + p("d", numbered="2")
    assert lines(body, numbering=numbering) == ["1. a", "2. b", "1. c", "2. d"]


def test_two_lists_of_one_definition_go_on_counting_together() -> None:
    numbering = levels("%1.") + num("1") + num("2")
    body = p("a", numbered="1") + p("b", numbered="2") + p("c", numbered="1")
    assert lines(body, numbering=numbering) == ["1. a", "2. b", "3. c"]


def test_a_level_that_never_restarts_goes_on_below_the_next_chapter() -> None:
    chapters = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="BAB %1"/></w:lvl>'
    articles = (
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Pasal %2"/>'
        '<w:lvlRestart w:val="0"/></w:lvl>'
    )
    numbering = levels(extra=chapters + articles) + num("1")
    body = p(numbered="1") + p(numbered="1", level=1) + p(numbered="1") + p(numbered="1", level=1)
    assert lines(body, numbering=numbering) == ["BAB I", "Pasal 1", "BAB II", "Pasal 2"]


def test_a_number_of_several_levels_shows_roman_chapters_in_figures_where_asked() -> None:
    second = (
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    numbering = levels("%1", formats="upperRoman", extra=second) + num("1")
    body = p("Umum", numbered="1") + p("Umum", numbered="1") + p("Tujuan", numbered="1", level=1)
    assert lines(body, numbering=numbering) == ["I Umum", "II Umum", "2.1 Tujuan"]


def test_a_style_brings_its_number_and_an_outline_level_makes_a_heading() -> None:
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    styles = styled("Bab", "Bab", properties)
    numbering = levels("%1.", formats="upperRoman") + num("1")
    document = read(p("Isi.") + p("Umum", style="Bab") + p("Isi."), styles=styles, numbering=numbering)
    assert [document.text[h.start : h.end] for h in document.headings] == ["I. Umum"]
    assert document.headings[0].level == 1


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = styled("Butir", "Butir", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = p("satu", style="Butir") + p("lanjutan", style="Butir", numbered="0") + p("dua", style="Butir")
    assert lines(body, styles=styles, numbering=levels("%1.") + num("1")) == ["1. satu", "lanjutan", "2. dua"]


def test_numbers_without_a_blank_behind_them_stay_so() -> None:
    joined = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="Lampiran %1: "/></w:lvl>'
    )
    assert lines(p("Peta", numbered="1"), numbering=levels(extra=joined) + num("1")) == ["Lampiran 1: Peta"]


def test_a_bulleted_style_without_a_list_has_bullets_unless_the_paragraph_says_no() -> None:
    styles = styled("Butir", "List Bullet")
    assert lines(p("satu", style="Butir") + p("dua", style="Butir", numbered="0"), styles=styles) == ["- satu", "dua"]


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (27, "lowerLetter", "aa"),
        (26, "upperLetter", "Z"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (7, "decimalZero", "07"),
        (3, "decimalEnclosedParen", "(3)"),
        (5, "chicago", "**"),
        (10**6, "lowerLetter", "1000000"),
        (4, "none", ""),
    ],
)
def test_numbers_are_written_as_their_format_says(number: int, style: str, shown: str) -> None:
    assert formatted(number, style) == shown


def test_markers_typed_by_hand_make_items_that_stand_close() -> None:
    document = read(p("Syarat:") + p("1. KTP") + p("2. Kartu keluarga") + p("12 orang hadir."))
    assert document.text == "Syarat:\n\n1. KTP\n2. Kartu keluarga\n\n12 orang hadir."


def test_an_article_numbered_by_the_word_processor_is_a_heading_with_its_name_or_above_its_words() -> None:
    numbering = levels("Pasal %1", "(%2)", formats="decimal decimal") + num("1")
    body = (
        p("Pengelolaan", numbered="1")
        + p("Pasar buka setiap Ahad.", numbered="1", level=1)
        + p("Pungutan lapak ditetapkan sebesar Rp4.000 sehari.", numbered="1")
    )
    document = read(body, numbering=numbering)
    assert [document.text[one.start : one.end] for one in document.headings] == ["Pasal 1 Pengelolaan", "Pasal 2"]
    assert [block.kind for block in document.blocks][1::2] == [BlockKind.ITEM, BlockKind.PARAGRAPH]
