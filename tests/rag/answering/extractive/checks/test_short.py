"""What may stand alone above the quotes."""

import pytest

from rag.answering.extractive.checks.choice import OneOfTwo
from rag.answering.extractive.checks.one_of_several import OneOfSeveral
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Di sektor apa mereka bekerja?", True),
        ("Apakah mereka bekerja di sektor formal?", False),  # neither yes nor no
        ("Do they work in the formal sector?", False),
        ("Apakah mereka bekerja di sektor formal atau tidak?", False),
        ("Apa mereka bekerja di sana?", False),
        ("Isn't that formal?", False),
        ("Di sektor formal atau informal?", True),
        ("Di kota atau desa?", False),  # names neither
        ("Apakah di Jawa Tengah atau Jawa Barat?", False),
        ("Can you tell me where they work?", True),
        ("How do workers or trainees work?", True),
        ("Apa tujuan mereka?", True),
    ],
)
def test_a_span_is_neither_yes_nor_no_and_names_one_of_two(question: str, expected: bool) -> None:
    assert passes(OneOfTwo(), question, "Mereka bekerja di sektor formal.", "formal") is expected


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Ada apa saja?", "Di sana ada Drs. H. Ahmad, M.Si. semuanya.", "Drs. H. Ahmad, M.Si.", False),
        ("Ada apa saja?", "Di sana ada Rp1,5 juta semuanya.", "Rp1,5 juta", False),
        ("Ada apa saja?", "Di sana ada kopi, lada semuanya.", "kopi, lada", True),
        ("Ada apa saja?", "Barang: kopi, lada; Harga: 5\nBarang: padi; Harga: 4", "kopi, lada", False),
        ("Ada apa?", "Di sana ada kopi semuanya.", "kopi", True),
    ],
)
def test_one_thing_is_no_list(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(OneOfSeveral(), question, text, span) is expected
