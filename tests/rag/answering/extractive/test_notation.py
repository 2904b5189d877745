from decimal import Decimal

import pytest

from rag.answering.extractive.notation import currency_of, figure_of, notation_of, signed_figure_of, written
from rag.types import Language


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.250", "1250"),
        ("Rp7.500", "7500"),
        ("35,1 %", "35.1"),
        ("655,5", "655.5"),
        ("1.25", None),
        ("belum ada", None),
    ],
)
def test_figures_are_read_in_the_indonesian_notation(text: str, figure: str | None) -> None:
    assert figure_of(text) == (Decimal(figure) if figure else None)


def test_a_computed_figure_is_written_as_the_sources_write_theirs() -> None:
    assert [written(Decimal(one)) for one in ("1250", "1250.50", "0")] == ["1.250", "1.250,5", "0"]


def test_english_figures_group_by_commas() -> None:
    assert figure_of("Rp18,000.50", Language.ENGLISH) == Decimal("18000.50")
    assert figure_of("1,25", Language.ENGLISH) is None
    assert written(Decimal("18000.5"), Language.ENGLISH) == "18,000.5"


def test_a_currency_counts_where_every_term_has_it() -> None:
    assert (currency_of(["Rp5", "Rp7"]), currency_of(["Rp5", "7"]), currency_of([])) == ("Rp", "", "")


@pytest.mark.parametrize(
    ("text", "figure"), [("(750)", "-750"), ("+13,5", "13.5"), ("−20", "-20"), ("(1.250 %)", "-1250"), ("(a)", None)]
)
def test_a_change_has_a_sign(text: str, figure: str | None) -> None:
    assert signed_figure_of(text) == (None if figure is None else Decimal(figure))


@pytest.mark.parametrize(
    ("texts", "usual", "told"),
    [
        (("92,5%", "954.000"), Language.ENGLISH, Language.INDONESIAN),
        (("41.6", "1,250"), Language.INDONESIAN, Language.ENGLISH),
        (("954.000", "880"), Language.ENGLISH, Language.INDONESIAN),
        (("120", "95"), Language.ENGLISH, Language.ENGLISH),
    ],
)
def test_figures_tell_their_notation(texts: tuple[str, ...], usual: Language, told: Language) -> None:
    assert notation_of(texts, usual) is told
