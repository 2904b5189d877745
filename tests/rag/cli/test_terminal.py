import io

import pytest
from rich.console import Console

from rag.cli.terminal import operator, terminal_language
from rag.cli.views import PhaseLines
from rag.index.report import Phase
from rag.types import Language
from rag.wording.words import words_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "id_ID"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "id_ID", "LANG": "de_DE"}, "id"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_terminal_is_found_as_posix_says(environment: dict[str, str], language: str) -> None:
    assert terminal_language(environment).value == language


def test_a_user_without_a_name_works_at_the_terminal_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "siti")
    assert operator() == "siti"

    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 10001")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert operator() == "terminal"


def test_where_there_is_no_terminal_a_long_phase_tells_how_far_it_is_and_how_long_it_will_take() -> None:
    console = Console(file=io.StringIO(), width=200)
    now = iter([0.0, 4.0, 10.0, 12.0, 20.0])
    lines = PhaseLines(console, words_of(Language.ENGLISH), clock=lambda: next(now))
    for done in (0, 400, 1000, 1200, 2000):
        lines(Phase.EMBEDDING, done, 4000)
    assert console.file.getvalue().splitlines() == [  # type: ignore[attr-defined]
        "Embedding: 1,000 of 4,000, about 30 s left",
        "Embedding: 2,000 of 4,000, about 20 s left",
    ]
