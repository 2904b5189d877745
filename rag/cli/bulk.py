"""`rag bulk`: an ingest whose long part a cluster does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer
from rich.console import Console

from rag.assembly import build_encoder
from rag.cli.options import IndexOption, JsonOption, print_json, settings_with
from rag.cli.terminal import terminal_language
from rag.cli.views import ingest_view
from rag.index.bulk import Done, bulk_ingest
from rag.wording.words import words_of

out = Console()
err = Console(stderr=True)
_TOLD_EVERY_S = 10.0


def bulk(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders with all below them, and .jsonl collections.")],
    index: IndexOption = None,
    cluster: Annotated[
        str, typer.Option(help="host:port of a Ray cluster that sees the same folders, or this machine alone.")
    ] = "local",
    workers: Annotated[int, typer.Option(min=0, help="How many embed at once; 0: one for each core.")] = 0,
    as_json: JsonOption = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another ingest to end.")] = 3600,
) -> None:
    """As ingest, by the machines of a Ray cluster; a run that was broken off goes on where it was."""
    settings = settings_with(index)
    # Each worker is one core's; a model that takes all of them would wait for the others.
    single = settings.model_copy(update={"threads": settings.threads or 1})
    lines = Lines(err.print)
    report = bulk_ingest(
        paths,
        settings.index,
        partial(build_encoder, single),
        settings,
        address=cluster,
        workers=workers,
        begun=_tell_begun,
        tell=lines,
        wait_s=wait,
    )
    lines.finish()
    if as_json:
        print_json(report.to_json())
    else:
        out.print(ingest_view(report, words_of(terminal_language())))
    raise typer.Exit(report.exit_status)


def _tell_begun(workers: int, dashboard: str | None) -> None:
    words = words_of(terminal_language())
    err.print(words.ngettext("%(count)s worker", "%(count)s workers", workers))
    if dashboard:
        err.print(words.gettext("Ray's dashboard: http://%(address)s", address=dashboard))


class Lines:
    """A line now and then, and one at the end: how far it is, and how fast."""

    def __init__(self, say: Callable[[str], object], clock: Callable[[], float] = monotonic) -> None:
        self._say, self._clock = say, clock
        self._words = words_of(terminal_language())
        self._begun = self._told = clock()
        self._untold: Done | None = None

    def __call__(self, done: Done) -> None:
        self._untold = done
        if self._clock() - self._told >= _TOLD_EVERY_S:
            self.finish()

    def finish(self) -> None:
        """Tells what was not told yet."""
        if self._untold is not None:
            self._tell(self._untold)
            self._untold = None

    def _tell(self, done: Done) -> None:
        now = self._told = self._clock()
        rate = (done.passages - done.earlier) / max(now - self._begun, 1e-9)
        self._say(
            self._words.gettext(
                "%(files)s of %(all)s files, %(passages)s passages, of which %(earlier)s were embedded before; "
                "%(rate)s a second",
                files=self._words.number(done.files),
                all=self._words.number(done.of_files),
                passages=self._words.number(done.passages),
                earlier=self._words.number(done.earlier),
                rate=self._words.number(round(rate, 1)),
            )
        )
