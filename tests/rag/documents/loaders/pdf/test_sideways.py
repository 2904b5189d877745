"""Names of columns that are set sideways."""

import pytest

from tests.rag.documents.loaders.pages import Words, lines_from
from tests.rag.documents.loaders.pdf.reading import raw, tables

PLACES = (70, 270, 340, 410)
ROWS = (("Sukamaju", "12", "34", "5"), ("Tanjung", "18", "20", "7"), ("Way Kuning", "9", "41", "3"))
NAMES = ("Rumah tangga", "Sumur bor", "Jamban")
TOLD = [
    "Dusun: Sukamaju; Rumah tangga: 12; Sumur bor: 34; Jamban: 5",
    "Dusun: Tanjung; Rumah tangga: 18; Sumur bor: 20; Jamban: 7",
    "Dusun: Way Kuning; Rumah tangga: 9; Sumur bor: 41; Jamban: 3",
]
BODY = [
    (70, 755, "Data sarana air bersih dikumpulkan oleh kader kesehatan di setiap dusun."),
    (70, 680, "Dusun"),
    *((x, 650 - 18 * at, cell) for at, row in enumerate(ROWS) for x, cell in zip(PLACES, row, strict=True)),
]
BOXES = [
    *((x, 606, x, 745) for x in (60, 250, 320, 390, 460)),
    *((60, y, 460, y) for y in (745, 666, 645, 626, 606)),
]


def upwards(*names: str):
    """From the foot of the header; a name of two lines "a/b" has its second line to the right."""
    for x, name in zip(PLACES[1:], names, strict=True):
        yield from (Words(x + 8 + 12 * at, 672, line, 10, 90) for at, line in enumerate(name.split("/")))


def downwards(*names: str):
    """Hung into the header, as far down as its first column's name; the second line stands to the left."""
    top = 712 if any("/" in name for name in names) else 738
    for x, name in zip(PLACES[1:], names, strict=True):
        yield from (Words(x + 8 - 12 * at, top, line, 10, 270) for at, line in enumerate(name.split("/")))


@pytest.mark.parametrize("rules", [[], BOXES])
@pytest.mark.parametrize("names", [NAMES, ("Rumah/tangga", "Sumur/bor", "Jamban")])
@pytest.mark.parametrize("set_", [upwards, downwards])
def test_names_set_sideways_name_their_columns(set_, names, rules) -> None:
    assert tables([[*BODY, *set_(*names)]], rules={1: rules}) == [TOLD]


def test_names_longer_than_all_the_rest_do_not_turn_the_page() -> None:
    names = ("Rumah tangga tanpa jamban", "Sumur bor milik bersama", "Jamban umum yang dipakai")
    (told,) = tables([[*BODY[1:], *upwards(*names)]], rules={1: BOXES})
    assert told[0] == f"Dusun: Sukamaju; {names[0]}: 12; {names[1]}: 34; {names[2]}: 5"


def test_one_line_beside_a_table_is_no_name_of_a_column() -> None:
    found = raw([[*BODY, Words(560, 600, "diunduh 3 Mei 2025", 8, 90)]])
    assert [each.text for each in found.left_out] == ["diunduh 3 Mei 2025"]


def test_names_below_a_chart_stand_above_running_text_and_name_no_columns() -> None:
    names = ("Kedaton", "Panjang", "Way Halim")
    text = ["Jumlah kios naik di ketiga kecamatan sejak pasar baru dibuka untuk umum.", "Retribusi diturunkan."]
    beside = ["Pasar baru dibuka", "pada bulan Maret", "tahun ini."]
    chart = [Words(90 + 40 * at, 700, name, 10, 90) for at, name in enumerate(names)]
    found = raw([[*chart, *lines_from(790, beside * 4, 320), *lines_from(680, text * 2)]])
    assert [each.text for each in found.left_out] == ["Kedaton", "Panjang", "Way Halim"]
    assert not any("Kedaton" in block.text for block in found.blocks)
