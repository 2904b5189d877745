"""Variables of the environment that look like settings and are none, or are empty."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typer
from dotenv import dotenv_values

from rag.settings import Settings
from rag.wording.words import Words

_PREFIX = "RAG_"
_NEAR = 0.75  # of names; below that a suggestion would only puzzle


def oddities(environment: Mapping[str, str | None], words: Words) -> Iterator[str]:
    """A sentence for each that is not known, or has no value."""
    known = {variable_of(name) for name in Settings.model_fields}
    for name in sorted(name for name in environment if name.upper().startswith(_PREFIX)):
        if name.upper() not in known:
            near = get_close_matches(name.upper(), known, 1, _NEAR)
            if near:
                yield words.gettext(
                    "%(name)s is no setting and changes nothing; did you mean %(near)s?", name=name, near=near[0]
                )
            else:
                yield words.gettext("%(name)s is no setting and changes nothing.", name=name)
        elif not (environment[name] or "").strip():
            yield words.gettext("%(name)s is set and empty: give it a value, or take it away.", name=name)


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


def variable_of(setting: str) -> str:
    """The name that a setting has in the environment."""
    return f"{_PREFIX}{setting.upper()}"
