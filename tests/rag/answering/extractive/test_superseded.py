import pytest

from rag.answering.extractive.superseded import AsAmended, NoLongerSo
from tests.rag.answering.extractive.checks.looking import asked, candidate, passes, spanned

AMENDED = (
    "Pasal 4 yang semula berbunyi: Papan nama dikenai pajak Rp40.000 per meter persegi diubah sehingga berbunyi: "
    "Papan nama dikenai pajak Rp65.000 per meter persegi sebulan."
)
REPEALED = "Peraturan Pekon Nomor 2 Tahun 2019 yang menetapkan sewa los Rp60.000 setiap bulan dicabut."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Berapa pajak papan nama per meter sekarang?", "Rp65.000"),
        ("Berapa pajak papan nama?", "Rp65.000"),
        ("Berapa pajak papan nama semula?", "Rp40.000"),
    ],
)
def test_of_a_changed_text_the_new_figure_is_told(question: str, expected: str) -> None:
    sentence = candidate(AMENDED)
    span = AsAmended().narrowed(asked(question), sentence, spanned(AMENDED, "Rp40.000"))
    assert sentence.said(span) == expected


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Berapa pajak papan nama?", AMENDED, "Rp40.000", False),
        ("Berapa pajak papan nama?", AMENDED, "Rp65.000", True),
        ("Berapa pajak papan nama sebelumnya?", AMENDED, "Rp40.000", True),
        ("Berapa sewa los sebulan?", REPEALED, "Rp60.000", False),
        ("Berapa sewa los yang dicabut?", REPEALED, "Rp60.000", True),
        ("Berapa sewa los menurut Peraturan Pekon Nomor 2 Tahun 2019?", REPEALED, "Rp60.000", True),
        ("Peraturan mana yang dihapus?", REPEALED, "Peraturan Pekon Nomor 2 Tahun 2019", True),
        ("Berapa sewa los?", "Sewa los Rp90.000. Peraturan yang lama dicabut.", "Rp90.000", True),
    ],
)
def test_what_held_before_is_no_answer(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(NoLongerSo(), question, text, span) is expected
