from pathlib import Path

import pytest

from rag.errors import LibraryProblem
from rag.library.picturing import Strip, picture, strips_of
from rag.types import Block, BlockKind, Document, Doubt
from tests.rag.documents.loaders.pages import lines_from, pdf_of
from tests.rag.library.shelves import Shelf

TEXT = lines_from(700, ["Retribusi parkir sebesar Rp2.389 sehari berlaku di seluruh kecamatan."])


def document(*doubts: Doubt) -> Document:
    return Document("a.pdf", "A", "teks", blocks=(Block(BlockKind.PARAGRAPH, 0, 4, doubtful=doubts),))


def test_words_on_one_line_are_one_strip_and_words_on_another_line_or_page_are_another() -> None:
    found = strips_of(
        document(Doubt("1:2", 3, 50, 60), Doubt("4O", 3, 51, 62), Doubt("7", 3, 30, 40), Doubt("9", 4, 30, 40))
    )
    assert found == (
        Strip(0, 3, 50, 62, ("1:2", "4O")),
        Strip(0, 3, 30, 40, ("7",)),
        Strip(0, 4, 30, 40, ("9",)),
    )


def test_a_word_of_which_no_place_is_known_has_no_strip() -> None:
    assert strips_of(document(Doubt("2:389"), Doubt("7O", 1, 30, 40))) == (Strip(0, 1, 30, 40, ("7O",)),)


def test_the_first_twenty_strips_of_a_document_are_shown() -> None:
    found = strips_of(document(*(Doubt(str(at), 1, 20 * at, 20 * at + 9) for at in range(30))))
    assert [strip.words for strip in found] == [(str(at),) for at in range(20)]


def test_a_page_that_the_original_does_not_have_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    entry = shelf.add("a.pdf", pdf_of([TEXT]))
    assert picture(shelf.library, entry, Strip(0, 1, 700, 710, ("Rp2.389",))).startswith(b"\x89PNG")
    with pytest.raises(LibraryProblem, match="cannot be drawn"):
        picture(shelf.library, entry, Strip(0, 7, 700, 710, ("Rp2.389",)))
