"""`rag library`: originals, what is said of them, and publishing."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from rag.assembly import build_encoder
from rag.cli.library_views import entry_json, entry_view, library_view, preview_view
from rag.cli.options import JsonOption, LibraryOption, ReasonOption, print_json, settings_with
from rag.cli.publishing import history, publish, rollback
from rag.cli.terminal import operator, terminal_language
from rag.cli.views import say_error
from rag.cli.watching import sources, watch
from rag.errors import RagError
from rag.index.sources import SourceFile, find_sources
from rag.library import changing
from rag.library.catalogue import reading
from rag.library.looking import preview
from rag.library.originals import pieces_of
from rag.library.records import Entry, Field, State
from rag.wording.reasons import error_text
from rag.wording.words import Words, words_of

library_app = typer.Typer(
    help="Keep originals and what is said of them, and publish the index from them.", no_args_is_help=True
)
library_app.command()(watch)
library_app.command()(sources)
library_app.command()(publish)
library_app.command()(rollback)
library_app.command()(history)
out, err = Console(), Console(stderr=True)

IdArgument = Annotated[str, typer.Argument(help="Id of a document of the library.")]
RevisionOption = Annotated[int | None, typer.Option(help="Change it only if it is still at this revision.")]
TitleOption = Annotated[str | None, typer.Option(help="Its title, instead of what the file says.")]
PublisherOption = Annotated[str | None, typer.Option(help="Who published it.")]
DayOption = Annotated[str | None, typer.Option(help="The day it was published: 2025-08-27.")]
UrlOption = Annotated[str | None, typer.Option(help="Where it stands on the web.")]
KindOption = Annotated[str | None, typer.Option(help="What kind of document it is: news, regulation ...")]
TagOption = Annotated[str | None, typer.Option(help="Words to find it by, separated by commas.")]


@library_app.command("add")
def add_command(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with all below them.")],
    title: TitleOption = None,
    publisher: PublisherOption = None,
    published: DayOption = None,
    url: UrlOption = None,
    kind: KindOption = None,
    tags: TagOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add files, or all files of folders, as drafts."""
    settings = settings_with(library=library)
    said = _said(title=title, publisher=publisher, published=published, url=url, kind=kind, tags=tags)
    rows: list[dict[str, Any]] = []
    for name, path in _files(paths):
        try:
            upload = changing.Upload(name, pieces_of(path), said)
            entry = changing.add(settings.library, upload, operator(), settings)
            rows.append(entry_json(entry))
            if not as_json:
                out.print(entry_view(entry, _words()))
        except RagError as error:
            rows.append({"name": name, "error": str(error)})
            say_error(err, error_text(error, _words()), _words())
    failed = sum("error" in row for row in rows)
    if as_json:
        print_json(rows)
    raise typer.Exit(0 if not failed else 1 if failed == len(rows) else 3)


@library_app.command("list")
def list_command(
    find: Annotated[str, typer.Option(help="Words of title, publisher, date, kind, tags or name.")] = "",
    state: Annotated[list[State] | None, typer.Option(help="Only these; all but removed ones otherwise.")] = None,
    offset: Annotated[int, typer.Option(min=0, help="How many to pass over.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to list.")] = 100,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Documents, last changed first."""
    states = state or [each for each in State if each is not State.REMOVED]
    with reading(settings_with(library=library).library) as catalogue:
        entries, total = catalogue.find(find.casefold().split(), states, offset, limit)
    if as_json:
        print_json({"total": total, "documents": [entry_json(entry) for entry in entries]})
    else:
        out.print(library_view(entries, total, _words()))


@library_app.command("show")
def show_command(
    document_id: IdArgument,
    text: Annotated[bool, typer.Option("--text", help="The cleaned text, its passages and what was left out.")] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """One document: what is known of it, and who did what when."""
    settings = settings_with(library=library)
    with reading(settings.library) as catalogue:
        entry, events = changing.known(catalogue, document_id), catalogue.events(document_id)
    shown = preview(settings.library, entry, settings, build_encoder(settings).count_tokens) if text else None
    if as_json:
        found = {**entry_json(entry), "events": [asdict(event) for event in events]}
        print_json(
            {**found, "text": shown.document.text, "passages": [p.text for p in shown.passages]} if shown else found
        )
        return
    out.print(entry_view(entry, _words(), events))
    if shown:
        out.print(preview_view(shown, _words()))


@library_app.command("edit")
def edit_command(
    document_id: IdArgument,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    published: DayOption = None,
    url: UrlOption = None,
    kind: KindOption = None,
    tags: TagOption = None,
    as_file: Annotated[list[Field] | None, typer.Option(help="Take back what was said: as the file has it.")] = None,
    revision: RevisionOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say something of a document instead of its file; an empty text says that it has none."""
    said = _said(title=title, publisher=publisher, published=published, url=url, kind=kind, tags=tags)
    fields: dict[Field, str | None] = {**dict.fromkeys(as_file or ()), **said}
    if not fields:
        raise typer.BadParameter(
            _words().gettext("name something to say: --title, --publisher, --published, --url, --kind, --tags")
        )
    folder = settings_with(library=library).library
    _show(changing.edit(folder, document_id, fields, operator(), revision), as_json)


@library_app.command("replace")
def replace_command(
    document_id: IdArgument,
    path: Annotated[Path, typer.Argument(help="The newer edition.")],
    revision: RevisionOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a newer edition, which supersedes the document when it is published."""
    settings = settings_with(library=library)
    upload = changing.Upload(path.name, pieces_of(path), {})
    who = operator()
    _show(changing.replace_with(settings.library, document_id, upload, who, settings, revision), as_json)


@library_app.command("withdraw")
def withdraw_command(
    document_id: IdArgument,
    reason: ReasonOption = "",
    revision: RevisionOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a document out of the index at the next publishing."""
    folder = settings_with(library=library).library
    _show(changing.withdraw(folder, document_id, operator(), reason, revision), as_json)


@library_app.command("restore")
def restore_command(
    document_id: IdArgument,
    revision: RevisionOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Undo that a document was withdrawn, removed or superseded."""
    _show(changing.restore(settings_with(library=library).library, document_id, operator(), revision), as_json)


@library_app.command("remove")
def remove_command(
    document_id: IdArgument,
    reason: ReasonOption = "",
    revision: RevisionOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """As withdraw, and no longer listed; the original is kept."""
    folder = settings_with(library=library).library
    _show(changing.remove(folder, document_id, operator(), reason, revision), as_json)


def _files(paths: list[Path]) -> Iterator[tuple[str, Path]]:
    """Names and files; what folders hold is named by its path in them."""
    for found in find_sources(paths):
        if isinstance(found, SourceFile):
            yield found.origin.file or found.path.name, found.path
        elif found.failed:
            yield str(found.path), found.path


def _said(**fields: str | None) -> dict[Field, str]:
    return {Field(name): value for name, value in fields.items() if value is not None}


def _show(entry: Entry, as_json: bool) -> None:
    if as_json:
        print_json(entry_json(entry))
    else:
        out.print(entry_view(entry, _words()))


def _words() -> Words:
    return words_of(terminal_language())
