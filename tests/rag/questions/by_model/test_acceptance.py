import pytest

from rag.questions.by_model.acceptance import LONGEST_QUESTION, Objection, objection
from rag.types import Language, Question, Turn

HEALTH = Turn("Berapa lama pelatihan Posyandu Keluarga Sehat untuk kader?", "Pelatihan berlangsung 3 hari. [1]")
CLINIC = Turn("How many children from Sukajadi came to the clinic?", "4,584 children. [1]")


def judged(proposed: str, follow_up: str, *history: Turn, language: Language = Language.INDONESIAN) -> Objection | None:
    return objection(proposed, Question(follow_up, language, history))


@pytest.mark.parametrize(
    ("follow_up", "proposed"),
    [
        ("Apa saja materi yang diajarkan?", "Apa saja materi yang diajarkan pada Posyandu Keluarga Sehat?"),
        ("Materinya apa saja?", "Apa saja materi pelatihan Posyandu Keluarga Sehat untuk kader?"),
        ("brp biayanya?", "Berapa biaya pelatihan Posyandu Keluarga Sehat?"),
        ("Kalau untuk ibu hamil?", "Berapa lama pelatihan Posyandu Keluarga Sehat untuk ibu hamil?"),
        ("Siapa yang tidak boleh mendaftar?", "Siapa yang tidak boleh mendaftar Posyandu Keluarga Sehat?"),
    ],
)
def test_a_completion_from_the_words_of_the_conversation_is_taken(follow_up: str, proposed: str) -> None:
    assert judged(proposed, follow_up, HEALTH) is None


def test_english_is_completed_from_english() -> None:
    said = ("How many children from Wonosari came to the clinic?", "What about Wonosari?")
    assert judged(*said, CLINIC, language=Language.ENGLISH) is None


def test_figures_may_be_written_as_either_language_writes_them() -> None:
    assert judged("Siapa di antara 4.584 anak yang sakit?", "siapa yang sakit di antara anak itu?", CLINIC) is None


@pytest.mark.parametrize(
    ("follow_up", "proposed", "wrong"),
    [
        ("Apa saja materi yang diajarkan?", "Apa saja materi\nPosyandu Keluarga Sehat?", Objection.NOT_ONE_LINE),
        ("Apa saja materinya?", "Apa saja materi " + "pelatihan " * 20 + "?", Objection.TOO_LONG),
        ("Apa saja materinya?", "Materi Posyandu Keluarga Sehat.", Objection.NO_QUESTION),
        ("Apa saja materinya?", "Apa materinya? Posyandu Keluarga Sehat?", Objection.NO_QUESTION),
        ("Apa saja materinya?", "What is the content of the Keluarga Sehat training?", Objection.OTHER_LANGUAGE),
        ("Kapan dimulai?", "Berapa lama Posyandu Keluarga Sehat dimulai?", Objection.ASKS_OTHERWISE),
        ("Kapan dimulai?", "Kapan dan di mana Posyandu Keluarga Sehat dimulai?", Objection.ASKS_OTHERWISE),
        ("Kalau untuk ibu hamil?", "Siapa ibu hamil pelatihan Posyandu Keluarga Sehat?", Objection.ASKS_OTHERWISE),
        ("Kapan dimulai?", "Kapan Program Kartu Sembako dimulai?", Objection.WORD_OF_ITS_OWN),
        ("Kapan dimulai?", "Kapan Posyandu Keluarga Sehat 2025 dimulai?", Objection.WORD_OF_ITS_OWN),
        ("Kapan dimulai?", "Kapan Posyandu Keluarga Sehat tidak dimulai?", Objection.WORD_OF_ITS_OWN),
        (
            "Siapa yang tidak boleh mendaftar?",
            "Siapa yang boleh mendaftar Posyandu Keluarga Sehat?",
            Objection.WORD_LOST,
        ),
        ("Kalau di Wonosari?", "Berapa lama pelatihan Posyandu Keluarga Sehat?", Objection.WORD_LOST),
        ("Kapan dimulai?", "Kapan itu dimulai?", Objection.ADDS_NOTHING),
        ("Kapan dimulai?", "Kapan dimulai?", Objection.ADDS_NOTHING),
    ],
)
def test_what_is_wrong_with_a_completion_is_named(follow_up: str, proposed: str, wrong: Objection) -> None:
    assert judged(proposed, follow_up, HEALTH) is wrong


def test_a_longest_question_is_still_taken() -> None:
    padding = " Sehat" * 40
    proposed = f"Kapan dimulai Posyandu Keluarga{padding}"[: LONGEST_QUESTION - 1].rstrip() + "?"
    whole_words = proposed if proposed.endswith("Sehat?") else proposed.rsplit(" ", 1)[0] + "?"
    assert judged(whole_words, "Kapan dimulai?", HEALTH) is None
