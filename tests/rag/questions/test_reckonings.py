import pytest

from rag.language.text import word_spans, words
from rag.questions.overviews import Wanted, overview_asked
from rag.questions.reckonings import figures_asked


def figures(text: str) -> tuple[str, ...]:
    return figures_asked(text, words(text), word_spans(text))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Berapa selisih harga kedelai dan jagung?", "Berapa harga kedelai?", "Berapa harga jagung?"),
        (
            "berapa total murid SD Kenari dan SD Camar tahun ini?",
            "berapa murid SD Kenari tahun ini?",
            "berapa murid SD Camar tahun ini?",
        ),
        ("harga gula pasir sama gula merah selisih berapa?", "Berapa harga gula pasir?", "Berapa harga gula merah?"),
        (
            "How much is a return ticket and a single ticket for an adult together?",
            "How much is the return ticket for an adult?",
            "How much is the single ticket for an adult?",
        ),
        (
            "What is the difference in rent between Hall A and Hall B?",
            "How much is the rent Hall A?",
            "How much is the rent Hall B?",
        ),
        (
            "How many more books may teachers borrow than pupils?",
            "How many books may teachers borrow?",
            "How many books may pupils borrow?",
        ),
        (
            "How many more seats are there for women than for men?",
            "How many seats are there for women?",
            "How many seats are there for men?",
        ),
        (
            "How much more does Sukajadi pay in 2026 than Wonosari?",
            "How much does Sukajadi pay in 2026?",
            "How much does Wonosari pay in 2026?",
        ),
        (
            "How many tonnes did Sukajadi and Bumi Asri produce together in 2025?",
            "How many tonnes did Sukajadi produce in 2025?",
            "How many tonnes did Bumi Asri produce in 2025?",
        ),
        (
            "By how many tonnes did the harvest of Sukajadi differ between 2024 and 2025?",
            "how many tonnes did the harvest of Sukajadi 2024?",
            "how many tonnes did the harvest of Sukajadi 2025?",
        ),
    ],
)
def test_each_figure_is_asked_for_by_itself(text: str, first: str, second: str) -> None:
    assert figures(text) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Berapa total anggaran 2025?",
        "Kapan dan di mana rapat diadakan?",
        "What is the difference between the ferry and the bus?",
        "Berapa lebih banyak?",
        "how many more than?",
    ],
)
def test_one_figure_or_none_is_no_reckoning(text: str) -> None:
    assert figures(text) == ()


def test_a_difference_in_words_stays_a_comparison() -> None:
    asked = overview_asked("What is the difference between the ferry and the bus?")
    assert asked is not None
    assert asked.wanted is Wanted.COMPARISON
