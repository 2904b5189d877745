"""Collects the help of all commands for the catalogues: Babel reads calls, and most help is a docstring."""

from collections.abc import Iterator
from typing import Any

import typer

from rag.cli.main import app


def collected(*_: Any, **__: Any) -> Iterator[tuple[int, str, str, list[str]]]:
    """A method of extraction as Babel wants it; the file that it is given is not read."""
    for text in sorted(set(_texts(typer.main.get_command(app)))):
        yield 1, "", text, []


def _texts(command: Any) -> Iterator[str]:
    context = typer.Context(command)
    if command.help:
        yield command.help
    yield from (each.help for each in command.get_params(context) if getattr(each, "help", None))
    if hasattr(command, "list_commands"):
        for name in command.list_commands(context):
            yield from _texts(command.get_command(context, name))
