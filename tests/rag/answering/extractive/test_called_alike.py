"""What a text calls the things that a question names otherwise."""

import pytest

from rag.answering.extractive.called_alike import meant_by, topic_in
from rag.language.stems import stem
from rag.questions.understanding import read
from rag.types import Language, Question


def names(question: str, word: str, text: str, of: Language = Language.ENGLISH) -> frozenset[str]:
    """The terms by which a text may name what an Indonesian question calls by a word."""
    query = read(Question(question, Language.INDONESIAN))
    topic = topic_in(query, query.topic, text, of)
    return frozenset().union(*(group for group in topic if stem(word) in group))


def test_an_english_table_names_what_an_indonesian_question_does() -> None:
    fares = "Passenger; Price; Child; 4,000; Foreign tourist; 90,000"
    assert stem("foreign") in names("turis asing bayar berapa?", "asing", fares)
    assert stem("child") in names("tiket anak berapa?", "anak", fares)
    assert stem("foreign") not in names("turis asing bayar berapa?", "asing", fares, Language.INDONESIAN)


@pytest.mark.parametrize(
    ("day", "text", "named"),
    [
        ("Sabtu", "Visitor; Weekday; Weekend", "weekend"),
        ("Rabu", "Visitor; Weekday; Weekend", "weekday"),
        ("Selasa", "Hari; Senin-Kamis; Jumat", "kamis"),
        ("Minggu", "Hari; Hari kerja; Akhir pekan", "pekan"),
        ("Senin", "Closed on Mondays; weekdays from 8", "mondays"),
    ],
)
def test_a_day_is_named_by_what_it_lies_in_where_nothing_is_called_by_it(day: str, text: str, named: str) -> None:
    assert stem(named) in names(f"hari {day} bayar berapa?", day.lower(), text)


def test_a_day_that_stands_alone_is_called_nothing_else() -> None:
    assert stem("kamis") not in names("hari Selasa buka jam berapa?", "selasa", "Senin-Kamis 08.00; Selasa 10.00")


def test_things_counted_are_named_by_the_number_as_it_stands_there() -> None:
    assert "q3" in names("Berapa ton pada triwulan ketiga?", "triwulan", "Crop; Q2 2025; Q3 2025")
    semesters = "Triwulan II; Triwulan III"
    assert "iii" in names("Berapa ton pada kuartal ketiga?", "ketiga", semesters, Language.INDONESIAN)


def test_english_words_stand_for_indonesian_ones() -> None:
    assert stem("audit") not in meant_by("the weather")
    assert stem("siswa") in meant_by("a student")
