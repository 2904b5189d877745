import pytest

from rag.answering.attached import attached
from rag.reader import AnswerType

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
        ("Siapa dari Malaysia?", AnswerType.PERSON, COUNTRIES, "Taiwan", "Taiwan"),
        ("Apa yang ke Malaysia?", None, COUNTRIES, "Taiwan", "Taiwan"),
        ("Berapa lama?", AnswerType.DURATION, "Pelatihan 3 bulan.", "3 bulan", "3 bulan"),
    ],
)
def test_a_figure_stays_with_what_the_question_names(
    question: str, kind: AnswerType | None, text: str, found: str, expected: str
) -> None:
    assert taken(question, kind, text, found) == expected
