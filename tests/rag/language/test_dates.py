from datetime import date

import pytest

from rag.language.dates import find_dates, parse_date, published_day, years_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kamis, 12 Februari 2026 malam", date(2026, 2, 12)),
        ("12 Feb 2026", date(2026, 2, 12)),
        ("Jun 15, 2025 - 11:40", date(2025, 6, 15)),
        ("Selasa, 4 November 2025 - 15:01 WIB", date(2025, 11, 4)),
        (" date 2026-02-13 KUALA LUMPUR", date(2026, 2, 13)),
        ("2025-06-15T11:40:00+07:00", date(2025, 6, 15)),
        ("Rabu (18/6/2025).", date(2025, 6, 18)),
        ("06/18/2025", date(2025, 6, 18)),
        ("15-6-2025", date(2025, 6, 15)),
        ("(5/3/25)", date(2025, 3, 5)),
        ("17/08/98", date(1998, 8, 17)),
        ("31/12/27", date(2027, 12, 31)),
        ("November 4, 2025", date(2025, 11, 4)),
        ("4th of July 2025", date(2025, 7, 4)),
        ("Jum'at, 3 Okt. 2025", date(2025, 10, 3)),
        ("17 Agustus 1945", date(1945, 8, 17)),
        ("17-Agu-2025", date(2025, 8, 17)),
        ("Jum`at Kliwon, 7 Nopember 2025", date(2025, 11, 7)),
        ("Ahad, 9 Ags 2025", date(2025, 8, 9)),
        ("Senen tanggal 3 bulan Pebruari tahun 2025", date(2025, 2, 3)),
    ],
)
def test_reads_a_day(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Juni 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("bulan juni tahun 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("tahun 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("data 2024.", date(2024, 1, 1), date(2024, 12, 31)),
        ("2019-2024", date(2019, 1, 1), date(2024, 12, 31)),
        ("12-14 Februari 2026", date(2026, 2, 12), date(2026, 2, 14)),
        ("28 Februari s.d. 2 Maret 2026", date(2026, 2, 28), date(2026, 3, 2)),
        ("February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("11 Februari sampai dengan 13 Februari 2024", date(2024, 2, 11), date(2024, 2, 13)),
        ("Senin, 11 Maret s/d Rabu, 13 Maret 2024", date(2024, 3, 11), date(2024, 3, 13)),
        ("28 Desember — 3 Januari 2024", date(2023, 12, 28), date(2024, 1, 3)),
        ("April 24 - November 25, 2023", date(2023, 4, 24), date(2023, 11, 25)),
        ("May 3-5, 2024", date(2024, 5, 3), date(2024, 5, 5)),
        ("3rd to 5th May 2024", date(2024, 5, 3), date(2024, 5, 5)),
        ("3, 4 dan 5 Mei 2024", date(2024, 5, 3), date(2024, 5, 5)),
        ("3 and 4 May 2024", date(2024, 5, 3), date(2024, 5, 4)),
        ("Januari s.d. Maret 2024", date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_reads_a_range(text: str, first: date, last: date) -> None:
    (mention,) = find_dates(text)
    assert (mention.first, mention.last) == (first, last)
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Permendagri No. 22 Tahun 2022",
        "UU Nomor 11 Tahun 2020",
        "PP 5/2021",
        "2000 orang",
        "Rp2024",
        "9154 pekerja",
        "versi 1.2.3",
        "31 Februari 2025",
        "Sabtu",
        "",
    ],
)
def test_a_number_that_is_no_date_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_mentions_carry_their_offsets_in_order() -> None:
    text = "Pada 2024 dan Selasa, 4 November 2025, lalu Mei 2026."
    assert [text[m.start : m.end] for m in find_dates(text)] == ["2024", "Selasa, 4 November 2025", "Mei 2026"]


@pytest.mark.parametrize("text", ["12 Aprıl 2025", "12 APRİL 2025", "12 Deſember 2025"])
def test_a_month_in_letters_of_another_alphabet_leaves_the_year(text: str) -> None:
    (mention,) = find_dates(text)
    assert (mention.first, mention.last) == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize("text", ["Pasal 3 dan 14 Mei 2024", "Mei 2023 sampai 14 Mei 2024", "Juli - 14 Mei 2024"])
def test_days_that_do_not_follow_each_other_are_no_stretch(text: str) -> None:
    assert find_dates(text)[-1].first == find_dates(text)[-1].last == date(2024, 5, 14)


def test_years_are_those_written_each_once() -> None:
    assert years_in("Perda Nomor 5 Tahun 2023, 2024 dan 2023; Rp2.000") == ("2023", "2024")


@pytest.mark.parametrize("text", ["7 Nopemb 2025", "3 Okotber 2025", "7 Juny 2025"])
def test_a_day_of_an_unread_month_is_no_day_at_all(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-07T18:30:00Z", date(2025, 11, 8)),
        ("2025-12-31T17:00:00+00:00", date(2026, 1, 1)),
        ("Fri, 07 Nov 2025 19:05:00 GMT", date(2025, 11, 8)),
        ("2025-11-07T16:59:00Z", date(2025, 11, 7)),
        ("2025-11-07T23:30:00+07:00", date(2025, 11, 7)),
        ("2025-11-08T00:30:00+08:00", date(2025, 11, 8)),
        ("7 November 2025 23:15 WIB", date(2025, 11, 7)),
        ("7 November 2025", date(2025, 11, 7)),
    ],
)
def test_a_time_of_publication_in_utc_is_told_as_the_day_in_jakarta(text: str, day: date) -> None:
    assert published_day(text) == day
