"""Every help there is: no type that tells nothing, and a sentence for each parameter."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from rag.cli.helping import PANELS
from rag.cli.main import app

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
