"""Numbers with what they count or call."""

import pytest

from rag.language.counted_things import counts_in, year_begun_with
from rag.language.stems import stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("telat 5x", [("kali", 5)]),
        ("late five times", [("kali", 5)]),
        ("Terlambat 7 (tujuh) kali", [("kali", 7)]),
        ("setelah mengemudi 5 jam", [("hour", 5)]),
        ("Motor Roda tiga", [(stem("roda"), 3)]),
        ("kelas 2", [(stem("kelas"), 2)]),
        ("3.000 warga", []),
        ("12 orang", []),
        ("pukul 08.30", []),
        ("jam 8", []),
        ("Rp 500", []),
        ("nilai 80", []),
    ],
)
def test_a_number_has_a_unit_or_calls_what_stands_before_it(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.of, one.number) for one in counts_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. Tanggal 3 September 1984 perusahaan dialihkan.", "1984"),
        ("Tahun 1979 perusahaan didirikan.", "1979"),
        ("Pada akhir tahun 2012 kantor pindah.", "2012"),
        ("In March 2012 the office moved.", "2012"),
        ("Sejak 2012 tarifnya Rp5.000.", None),
        ("Tarif itu ditetapkan pada 2012.", None),
        ("Peraturan Daerah Nomor 4 Tahun 2012 mengatur tarif.", None),
    ],
)
def test_a_sentence_is_of_the_year_that_it_begins_with(text: str, expected: str | None) -> None:
    assert year_begun_with(text) == expected
