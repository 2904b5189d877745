"""Rows below a group that is said once, beside empty cells."""

import pytest

from tests.rag.answering.extractive.tables import Page

VILLAGES = Page(
    "Kecamatan|Pekon|Sapi|Kambing",
    "Way Ruhu|Suka Maju|41|120",
    "|Sumber Agung|38|77",
    "Jumlah Way Ruhu||79|197",
    "Bukit Kelir|Suka Maju|22|64",
    "|Mulya Sari|17|92",
    "Tugu Kopi|Sumber Agung|51|33",
)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa kambing di Sumber Agung, Kecamatan Way Ruhu?", "77"),
        ("Berapa kambing di Sumber Agung, Kecamatan Tugu Kopi?", "33"),
        ("Berapa sapi di Suka Maju Kecamatan Bukit Kelir?", "22"),
        ("Berapa sapi di Mulya Sari?", "17"),
    ],
)
def test_a_row_goes_on_with_the_group_above_its_empty_cell(question: str, cell: str) -> None:
    assert VILLAGES.answer(question) == cell


def test_a_village_of_another_district_is_named_elsewhere() -> None:
    binding = VILLAGES.bound("Berapa sapi di Mulya Sari Kecamatan Tugu Kopi?")
    assert not binding.is_one_cell or binding.elsewhere
