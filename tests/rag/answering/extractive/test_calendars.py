"""Calendars as grids of days."""

import pytest

from rag.answering.extractive.calendars import on_calendar
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question

WEEK = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS = (
    ("1", "2 Imunisasi balita", "3", "4", "5", "6", "7"),
    ("8", "9", "10", "11 Senam lansia", "12", "13", "14"),
    ("15", "16", "17", "18", "19", "20 Donor darah", "21"),
)


def told(question: str, *rows: tuple[str, ...]) -> tuple[str, str] | None:
    cells = tuple(tuple(map(RawCell, row)) for row in (WEEK, *rows))
    block = Block("", kind=BlockKind.TABLE, table=RawTable(cells, "Kalender Puskesmas September 2025", header_rows=1))
    document = clean(RawPage((block,), title="Kalender Puskesmas September 2025"), "kalender")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 200)
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages)
    found = on_calendar(read(Question(question, Language.INDONESIAN)), hits, {document.id: document}.__getitem__)
    return (found.only, found.spans[0].text.partition(";")[0]) if found is not None else None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hari apa donor darah diadakan?", ("Sabtu", "Senin: 15")),
        ("Tanggal berapa senam lansia?", ("11", "Senin: 8")),
        ("Apa kegiatan pada tanggal 2 September 2025?", ("Imunisasi balita", "Senin: 1")),
        ("Hari apa lomba memasak diadakan?", None),
        ("Tanggal berapa senam ibu hamil?", None),
        ("Apa kegiatan pada tanggal 5 September 2025?", None),
        ("Apa kegiatan pada tanggal 2 Oktober 2025?", None),
        ("Mengapa ada kegiatan pada tanggal 2 September 2025?", None),
    ],
)
def test_a_day_is_told_by_what_is_on_it_and_what_is_on_it_by_the_day(question: str, expected: tuple[str, str]) -> None:
    assert told(question, *DAYS) == expected


def test_lessons_told_with_their_hours_are_no_calendar() -> None:
    lessons = ("2 jam Seni", "3 jam Biologi", "2 jam Agama", "1 jam Pramuka", "4 jam Kimia", "2 jam Kriya", "1 jam Doa")
    assert told("Tanggal berapa 3 jam Biologi di Puskesmas?", lessons) is None


def test_a_month_that_begins_within_a_week_follows_the_last_one() -> None:
    assert told("Hari apa donor darah diadakan?", ("29", "30", "31", "1", "2 Donor darah", "3", "4")) == (
        "Jumat",
        "Senin: 29",
    )
