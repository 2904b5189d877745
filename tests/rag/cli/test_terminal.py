import pytest

from rag.cli.terminal import terminal_language


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
