import pytest

from rag.questions.by_model.acceptance import LONGEST_QUESTION, Objection, objection
from rag.types import Language, Question, Turn

VOCATIONAL = Turn("Berapa lama pelatihan Program Migran Vokasi untuk alumni?", "Pelatihan berlangsung 3 bulan. [1]")
TAIWAN = Turn("How many migrant workers from Lampung went to Taiwan?", "4,584 people. [1]")


def judged(proposed: str, follow_up: str, *history: Turn, language: Language = Language.INDONESIAN) -> Objection | None:
    return objection(proposed, Question(follow_up, language, history))


@pytest.mark.parametrize(
    ("follow_up", "proposed"),
    [
        ("Apa saja materi yang diajarkan?", "Apa saja materi yang diajarkan pada Program Migran Vokasi?"),
        ("Materinya apa saja?", "Apa saja materi pelatihan Program Migran Vokasi untuk alumni?"),
        ("brp biayanya?", "Berapa biaya pelatihan Program Migran Vokasi?"),
        ("Kalau untuk siswa kelas XII?", "Berapa lama pelatihan Program Migran Vokasi untuk siswa kelas XII?"),
        ("Siapa yang tidak boleh mendaftar?", "Siapa yang tidak boleh mendaftar Program Migran Vokasi?"),
    ],
)
def test_a_completion_from_the_words_of_the_conversation_is_taken(follow_up: str, proposed: str) -> None:
    assert judged(proposed, follow_up, VOCATIONAL) is None


def test_english_is_completed_from_english() -> None:
    said = ("How many migrant workers from Lampung went to Japan?", "What about Japan?")
    assert judged(*said, TAIWAN, language=Language.ENGLISH) is None


def test_figures_may_be_written_as_either_language_writes_them() -> None:
    assert judged("Siapa di antara 4.584 orang yang pulang?", "siapa yang pulang di antara orang itu?", TAIWAN) is None


@pytest.mark.parametrize(
    ("follow_up", "proposed", "wrong"),
    [
        ("Apa saja materi yang diajarkan?", "Apa saja materi\nProgram Migran Vokasi?", Objection.NOT_ONE_LINE),
        ("Apa saja materinya?", "Apa saja materi " + "pelatihan " * 20 + "?", Objection.TOO_LONG),
        ("Apa saja materinya?", "Materi Program Migran Vokasi.", Objection.NO_QUESTION),
        ("Apa saja materinya?", "Apa materinya? Program Migran Vokasi?", Objection.NO_QUESTION),
        ("Apa saja materinya?", "What is the content of the Migran Vokasi training?", Objection.OTHER_LANGUAGE),
        ("Kapan dimulai?", "Berapa lama Program Migran Vokasi dimulai?", Objection.ASKS_OTHERWISE),
        ("Kapan dimulai?", "Kapan dan di mana Program Migran Vokasi dimulai?", Objection.ASKS_OTHERWISE),
        ("Kalau untuk siswa?", "Siapa siswa pelatihan Program Migran Vokasi?", Objection.ASKS_OTHERWISE),
        ("Kapan dimulai?", "Kapan Program Kartu Prakerja dimulai?", Objection.WORD_OF_ITS_OWN),
        ("Kapan dimulai?", "Kapan Program Migran Vokasi 2025 dimulai?", Objection.WORD_OF_ITS_OWN),
        ("Kapan dimulai?", "Kapan Program Migran Vokasi tidak dimulai?", Objection.WORD_OF_ITS_OWN),
        ("Siapa yang tidak boleh mendaftar?", "Siapa yang boleh mendaftar Program Migran Vokasi?", Objection.WORD_LOST),
        ("Kalau ke Jepang?", "Berapa lama pelatihan Program Migran Vokasi?", Objection.WORD_LOST),
        ("Kapan dimulai?", "Kapan itu dimulai?", Objection.ADDS_NOTHING),
        ("Kapan dimulai?", "Kapan dimulai?", Objection.ADDS_NOTHING),
    ],
)
def test_what_is_wrong_with_a_completion_is_named(follow_up: str, proposed: str, wrong: Objection) -> None:
    assert judged(proposed, follow_up, VOCATIONAL) is wrong


def test_a_longest_question_is_still_taken() -> None:
    padding = " Vokasi" * 40
    proposed = f"Kapan dimulai Program Migran{padding}"[: LONGEST_QUESTION - 1].rstrip() + "?"
    whole_words = proposed if proposed.endswith("Vokasi?") else proposed.rsplit(" ", 1)[0] + "?"
    assert judged(whole_words, "Kapan dimulai?", VOCATIONAL) is None
