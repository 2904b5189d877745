"""Timetables of days by hours, either way round."""

import pytest

from rag.answering.extractive.timetables import on_timetable
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.questions.understanding import read
from rag.types import BlockKind, Document, Hit, Language, Method, Question


def page(title: str, *lines: str) -> Document:
    """A cell that is "=" belongs to the one before it."""
    rows = []
    for line in lines:
        cells: list[RawCell] = []
        for text in line.split("|"):
            if text == "=":
                cells[-1] = RawCell(cells[-1].text, columns=cells[-1].columns + 1)
            else:
                cells.append(RawCell(text))
        rows.append(tuple(cells))
    table = Block("", kind=BlockKind.TABLE, table=RawTable(tuple(rows)))
    return clean(RawPage((Block("Berlaku mulai Maret."), table), title=title), "d")


COURSES = page(
    "Jadwal Kursus Balai Way Ruhu",
    "Pukul|Senin|Rabu|Kamis|Jumat",
    "08.00-09.30|Menjahit|Las|Anyam|Tata Boga",
    "09.30-10.00|Istirahat|=|=|=",
    "10.00-11.30|Las|Projek Bersama|=|-",
    "13.00-14.30|Komputer|Tata Boga|Las|Komputer",
)
DOCTORS = page(
    "Jadwal Praktik Puskesmas",
    "Hari|07.00-10.00|10.00-13.00|13.00-16.00",
    "Senin|drg. Palupi|Bidan Sekar|dr. Hanif",
    "Selasa|dr. Hanif|drg. Palupi|-",
    "Kamis|Bidan Sekar|dr. Hanif|drg. Palupi",
)


def told(document: Document, question: str, language: Language) -> str | None:
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 300)
    hits = [Hit(passage, 1.0, (Method.DENSE,)) for passage in passages]
    found = on_timetable(read(Question(question, language)), hits, lambda _: document)
    return found.only if found else None


@pytest.mark.parametrize(
    ("document", "question", "only"),
    [
        (COURSES, "Kursus apa hari Kamis pukul 08.00-09.30?", "Anyam"),
        (COURSES, "Kursus apa pada hari Jumat pukul 13.30?", "Komputer"),
        (COURSES, "Apa kursus hari Kamis pukul 10.00?", "Projek Bersama"),
        (COURSES, "Hari apa kursus komputer?", "Senin, Jumat"),
        (COURSES, "Hari apa ada Projek Bersama?", "Rabu, Kamis"),
        (COURSES, "Pukul berapa istirahat?", "09.30-10.00"),
        (COURSES, "Pukul berapa kursus las hari Kamis?", "13.00-14.30"),
        (COURSES, "Hari apa kursus las pukul 10.00?", "Senin"),
        (COURSES, "Kursus apa hari Jumat pukul 10.00-11.30?", None),  # nothing is on
        (COURSES, "Kursus apa hari Selasa pukul 08.00?", None),
        (COURSES, "Hari apa kursus bahasa Inggris?", None),
        (COURSES, "Siapa pengajar kursus las?", None),
        (COURSES, "Berapa lama kursus las?", None),
        (DOCTORS, "Siapa yang praktik hari Selasa pukul 10.00-13.00?", "drg. Palupi"),
        (DOCTORS, "Pukul berapa Bidan Sekar praktik hari Kamis?", "07.00-10.00"),
        (DOCTORS, "Siapa yang praktik hari Selasa pukul 14.00?", None),
    ],
)
def test_each_side_is_told_by_the_two_others(document: Document, question: str, only: str | None) -> None:
    assert told(document, question, Language.INDONESIAN) == only


def test_english_questions_name_indonesian_days() -> None:
    assert told(COURSES, "What course is held on Monday at 13.00?", Language.ENGLISH) == "Komputer"
    assert told(COURSES, "On which day is Anyam?", Language.ENGLISH) == "Kamis"


def test_a_table_without_days_or_hours_is_no_timetable() -> None:
    plain = page("Sewa", "Ruang|Lantai 1|Lantai 2|Lantai 3", "Melati|Kosong|Isi|Isi", "Kenanga|Isi|Kosong|Isi")
    assert told(plain, "Ruang apa yang kosong di lantai 2?", Language.INDONESIAN) is None
