import pytest

from rag.answering.extractive.excepted import Excepted
from rag.answering.extractive.narrowing import BeforeOrAfter, Doer, Narrowing, WholeDate
from tests.rag.answering.extractive.checks.looking import asked, candidate, spanned


def taken(narrowing: Narrowing, question: str, text: str, found: str) -> str:
    one = candidate(text)
    return one.said(narrowing.narrowed(asked(question), one, spanned(text, found)))


PIER = "Dermaga nelayan diperpanjang dari 80 meter menjadi 140 meter pada tahun 2025."
FEE = "Jalan dilebarkan dari 3 meter menjadi 5 meter, sedangkan iuran turun dari Rp20.000 menjadi Rp12.500 per rumah."


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("Berapa panjang dermaga sebelum diperpanjang?", PIER, "140 meter", "80 meter"),
        ("How long was the pier before?", PIER, "140 meter", "80 meter"),
        ("How long is the pier now?", PIER, "80 meter", "140 meter"),
        ("Berapa panjang dermaga?", PIER, "140 meter", "140 meter"),
        ("Berapa iuran sekarang?", FEE, "Rp20.000", "Rp12.500"),
        ("Berapa iuran semula?", FEE, "Rp12.500", "Rp20.000"),
    ],
)
def test_the_old_figure_is_for_how_it_was_and_the_new_one_for_how_it_is(
    question: str, text: str, found: str, expected: str
) -> None:
    assert taken(BeforeOrAfter(), question, text, found) == expected


@pytest.mark.parametrize(
    ("question", "span", "expected"),
    [
        ("Kapan musyawarah digelar?", "Ahad", "Ahad, 9 Nop 2025"),
        ("When is the meeting?", "Ahad", "Ahad, 9 Nop 2025"),
        ("Kapan musyawarah digelar?", "9 Nop 2025", "9 Nop 2025"),
        ("Kapan musyawarah digelar?", "balai desa", "balai desa"),
        ("Di mana musyawarah digelar?", "Ahad", "Ahad"),
    ],
)
def test_a_day_of_the_week_takes_its_date_along(question: str, span: str, expected: str) -> None:
    assert taken(WholeDate(), question, "Musyawarah digelar Ahad, 9 Nop 2025 di balai desa.", span) == expected


CAPITAL = "Pemberian modal awal kepada Badan Penyelenggara dilakukan oleh Menteri Keuangan."


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("Siapa yang melaksanakan pemberian modal awal?", CAPITAL, "Badan Penyelenggara", "Menteri Keuangan"),
        ("Siapa yang melaksanakan pemberian modal awal?", CAPITAL, "Menteri", "Menteri"),
        ("Siapa yang menerima bantuan?", "Bantuan diterima petani.", "petani", "petani"),
        ("Siapa yang menerima modal awal?", CAPITAL, "Badan Penyelenggara", "Badan Penyelenggara"),
        ("Siapa penerima modal awal?", CAPITAL, "Badan Penyelenggara", "Badan Penyelenggara"),
        (
            "Siapa yang menimbang ikan?",
            "Ikan ditimbang oleh petugas lelang sebelum dijual kepada warga.",
            "warga",
            "petugas lelang",
        ),
    ],
)
def test_who_does_it_is_told_and_not_for_whom(question: str, text: str, found: str, expected: str) -> None:
    assert taken(Doer(), question, text, found) == expected


WELDING = "Pelatihan berlangsung 30 hari kerja, kecuali pelatihan las yang berlangsung 45 hari kerja."
TICKETS = "Tiket Rp20.000, kecuali pelajar Rp5.000 dan lansia Rp8.000."


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("Berapa lama pelatihan las?", WELDING, "30 hari kerja", "45 hari kerja"),
        ("Berapa lama pelatihan las?", WELDING, "45 hari kerja", "45 hari kerja"),
        ("Berapa lama pelatihan?", WELDING, "30 hari kerja", "30 hari kerja"),
        ("Berapa lama pelatihan selain las?", WELDING, "30 hari kerja", "30 hari kerja"),
        ("Apa yang berlangsung 45 hari selain las?", WELDING, "Pelatihan", "Pelatihan"),
        ("Berapa tiket pelajar?", TICKETS, "Rp20.000", "Rp20.000"),  # two figures: which is whose is not told
        ("Berapa lama las?", "Pelatihan 30 hari. Kursus 5 hari, kecuali las 9 hari.", "30 hari", "30 hari"),
    ],
)
def test_what_an_exception_names_is_told_by_the_exception(question: str, text: str, found: str, expected: str) -> None:
    assert taken(Excepted(), question, text, found) == expected
