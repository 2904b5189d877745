"""Variables of the environment that look like settings and are none, or are empty."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typer
from dotenv import dotenv_values
from pydantic import ValidationError

from rag.cli.batch import first_problem
from rag.settings import Settings

_PREFIX = "RAG_"
_NEAR = 0.75  # of names; below that a suggestion would only puzzle


def oddities(environment: Mapping[str, str | None]) -> Iterator[str]:
    """A sentence for each that is not known, or has no value."""
    known = {f"{_PREFIX}{name.upper()}" for name in Settings.model_fields}
    for name in sorted(name for name in environment if name.upper().startswith(_PREFIX)):
        if name.upper() not in known:
            near = get_close_matches(name.upper(), known, 1, _NEAR)
            yield f"{name} is no setting and changes nothing" + (f"; did you mean {near[0]}?" if near else ".")
        elif not (environment[name] or "").strip():
            yield f"{name} is set and empty: give it a value, or take it away."


def set_variables() -> dict[str, str | None]:
    """Of the environment and of the file .env here, as the settings are read."""
    return {**dotenv_values(".env"), **os.environ}


def program_version() -> str:
    try:
        return version("tanya-lampung")
    except PackageNotFoundError:
        return "unknown: it was not installed"


def version_option(wanted: bool) -> Any:
    """Prints it and ends."""
    if wanted:
        typer.echo(f"Tanya Lampung {program_version()}")
        raise typer.Exit


def setting_problem(error: ValidationError) -> str:
    """Of a setting, the name that it has in the environment."""
    problem = first_problem(error)
    name, _, what = problem.partition(": ")
    return f"RAG_{name.upper()}: {what}" if error.title == Settings.__name__ else problem
