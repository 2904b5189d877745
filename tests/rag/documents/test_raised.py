import pytest

from rag.documents.raised import lowered, raised_after


@pytest.mark.parametrize(
    ("before", "said", "shown"),
    [
        ("sebanyak 7.420", "1", None),
        ("peserta", "1,2", None),
        ("harga", "*", None),
        ("desa", "a)", None),
        ("seluas 50 m", "2", "²"),
        ("25km", "2", "²"),
        ("nilai R", "2", "²"),
        ("2,5 x 10", "-3", "⁻³"),
        ("bakteri 10", "6", "⁶"),
        ("sebanyak 7.410", "6", None),
        ("", "1", "¹"),
        ("Catatan: ", "1", "¹"),
        ("the 21", "st", "st"),
    ],
)
def test_marks_of_notes_are_told_from_exponents(before: str, said: str, shown: str | None) -> None:
    assert raised_after(before, said) == shown


def test_lowered_figures_stay_low() -> None:
    assert "H" + lowered("2") + "O" == "H₂O"
