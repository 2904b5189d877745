import pytest

from rag.questions.leaning import is_follow_up, may_lean_back


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
        ("kalau Bali?", False),  # the rules complete it
        ("Berapa jumlah penduduk miskin menurut badan statistik nasional?", False),
        ("", False),
    ],
)
def test_a_question_that_names_nothing_may_lean_back(text: str, expected: bool) -> None:
    assert may_lean_back(text) is expected
