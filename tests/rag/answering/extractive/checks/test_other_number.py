"""A number of the question that the sentence contradicts with another one of the same kind."""

import pytest

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.checks.other_number import OtherNumber, OtherYear, is_of_that_number
from rag.models.reader import ReadSpan
from rag.types import Hit, Method, Passage, Span
from tests.rag.answering.extractive.checks.looking import asked, passes

ITEMS = "- Terlambat 3x: Teguran\n- Terlambat 5x: Skorsing\n- Terlambat 7x: Dikeluarkan\n- Buku hilang 2 kali: Denda"


def item(line: int) -> Candidate:
    start = sum(len(one) + 1 for one in ITEMS.splitlines()[:line])
    text = ITEMS.splitlines()[line]
    hit = Hit(Passage("d#0", "d", 0, len(ITEMS), ITEMS, "Sanksi"), 1.0, (Method.DENSE,))
    return Candidate(hit, Span("d", start, start + len(text), text))


def told_by_item(question: str, line: int, whole: bool = False) -> bool:
    one = item(line)
    begin, end = one.within
    span = ReadSpan(begin if whole else begin + one.text.index(": ") + 2, end, 5.0)
    return OtherNumber().objects(asked(question), one, span) is None


def test_of_items_that_their_number_tells_apart_the_one_with_the_number_counts() -> None:
    assert [told_by_item("telat balikin buku 5x kena apa?", line) for line in range(4)] == [False, True, False, True]
    assert [is_of_that_number(asked("telat buku 5x kena apa?"), item(line)) for line in range(4)] == [
        False,
        True,
        False,
        False,
    ]
    assert not told_by_item("terlambat 4 kali kena apa?", 2, whole=True)
    assert all(told_by_item("telat balikin buku kena apa?", line) for line in range(4))


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Berapa denda terlambat 5 hari?", "Denda terlambat 10 hari sebesar Rp75.000.", "Rp75.000", False),
        ("Berapa denda terlambat 10 hari?", "Denda terlambat 10 hari sebesar Rp75.000.", "Rp75.000", True),
        (
            "Berapa lama istirahat setelah mengemudi 3 jam?",
            "Setelah mengemudi 5 jam istirahat 45 menit.",
            "45 menit",
            False,
        ),
        ("Berapa tarif motor roda dua?", "Motor roda tiga membayar Rp3.000.", "Rp3.000", False),
        ("Berapa tarif motor roda 3?", "Motor roda tiga membayar Rp3.000.", "Rp3.000", True),
        ("Berapa seragam murid kelas 2?", "Seragam murid kelas 1 dua setel.", "dua setel", False),
        ("Berapa denda terlambat 5 hari?", "Denda Rp1.000 sehari, terlambat paling lama 10 hari.", "Rp1.000", True),
        ("Berapa denda terlambat 5 hari?", "Buku dipinjam 7 hari, dendanya Rp1.000 sehari.", "Rp1.000", True),
        ("Berapa denda terlambat lebih dari 5 hari?", "Denda terlambat 10 hari sebesar Rp75.000.", "Rp75.000", True),
        ("Usia 16 tahun boleh ikut?", "Peserta berusia usia 17 tahun ke atas.", "ke atas", True),
        ("jam 9 sudah buka?", "Loket buka jam 8 pagi.", "Loket buka", True),
        ("Berapa lama paket 3 hari?", "Paket berlangsung 4 hari.", "4 hari", True),
    ],
)
def test_a_sentence_about_another_number_of_the_same_tells_nothing(
    question: str, text: str, span: str, expected: bool
) -> None:
    assert passes(OtherNumber(), question, text, span) is expected


@pytest.mark.parametrize(
    ("question", "text", "title", "expected"),
    [
        ("Berapa sambungan pada 2010?", "5. Tanggal 3 September 1984 ada 6.000 sambungan.", "Sejarah", False),
        ("How many connections in 2018?", "Tahun 1979 perusahaan memiliki 6.000 sambungan.", "Sejarah", False),
        ("Berapa sambungan pada 1979?", "Tahun 1979 perusahaan memiliki 6.000 sambungan.", "Sejarah", True),
        ("Berapa sambungan pada 2018?", "Tahun 2017 disetujui 6.000 sambungan.", "Laporan 2018", True),
        ("Berapa sambungan pada 2018?", "Jumlahnya 6.000 sambungan, naik dari 2017.", "Sejarah", True),
        ("Berapa sambungan pada 2018?", "Sejak 2012 ada 6.000 sambungan.", "Sejarah", True),
        ("Berapa sambungan dari 1979 ke 2018?", "Tahun 1979 ada 6.000 sambungan.", "Sejarah", True),
    ],
)
def test_a_sentence_that_begins_with_another_year_tells_nothing_of_the_one_asked_for(
    question: str, text: str, title: str, expected: bool
) -> None:
    assert passes(OtherYear(), question, text, "6.000 sambungan", title) is expected
