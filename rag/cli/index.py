"""`rag index`: the versions of an index."""

import json
import threading
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rag.cli.options import IndexOption, JsonOption, settings_with
from rag.cli.terminal import terminal_language
from rag.cli.views import versions_view
from rag.errors import IndexCorrupt, IndexMissing
from rag.index.versions import current_name, list_versions, prune, rollback, verify
from rag.index.versions.watching import check_slowly
from rag.wording.words import N_, Words, words_of

index_app = typer.Typer(help="List, verify, roll back and prune the versions of an index.", no_args_is_help=True)
out = Console()

NameArgument = Annotated[str | None, typer.Argument(help="Name of a version.")]


@index_app.command("list")
def list_command(index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Versions, newest first, the current one marked."""
    versions = list_versions(_folder(index))
    if as_json:
        rows = [{"name": v.name, "current": v.current, "in_use": v.in_use, **_counts(v.manifest)} for v in versions]
        print(json.dumps(rows, indent=2))
    elif versions:
        out.print(versions_view(versions, _words()))
    else:
        raise IndexMissing(
            N_("there is no index in %(folder)s: make one with `rag ingest PATH`"), folder=_folder(index)
        )


@index_app.command("verify")
def verify_command(
    name: NameArgument = None,
    index: IndexOption = None,
    watch: Annotated[bool, typer.Option("--watch", help="Again and again, slowly, until there is damage.")] = False,
    every: Annotated[float, typer.Option(min=0, help="Hours between two checks with --watch.")] = 24,
    share: Annotated[float, typer.Option(min=0.001, max=1, help="Of one core that --watch may take.")] = 0.05,
) -> None:
    """Compare every byte of a version, the current one by default, with its manifest."""
    if watch:
        _watch(_folder(index), name, every * 3600, share)
    manifest = verify(_folder(index), name)
    words = _words()
    files = words.ngettext("%(count)s file", "%(count)s files", len(manifest.files))
    passages = words.ngettext("%(count)s passage", "%(count)s passages", manifest.passages)
    text = words.gettext(
        "%(name)s: whole (%(files)s, %(passages)s)", name=manifest.name, files=files, passages=passages
    )
    out.print(text, soft_wrap=True)


def _watch(folder: Path, name: str | None, every_s: float, share: float) -> None:
    """Raises IndexCorrupt as soon as something is damaged. The version is chosen anew for each check."""
    while True:
        version = folder / (name or current_name(folder))
        damaged = check_slowly(version, share, threading.Event())
        if damaged is not None:
            raise IndexCorrupt(
                N_("%(damaged)s is damaged: run `rag restore` with a backup, or `rag ingest` on the sources"),
                damaged=damaged,
            )
        out.print(_words().gettext("%(name)s: whole", name=version.name), soft_wrap=True)
        time.sleep(every_s)


@index_app.command("rollback")
def rollback_command(name: NameArgument = None, index: IndexOption = None) -> None:
    """Make a version current again, by default the one before the current one."""
    out.print(_words().gettext("current: %(name)s", name=rollback(_folder(index), name)), soft_wrap=True)


@index_app.command("prune")
def prune_command(
    keep: Annotated[int, typer.Option(min=1, help="How many of the newest versions to keep.")] = 3,
    index: IndexOption = None,
) -> None:
    """Delete old versions; the current one and those in use stay."""
    folder = _folder(index)
    current_name(folder)
    words = _words()
    removed = ", ".join(prune(folder, keep)) or words.gettext("nothing")
    out.print(words.gettext("removed: %(names)s", names=removed), soft_wrap=True)


def _words() -> Words:
    return words_of(terminal_language())


def _folder(index: Path | None) -> Path:
    return settings_with(index).index


def _counts(manifest: object) -> dict[str, object]:
    return {name: getattr(manifest, name, None) for name in ("created_at", "model", "documents", "passages")}
