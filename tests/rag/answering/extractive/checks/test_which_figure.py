import pytest

from rag.answering.extractive.checks.which_figure import attached
from rag.language.question_kinds import AnswerType

TWO_LENGTHS = "Pelatihan untuk alumni dijalankan 3 bulan, sementara untuk siswa kelas XII berlangsung 12 bulan penuh."
COUNTRIES = "Terbanyak ke Taiwan sebanyak 4.584 orang, diikuti Hongkong 2.389 orang, Malaysia 697 orang."
SUBJECT = "Lampung mengirim 9.154 orang, 5.943 orang di antaranya informal."


def taken(question: str, kind: AnswerType | None, text: str, found: str) -> str:
    start, end = attached(question, kind, text, text.index(found), text.index(found) + len(found))
    return text[start:end]


@pytest.mark.parametrize(
    ("question", "kind", "text", "found", "expected"),
    [
        ("Berapa bulan untuk siswa kelas XII?", AnswerType.DURATION, TWO_LENGTHS, "3 bulan", "12 bulan"),
        ("How many months for grade XII students?", AnswerType.DURATION, TWO_LENGTHS, "3 bulan", "12 bulan"),
        ("Berapa bulan untuk alumni?", AnswerType.DURATION, TWO_LENGTHS, "3 bulan", "3 bulan"),
        ("Berapa bulan untuk siswa kelas XII?", AnswerType.DURATION, TWO_LENGTHS, "12 bulan", "12 bulan"),
        ("Berapa orang ke Malaysia?", AnswerType.NUMBER, COUNTRIES, "4.584 orang", "697 orang"),
        ("How many went to Malaysia?", AnswerType.NUMBER, COUNTRIES, "4.584", "697 orang"),
        ("Berapa orang ke Taiwan?", AnswerType.NUMBER, COUNTRIES, "4.584 orang", "4.584 orang"),
        # Two clauses are named: no telling which is meant.
        ("Berapa ke Hongkong dan Malaysia?", AnswerType.NUMBER, COUNTRIES, "4.584 orang", "4.584 orang"),
        # What the first clause names is the subject of the whole sentence.
        ("Berapa orang Lampung yang informal?", AnswerType.NUMBER, SUBJECT, "5.943 orang", "5.943 orang"),
        # The question's own figure, a year, another place and a word like "Dinas" decide nothing.
        ("Berapa orang dari 385 ke Jepang?", AnswerType.NUMBER, "Ada 120 orang, ke Jepang dari 385.", "120", "120"),
        ("Berapa orang ke Jepang?", AnswerType.NUMBER, "Ada 50 orang, dan pada 2025 Jepang membuka lagi.", "50", "50"),
        ("Berapa asal Lampung?", AnswerType.NUMBER, "Ada 914 orang, 31 dari Lampung Timur.", "914", "914"),
        ("Berapa oleh Dinas Sosial?", AnswerType.NUMBER, "Ada 5 orang, 3 oleh Dinas Pangan.", "5 orang", "5 orang"),
        ("Siapa dari Malaysia?", AnswerType.PERSON, COUNTRIES, "Taiwan", "Taiwan"),
        ("Apa yang ke Malaysia?", None, COUNTRIES, "Taiwan", "Taiwan"),
        ("Berapa lama?", AnswerType.DURATION, "Pelatihan 3 bulan.", "3 bulan", "3 bulan"),
    ],
)
def test_a_figure_stays_with_what_the_question_names(
    question: str, kind: AnswerType | None, text: str, found: str, expected: str
) -> None:
    assert taken(question, kind, text, found) == expected
