import pytest

from rag.documents.blocks import Block
from rag.documents.cleaning.headings import implied_headings, names_all


def levels(*blocks: Block) -> list[int]:
    return [block.level for block in implied_headings(blocks)]


def bold(text: str) -> Block:
    return Block(text, emphasised=True)


def test_a_short_bold_paragraph_above_text_is_one_level_below_the_marked_heading() -> None:
    assert levels(
        Block("Bantuan", 3), bold("Kelompok 7"), Block("Unit: 3."), bold("Kelompok 23"), Block("Unit: 9.")
    ) == [*(3, 4, 0, 4, 0)]


@pytest.mark.parametrize("text", ["Rp5.000", "Pendaftaran ditutup.", "- Foto", "kata " * 20])
def test_other_bold_paragraphs_are_text(text: str) -> None:
    assert levels(bold(text), Block("Isi.")) == [0, 0]


def test_bold_paragraphs_in_a_row_or_at_the_end_are_text() -> None:
    assert levels(bold("Kelompok 7"), bold("Kelompok 23"), Block("Isi.")) == [0, 2, 0]
    assert levels(Block("Isi."), bold("Kepala Desa")) == [0, 0]


def test_a_heading_names_all_when_it_is_above_another_one_or_alone_at_its_level() -> None:
    assert names_all([Block("Tahapan Pengadaan", 3), Block("Isi."), Block("Metode", 5), Block("Isi.")])
    assert names_all([Block("Akta Kelahiran", 2), Block("Pelaporan", 2), Block("Isi.")])


def test_a_section_beside_others_an_item_or_a_chapter_names_nothing() -> None:
    assert not names_all([Block("Biaya", 2), Block("Gratis."), Block("Syarat", 2), Block("KTP.")])
    assert not names_all([Block("1. Umum", 2), Block("Isi.")])
    assert not names_all([Block("BAB I KETENTUAN UMUM", 2), Block("Isi.")])
    assert not names_all([Block("Lokasi:", 2), Block("Isi.")])
    assert not names_all([Block("Isi.")])
    assert not names_all([])
