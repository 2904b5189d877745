"""`rag backup` and `rag restore`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rag.archive import Backup, make_backup, restore_backup
from rag.cli.terminal import terminal_language
from rag.settings import Settings
from rag.wording.words import Words, words_of

out = Console()
_NOT_COMPARED = frozenset({"index", "library", "database", "cache", "host", "port"})


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write: one that does not exist yet.")],
    every: Annotated[bool, typer.Option("--all", help="Every whole version, not the current one alone.")] = False,
) -> None:
    """Write index, calibration, settings, database and library into one file; the server may run."""
    made, words = make_backup(file, Settings(), every), words_of(terminal_language())
    told = words.gettext("%(file)s: index %(name)s", file=file, name=", ".join(made.versions))
    told += words.gettext(", and the database") if made.database else ""
    lines = [told + (words.gettext(", and the library") if made.library else "")]
    if made.damaged:
        lines.append(words.gettext("Damaged, and not in the backup: %(names)s.", names=", ".join(made.damaged)))
    if made.left_out:
        lines.append(words.gettext("The database is a server's, and not in the backup: use that server's own."))
    _say(lines)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `rag backup` wrote.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the current index, database and library.")] = False,
) -> None:
    """Put back what a backup holds, after all of it was compared with its hashes."""
    settings, words = Settings(), words_of(terminal_language())
    done = restore_backup(file, settings, force)
    told = words.gettext("current: %(name)s (backup of %(moment)s)", name=done.current, moment=done.made_at)
    _say([told, *_differing(done, settings, words)])


def _differing(done: Backup, now: Settings, words: Words) -> list[str]:
    """Settings that were others when the backup was made; they are the operator's to change."""
    set_now = now.model_dump(mode="json")
    differing = [
        f"RAG_{name.upper()}={value}"
        for name, value in sorted(done.settings.items())
        if name not in _NOT_COMPARED and name in set_now and set_now[name] != value
    ]
    return [words.gettext("Set otherwise then: %(settings)s", settings=", ".join(differing))] if differing else []


def _say(lines: list[str]) -> None:
    for line in lines:
        out.print(Text(line), soft_wrap=True)
