import pytest

from rag.documents.blocks import Block
from rag.documents.cleaning.headings import implied_headings


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
