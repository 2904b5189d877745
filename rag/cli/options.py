"""What several commands take and give: options, the settings with what was given, JSON."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from rag.settings import Settings

IndexOption = Annotated[
    Path | None, typer.Option("--index", help="Folder of the index (default: RAG_INDEX or ./index).")
]
LibraryOption = Annotated[Path | None, typer.Option("--library", help="Folder (default: RAG_LIBRARY or ./library).")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; it is kept.")]


def settings_with(index: Path | None = None, library: Path | None = None) -> Settings:
    """Those of the environment, but for what was given."""
    given = {"index": index, "library": library}
    return Settings(**{name: path for name, path in given.items() if path is not None})  # type: ignore[arg-type]


def print_json(value: Any) -> None:
    """What JSON has no form for is printed as its text."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
