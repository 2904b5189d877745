import pytest

from rag.answering.extractive.checks.kind import Kind
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "span", "expected"),
    [
        ("Berapa lama izin berlaku?", "di kantor dinas", False),
        ("Berapa lama izin berlaku?", "lima tahun", True),
        ("Siapa yang menandatangani?", "12 Mei 2025", False),
        ("Siapa yang menandatangani?", "Rina Wati", True),
        ("Apa komoditasnya?", "kopi", True),
    ],
)
def test_a_span_is_of_the_kind_asked_for(question: str, span: str, expected: bool) -> None:
    assert passes(Kind(), question, f"Isinya {span} saja.", span) is expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Pasar Gadingrejo memiliki 212 kios.", "212", False),
        ("Sewanya 90 ribu sebulan.", "90", True),
        ("Sewa kios Rp90.000 sebulan.", "Rp90.000", True),
        ("Sewanya 90.000 sebulan.", "90.000", True),
        ("A stall costs 90 thousand a month.", "90", True),
        ("Stan disewa seharga 30 euro.", "30", True),
    ],
)
def test_a_count_in_a_sentence_is_no_sum_of_money(text: str, span: str, expected: bool) -> None:
    assert passes(Kind(), "Berapa sewa kios?", text, span) is expected


@pytest.mark.parametrize(
    ("question", "text", "span"),
    [
        (
            "When should I bring a goat?",
            "Bawa kambing bila perutnya kembung lebih dari sehari.",
            "bila perutnya kembung lebih dari sehari",
        ),
        ("When must a cow be examined?", "Sapi diperiksa apabila susunya berubah warna.", "susunya berubah warna"),
        ("Kapan anak sapi boleh dijual?", "Anak sapi dijual jika sudah disapih.", "jika sudah disapih"),
        ("Surat itu berlaku sampai kapan?", "Surat berlaku sampai ternak dipindahkan.", "ternak dipindahkan"),
        ("kartu berlaku smp kpn?", "Kartu berlaku selama pelajar terdaftar.", "selama pelajar terdaftar"),
        ("When does a guest need a card?", "Guests show a card if they go upstairs.", "if they go upstairs"),
    ],
)
def test_when_is_answered_by_a_condition(question: str, text: str, span: str) -> None:
    assert passes(Kind(), question, text, span)


@pytest.mark.parametrize(
    ("question", "text", "span"),
    [
        ("When was the post founded?", "Bawa kambing bila perutnya kembung.", "bila perutnya kembung"),
        ("Tahun berapa surat itu terbit?", "Surat berlaku sampai ternak dipindahkan.", "sampai ternak dipindahkan"),
        ("Kapan pos dibuka?", "Pos dipimpin dokter hewan.", "dipimpin dokter hewan"),
    ],
)
def test_what_has_been_and_a_year_have_a_date(question: str, text: str, span: str) -> None:
    assert not passes(Kind(), question, text, span)
