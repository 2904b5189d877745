"""What a command says when it ends badly: a sentence in the language of the terminal, exit status 1, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_settings import SettingsError

from rag.cli.failing import failure_text
from rag.errors import BadInput, MissingExtra, ModelUnavailable, UnreadableDocument
from rag.settings import Settings
from rag.types import Language
from rag.wording.words import words_of

ENGLISH, INDONESIAN = words_of(Language.ENGLISH), words_of(Language.INDONESIAN)


def of_setting(name: str, value: object) -> Exception:
    with pytest.raises(ValidationError) as caught:
        Settings(_env_file=None, **{name: value})
    return caught.value


def run(arguments: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAG_")}
    return subprocess.run(
        [sys.executable, "-m", "rag", *arguments],
        env=environment | {"LC_ALL": "C.UTF-8", **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_error_is_told_in_either_language_with_its_values() -> None:
    error = BadInput("there is no index version %(version)s", version="7")
    assert str(error) == failure_text(error, ENGLISH) == "there is no index version 7"
    assert failure_text(error, INDONESIAN) == "tidak ada versi indeks 7"


def test_what_was_raised_whole_stays_as_it_is() -> None:
    assert failure_text(BadInput("100 % of it"), INDONESIAN) == "100 % of it"


def test_an_error_within_another_is_told_too() -> None:
    inner = ModelUnavailable("the reader's weights are missing: %(path)s", path="x")
    outer = ModelUnavailable("%(missing)s, or set RAG_CACHE to a folder that `rag models export` wrote", missing=inner)
    assert failure_text(outer, INDONESIAN).startswith("bobot pembaca tidak ada: x, atau isi RAG_CACHE")


def test_a_missing_part_and_a_file_are_named() -> None:
    assert failure_text(MissingExtra("mcp"), INDONESIAN).startswith("ini memerlukan bagian opsional 'mcp'; di folder")
    assert failure_text(UnreadableDocument("a.pdf", "it is %(what)s", what="odd"), ENGLISH) == "a.pdf: it is odd"
    assert failure_text(FileNotFoundError(2, "No such file", "a.txt"), ENGLISH) == "a.txt: No such file"


@pytest.mark.parametrize(
    ("name", "value", "english", "indonesian"),
    [
        ("port", "abc", "RAG_PORT: must be a whole number ('abc')", "RAG_PORT: harus berupa bilangan bulat ('abc')"),
        ("most_wrong", 2, "RAG_MOST_WRONG: must be at most 1.0 (2)", "RAG_MOST_WRONG: paling banyak 1.0 (2)"),
        ("store", "x", "RAG_STORE: is none of 'faiss', 'milvus' ('x')", None),
    ],
)
def test_a_setting_is_named_as_in_the_environment(name: str, value: object, english: str, indonesian: str) -> None:
    error = of_setting(name, value)
    assert failure_text(error, ENGLISH) == english
    assert indonesian is None or failure_text(error, INDONESIAN) == indonesian


def test_a_secret_that_does_not_fit_is_not_shown() -> None:
    told = failure_text(of_setting("telegram_secret", "rahasia"), ENGLISH)
    assert told == "RAG_TELEGRAM_SECRET: is too short: at least 16 are needed"


def test_a_list_that_is_no_json_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_WIDGET_ORIGINS", "https://dinas.example")
    with pytest.raises(SettingsError) as caught:
        Settings(_env_file=None)
    told = 'RAG_WIDGET_ORIGINS: is no JSON; a list is written as ["one", "two"], an object as {"one": "two"}'
    assert failure_text(caught.value, ENGLISH) == told


def test_what_is_found_only_as_the_server_starts_is_a_sentence_too(tmp_path: Path) -> None:
    ended = run(["serve", "--port", "0", "--index", str(tmp_path)], RAG_DATABASE="mysql://a@b/c", LC_ALL="id_ID.UTF-8")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "RAG_DATABASE menyebut 'mysql': yang dikenal hanya berkas (SQLite) dan postgresql://" in ended.stderr
