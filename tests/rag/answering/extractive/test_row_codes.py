"""Codes of rows."""

from rag.answering.extractive.row_codes import texts_above
from tests.rag.answering.extractive.tables import Page


def test_a_row_belongs_to_those_whose_code_its_own_goes_on_from() -> None:
    page = Page(
        "Kode|Uraian|Jumlah", "5.1|Belanja|90", "5.1.02|Belanja barang|60", "5.1.02.01|Sewa|20", "5.10|Modal|30"
    )
    assert list(texts_above(page.table, 2, page.words)) == ["5.1", "Belanja", "5.1.02", "Belanja barang"]
    assert list(texts_above(page.table, 3, page.words)) == []
