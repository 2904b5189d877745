"""`rag library publish`, `rollback` and `history`: what the public index is made of, and what it was."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rag.assembly import build_encoder, build_reader, compared_by_gold
from rag.cli.library_views import candidate_json, compared_view, differences_view
from rag.cli.options import IndexOption, JsonOption, LibraryOption, ReasonOption, print_json, settings_with
from rag.cli.terminal import operator, terminal_language
from rag.cli.views import phase_bars
from rag.library.catalogue import reading
from rag.library.publishing import candidate, publish_candidate, roll_back
from rag.wording.words import words_of

out, err = Console(), Console(stderr=True)


def publish(
    drafts: Annotated[list[str] | None, typer.Argument(help="Ids of drafts to publish (default: all).")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    gold: Annotated[list[Path] | None, typer.Option(help="Gold questions to ask before and after.")] = None,
    reread: Annotated[bool, typer.Option("--reread", help="Read unchanged files again, too.")] = False,
    reason: ReasonOption = "",
    library: LibraryOption = None,
    index: IndexOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make the public index what the library says."""
    settings, words = settings_with(index, library), words_of(terminal_language())
    encoder = build_encoder(settings)
    with (
        phase_bars(err, words) as progress,
        candidate(
            settings.library, settings.index, encoder, settings, drafts, reread=reread, progress=progress
        ) as made,
    ):
        compared = compared_by_gold(made, gold, settings, encoder, build_reader(settings)) if gold else None
        told = None if dry_run else publish_candidate(made, operator(), reason)
    if as_json:
        print_json(
            {**candidate_json(made), "gold": compared and asdict(compared), "publication": told and asdict(told)}
        )
    else:
        out.print(differences_view(made, told, words))
        if compared:
            out.print(compared_view(compared, words))
    raise typer.Exit(3 if made.failures else 0)


def rollback(
    name: Annotated[str | None, typer.Argument(help="Name of a version (default: the one before).")] = None,
    reason: ReasonOption = "",
    library: LibraryOption = None,
    index: IndexOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make an older version of the index public again; a reason is needed, and kept."""
    settings = settings_with(index, library)
    told = roll_back(settings.library, settings.index, name, operator(), reason)
    if as_json:
        print_json(asdict(told))
    else:
        out.print(words_of(terminal_language()).gettext("current: %(name)s", name=told.version), soft_wrap=True)


def history(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """What was published and rolled back, the last first."""
    with reading(settings_with(library=library).library) as catalogue:
        publications = catalogue.publications()
    if as_json:
        print_json([asdict(each) for each in publications])
        return
    for each in publications:
        counts = f"+{each.added} ~{each.changed} -{each.removed}" if not each.rollback else "<-"
        out.print(f"{each.at}  {each.version}  {counts}  {each.who}  {each.reason}", markup=False, highlight=False)
