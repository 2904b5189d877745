"""Every help there is: no type that tells nothing, and a sentence for each parameter."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from rag.cli.collecting import collected
from rag.cli.helping import PANELS
from rag.cli.main import app
from rag.types import Language
from rag.wording.words import words_of

ROOT = typer.main.get_command(app)


def commands(command: Any = ROOT, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    if hasattr(command, "list_commands"):
        context = typer.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), (*path, name))


EVERY = dict(commands())


def test_every_command_has_its_panel() -> None:
    assert sorted(path[0] for path in EVERY if len(path) == 1) == sorted(
        name for names in PANELS.values() for name in names
    )


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_tells_of_everything_and_shows_no_inner_types(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(app, [*path, "--help"])
    assert shown.exit_code == 0
    for inner in ("<bool>", "list[", "<str>  [required]"):
        assert inner not in shown.output
    command = EVERY[path]
    assert command.help
    assert [each.name for each in command.params if not getattr(each, "help", None)] == []


def test_help_speaks_the_language_of_the_terminal() -> None:
    """Asked as people do: what Typer says itself is set for a whole process."""

    def shown(language: str, *command: str) -> str:
        environment = {**os.environ, "LC_ALL": language, "COLUMNS": "200", "TERM": "dumb"}
        asked = [sys.executable, "-m", "rag", *command, "--help"]
        return subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout

    indonesian, english = shown("id_ID.UTF-8", "users", "add"), shown("C.UTF-8", "users", "add")
    for text, translated in (
        ("Usage: ", "Pemakaian: "),
        ("Add an account.", "Tambah akun."),
        ("The person's name.", "Nama orangnya."),
        ("Options", "Opsi"),
        ("[required]", "[wajib]"),
        ("Show this message and exit.", "Tampilkan keterangan ini, lalu selesai."),
    ):
        assert text in english
        assert translated in indonesian
        assert text not in indonesian
    assert "Perawatan" in shown("id_ID.UTF-8")


def test_all_help_is_collected_for_translation() -> None:
    """And is there in Indonesian: `make messages` would drop from the catalogues what it does not find."""
    indonesian = words_of(Language.INDONESIAN)
    texts = [text for _, _, text, _ in collected()]
    assert len(texts) > 100
    assert [text for text in texts if indonesian.gettext(text) == text] == []
