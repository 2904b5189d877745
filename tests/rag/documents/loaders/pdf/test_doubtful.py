import pytest

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.doubtful import is_doubtful, misfits


@pytest.mark.parametrize("word", ["Rp2:389", "1O5", "S77", "12l", "2:389,"])
def test_a_figure_of_a_shape_that_no_figure_has_is_doubtful_however_sure_recognition_is(word: str) -> None:
    assert is_doubtful(word, 0.99)


@pytest.mark.parametrize("word", ["4.217", "Rp1.386.500.000", "08:15", "1:50.000", "4A", "S1", "20-25", "Covid-19"])
def test_figures_as_people_write_them_are_not(word: str) -> None:
    assert not is_doubtful(word, 0.95)


@pytest.mark.parametrize(("word", "expected"), [("577", True), ("SLL", True), ("lO", True), ("desa", False)])
def test_of_words_read_unsurely_those_count_that_are_figures_or_look_like_some(word: str, expected: bool) -> None:
    assert is_doubtful(word, 0.6) is expected
    assert not is_doubtful(word, 0.9)


def test_words_in_a_column_of_figures_are_odd_but_not_its_head_nor_a_dash() -> None:
    table = (("Desa", "Padi"), ("Sukajadi", "412"), ("Wonosari", "BR"), ("Mekarsari", "-"), ("Bandar", "90"))
    assert list(misfits([tuple(map(RawCell, row)) for row in table])) == ["BR"]
    spanned = [(RawCell("Padi", columns=2),), *(tuple(map(RawCell, row)) for row in table)]
    assert list(misfits(spanned)) == []
