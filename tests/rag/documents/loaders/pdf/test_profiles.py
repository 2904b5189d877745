"""Pages filled in like one form."""

from rag.documents.cleaning import clean
from rag.types import Document
from tests.rag.documents.loaders.pages import lines_from
from tests.rag.documents.loaders.pdf.reading import Page, raw

VILLAGES = (("Bernung", "5.412", "1.388", "Hartati"), ("Wiyono", "6.118", "1.612", "Nurdin"))
LABELS = ("Jumlah penduduk", "Jumlah keluarga", "Kepala desa")


def read(pages: list[Page]) -> Document:
    return clean(raw(pages), "d")


def pairs(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.table is not None]


def names(document: Document) -> list[str]:
    return [document.text[one.start : one.end].strip() for one in document.headings]


def test_labels_that_each_page_has_above_values_of_its_own_are_a_table_below_the_name_of_the_page() -> None:
    pages: list[Page] = [
        lines_from(700, [f"Desa {name}", *(line for pair in zip(LABELS, values, strict=True) for line in pair)])
        for name, *values in VILLAGES
    ]
    document = read(pages)
    assert names(document) == ["Desa Bernung", "Desa Wiyono"]
    assert pairs(document)[1] == "Jumlah penduduk: 6.118\nJumlah keluarga: 1.612\nKepala desa: Nurdin"
    assert document.title == "Desa Bernung, Desa Wiyono"


def test_labels_with_a_colon_before_their_values_are_such_a_table_too() -> None:
    pages: list[Page] = [
        lines_from(700, [f"Desa {name}", *(f"{label} : {value}" for label, value in zip(LABELS, values, strict=True))])
        for name, *values in VILLAGES
    ]
    document = read(pages)
    assert names(document) == ["Desa Bernung", "Desa Wiyono"]
    assert pairs(document)[0] == "Jumlah penduduk: 5.412\nJumlah keluarga: 1.388\nKepala desa: Hartati"


def test_sentences_that_recur_from_page_to_page_are_no_labels() -> None:
    pages: list[Page] = [
        lines_from(
            700, [f"Pasal {number}", "Cukup jelas.", f"Pasal {number + 1}", "Cukup jelas.", "Pasal 9", "Lihat atas."]
        )
        for number in (2, 5)
    ]
    assert pairs(read(pages)) == []
