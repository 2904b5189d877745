"""Words that something was drawn over."""

from rag.types import Omission
from tests.rag.documents.loaders.pages import Filled, Placed
from tests.rag.documents.loaders.pdf.reading import raw, told

OLD: list[Placed] = [(72, 700, "Simpan surat rumah di lemari besi"), (72, 686, "dan catat barang milik keluarga.")]
NEW: list[Placed] = [(72, 701, "Matikan kompor lalu buka jendela"), (72, 660, "Keluar lewat tangga darurat.")]
BOX = (60, 680, 400, 715)


def test_what_lies_under_a_filled_shape_and_other_words_is_not_read_but_told() -> None:
    page = [*OLD, Filled(*BOX), *NEW]
    assert " ".join(told([page])) == "Matikan kompor lalu buka jendela Keluar lewat tangga darurat."
    hidden = [each for each in raw([page]).left_out if each.reason is Omission.HIDDEN]
    assert [(each.text, each.page) for each in hidden] == [(" ".join(text for _, _, text in OLD), 1)]


def test_what_lies_under_an_edge_or_over_a_shape_is_seen() -> None:
    for page in ([*OLD, Filled(*BOX, edge=True), *NEW], [Filled(*BOX), *OLD, *NEW], [*OLD, *NEW, Filled(*BOX)]):
        assert not [each for each in raw([page]).left_out if each.reason is Omission.HIDDEN]


def test_words_beside_a_shape_that_lies_over_others_are_seen() -> None:
    beside: Placed = (420, 700, "Halaman kosong")
    assert "Halaman kosong" in " ".join(told([[*OLD, beside, Filled(*BOX), *NEW]]))
