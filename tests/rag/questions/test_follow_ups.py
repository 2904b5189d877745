from datetime import date

import pytest

from rag.questions.follow_ups import is_follow_up, may_lean_back, stand_alone
from rag.types import Language, Question, Turn

TODAY = date(2026, 11, 22)


def rewritten(text: str, *earlier: str) -> str:
    history = tuple(Turn(question, "") for question in earlier)
    return stand_alone(Question(text, Language.INDONESIAN, history), TODAY).text


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        ("Berapa pekerja migran ke Taiwan?", "kalau Malaysia?", "Berapa pekerja migran ke Malaysia?"),
        ("How many workers went to Taiwan?", "What about Japan?", "How many workers went to Japan?"),
        (
            "Berapa lama pelatihan untuk alumni?",
            "untuk siswa kelas XII?",
            "Berapa lama pelatihan untuk siswa kelas XII?",
        ),
        ("Siapa Gubernur Lampung?", "Kalau Jawa Tengah?", "Siapa Gubernur Jawa Tengah?"),
        ("Berapa persen pekerja formal?", "yang informal?", "Berapa persen pekerja informal?"),
        ("What is the share of formal jobs?", "And informal ones?", "What is the share of informal jobs?"),
    ],
)
def test_an_ellipsis_takes_the_place_of_the_like_part(earlier: str, text: str, expected: str) -> None:
    assert rewritten(text, earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        ("Kapan nota kesepahaman diteken?", "and who signed it?", "who signed it (nota kesepahaman diteken)?"),
        ("Apa itu Program Migran Vokasi?", "berapa lama?", "berapa lama (Program Migran Vokasi)?"),
        ("Where was the meeting with KBRI held?", "Who attended it?", "Who attended it (meeting with KBRI held)?"),
    ],
)
def test_a_question_without_a_topic_gets_the_one_before(earlier: str, text: str, expected: str) -> None:
    assert rewritten(text, earlier) == expected


def test_last_year_counts_from_the_year_the_conversation_is_about() -> None:
    assert rewritten("kalau tahun lalu?", "Berapa penganggur pada tahun 2024?") == "Berapa penganggur pada tahun 2023?"


def test_last_year_counts_from_today_when_no_year_was_named() -> None:
    assert rewritten("kalau tahun lalu?", "Berapa jumlah penganggur?") == "Berapa jumlah penganggur 2025?"


def test_follow_ups_build_on_each_other() -> None:
    assert rewritten("and Singapore?", "How many went to Taiwan?", "What about Japan?") == "How many went to Singapore?"


@pytest.mark.parametrize(
    "text",
    [
        "Siapa Gubernur Lampung?",
        "Apa itu KP2MI?",
        "Berapa alumni yang mendaftar Program Migran Vokasi?",
        "What does Malaysia need from migrant workers now?",
    ],
)
def test_a_question_that_stands_alone_is_the_same_object(text: str) -> None:
    question = Question(text, Language.INDONESIAN, (Turn("Apa itu Desa Migran Emas?", "Sebuah program."),))
    assert stand_alone(question, TODAY) is question


def test_without_history_nothing_is_a_follow_up() -> None:
    question = Question("kalau Malaysia?", Language.INDONESIAN)
    assert stand_alone(question, TODAY) is question


@pytest.mark.parametrize(
    ("text", "expected"), [("biasanya kapan", True), ("Siapa ketua DPRD Lampung?", False), ("why?", True)]
)
def test_is_follow_up(text: str, expected: bool) -> None:
    assert is_follow_up(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apa saja materi yang diajarkan?", True),
        ("Provinsi mana saja yang menandatangani perjanjian?", True),
        ("Which of those programmes teaches spoken and written language to its alumni?", True),
        ("siapa gubernur jawa tengah?", False),  # names a place
        ("Siapa ketua DPRD?", False),
        ("Berapa penganggur pada 2023?", False),
        ("kalau Malaysia?", False),  # the rules complete it
        ("Berapa jumlah penduduk miskin menurut badan statistik nasional?", False),
        ("", False),
    ],
)
def test_a_question_that_names_nothing_may_lean_back(text: str, expected: bool) -> None:
    assert may_lean_back(text) is expected


def test_a_place_asked_for_anew_replaces_the_one_of_the_question_before() -> None:
    history = (Turn("Berapa pekerja migran Lampung yang ke Jepang?", "385 orang."),)
    asked = Question("klo yg ke singapura brp?", Language.INDONESIAN, history)
    assert stand_alone(asked, TODAY).text == "yg ke singapura brp (pekerja migran Lampung)?"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Provinsi mana saja yang ikut?", "Provinsi mana saja yang ikut (pelatihan alumni)?"),
        ("Materinya apa saja?", "Materinya apa saja (pelatihan alumni)?"),
        ("Kalau Jepang saja?", "Berapa lama pelatihan alumni Jepang?"),
        ("Siapa yang hadir di rapat anggaran?", "Siapa yang hadir di rapat anggaran?"),
        ("Siapa saja yang ikut rapat?", "Siapa saja yang ikut rapat?"),
    ],
)
def test_who_took_part_needs_the_topic_and_a_list_stays_a_list(asked: str, expected: str) -> None:
    question = Question(asked, Language.INDONESIAN, (Turn("Berapa lama pelatihan alumni?", ""),))
    assert stand_alone(question, TODAY).text == expected
