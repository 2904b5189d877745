import pytest

from rag.answering.composing.places import place_of
from rag.documents.blocks import Block, RawPage
from rag.documents.cleaning import clean
from rag.types import Document, Language, Place, Span
from rag.wording.places import place_text
from rag.wording.words import words_of

LAW = (
    "Pasal 5",
    "(1) Pemohon melampirkan:",
    "a. KTP;",
    "b. denah lokasi.",
    "(2) Izin diajukan ke dinas.",
    "Pasal 6",
    "Izin gratis.",
)
CHANGE = (
    "Pasal I",
    "3. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:",
    "Pasal 7",
    "(1) Tarif Rp6.000.",
    "4. Pasal 9 dihapus.",
)


def law(*lines: str) -> Document:
    return clean(RawPage(tuple(map(Block, lines))), "d")


def place(document: Document, first: str, last: str = "") -> Place | None:
    start = document.text.index(first)
    end = document.text.index(last) + len(last) if last else start + len(first)
    return place_of(Span("d", start, end, document.text[start:end]), document)


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        ("b. denah", "", ("Pasal 5", "(1)", "b.")),
        ("(1) Pemohon", "b. denah lokasi.", ("Pasal 5", "(1)")),
        ("a. KTP", "(2) Izin", ("Pasal 5",)),
        ("Izin gratis", "", ("Pasal 6",)),
    ],
)
def test_a_quote_is_placed_as_deep_as_all_of_it_stands(first: str, last: str, marks: tuple[str, ...]) -> None:
    assert place(law(*LAW), first, last) == Place(marks)


def test_a_quote_of_two_articles_or_of_no_law_has_no_place() -> None:
    assert place(law(*LAW), "(2) Izin", "Izin gratis.") is None
    assert place(law("Izin gratis."), "Izin") is None


def test_an_article_that_another_law_changes_stands_in_the_change() -> None:
    document = law(*CHANGE)
    assert place(document, "(1) Tarif") == Place(("Pasal 7", "(1)"), ("Pasal I", "3."))
    assert place(document, "4. Pasal 9") == Place(("Pasal I", "4."))


def test_a_place_is_put_into_words() -> None:
    changed = Place(("Pasal 7", "(1)", "b."), ("Pasal I", "3."))
    said = place_text(changed, words_of(Language.INDONESIAN))
    assert said == "Pasal 7 ayat (1) huruf b dalam perubahan oleh Pasal I angka 3"
    said = place_text(changed, words_of(Language.ENGLISH))
    assert said == "Article 7 paragraph (1) letter b as amended by Article I item 3"
