"""`rag library watch` and `rag library sources`: folders and lists of addresses that are looked at on a schedule."""

import time
from contextlib import suppress
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rag.cli.failing import failure_text
from rag.cli.terminal import operator, terminal_language
from rag.cli.views import say_error
from rag.errors import RagError
from rag.library.records import Field
from rag.library.telling import run_text
from rag.library.watching.records import Run, Source
from rag.library.watching.schedule import add_source, look_at_due
from rag.library.watching.store import sources_if_any
from rag.settings import Settings
from rag.wording.reasons import reason_text
from rag.wording.words import Words, words_of

out, err = Console(), Console(stderr=True)
_LOOK_S = 30.0


def watch(
    loop: Annotated[bool, typer.Option("--loop", help="Go on until Ctrl-C; once otherwise.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Also those that are not due yet.")] = False,
) -> None:
    """Look at the sources that are due; what is new in them becomes drafts."""
    settings, words = Settings(), words_of(terminal_language())
    if not loop:
        raise typer.Exit(3 if _look(settings, every, words) else 0)
    with suppress(KeyboardInterrupt):
        while True:
            try:
                _look(settings, every, words)
            except (RagError, OSError) as error:  # a library that is locked or full now need not be so later
                say_error(err, failure_text(error, words), words)
            every = False
            time.sleep(_LOOK_S)


def sources(
    add: Annotated[str | None, typer.Option(help="A folder, or the address of RSS, Atom or a sitemap.")] = None,
    minutes: Annotated[int, typer.Option(help="Between two looks, with --add.")] = 1440,
    publisher: Annotated[str | None, typer.Option(help="Publisher of what comes from it.")] = None,
    kind: Annotated[str | None, typer.Option(help="Kind of document that comes from it.")] = None,
    tags: Annotated[str | None, typer.Option(help="Words to find what comes from it by, separated by commas.")] = None,
) -> None:
    """List the sources with what came of their last run, or add one."""
    settings, words = Settings(), words_of(terminal_language())
    if add is not None:
        given = {Field.PUBLISHER: publisher, Field.KIND: kind, Field.TAGS: tags}
        said = {field: value for field, value in given.items() if value}
        add_source(settings, add, minutes, said, operator())
    with sources_if_any(settings.library) as store:
        for source in store.all():
            _say(source, store.last_run(source.id), words)


def _look(settings: Settings, every: bool, words: Words) -> bool:
    """Whether there were problems."""
    troubled = False
    for source, run in look_at_due(settings, every):
        _say(source, run, words)
        troubled = troubled or bool(run.troubles)
    return troubled


def _say(source: Source, run: Run | None, words: Words) -> None:
    state = words.gettext("paused") if source.paused else run_text(run, words)
    out.print(Text(f"{source.id}  {source.place}  {state}"), soft_wrap=True)
    for trouble in run.troubles if run else ():
        out.print(Text(f"   {trouble.place}: {reason_text(trouble.reason, words)}", style="yellow"), soft_wrap=True)
