"""Letters that a font gives by another name than what it draws."""

from pathlib import Path

import pytest

from rag.documents.loaders import pdf
from rag.documents.loaders.pdf.letters import spelled
from tests.rag.documents.loaders.pages import pdf_of


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("informaƟon", "information"),
        ("Ɵme", "time"),
        ("BaƩeries aŌer seƫng a plaƞorm", "Batteries after setting a platform"),
        ("OŌen eȚcient", "Often efficient"),
        ("\uf001ltrasi e\uf001sien", "filtrasi efisien"),
        ("\uf0b7 Bimbingan \uf0fc", "• Bimbingan ✓"),
    ],
)
def test_joined_letters_and_bullets_are_what_they_show(given: str, shown: str) -> None:
    assert "".join(spelled(given)) == shown
    assert len(spelled(given)) == len(given)


@pytest.mark.parametrize("given", ["Ōsaka", "TŌKYŌ", "Ɵ = 30°", "Țara", "ƩF", "biasa"])
def test_a_letter_that_is_one_stays(given: str) -> None:
    assert "".join(spelled(given)) == given


def test_a_page_is_read_with_the_letters_that_it_shows() -> None:
    page = pdf_of([[(72, 700, "informaQon kantor 9*")], [(72, 700, "Loket dua buka hari Rabu")]])
    named = b"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [81 /uni019F] >> >>"
    read = pdf.parse(page.replace(b"/Encoding /WinAnsiEncoding >>", named, 1), Path("berkas.pdf"))
    assert read.blocks[0].text.startswith("information kantor")
