import pytest

from rag.documents.blocks import tidy


@pytest.mark.parametrize("typed", ["Ketua .......... : Hasan", "Ketua……: Hasan", "Ketua ______: Hasan"])
def test_dots_that_lead_to_a_colon_go(typed: str) -> None:
    assert tidy(typed) == "Ketua: Hasan"


@pytest.mark.parametrize("typed", ["Luas: ...........", "Bab I ........ 4", "dan lain-lain ..."])
def test_other_dots_stay(typed: str) -> None:
    assert tidy(typed) == typed
