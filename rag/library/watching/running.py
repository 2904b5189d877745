"""One look at a source: what is new becomes a draft, what has changed a draft of a newer edition."""

import hashlib
import mimetypes
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from rag.documents.apart import Job
from rag.documents.apart import reading as read_apart
from rag.documents.loaders.kinds import kind_of
from rag.errors import LibraryProblem, RagError, Reason, UnreadableDocument
from rag.folders import aside
from rag.index.ingest import limits_of
from rag.index.sources import SourceFile, find_sources
from rag.library import changing
from rag.library.catalogue import now, reading
from rag.library.originals import suffix_of
from rag.library.records import Entry, Field
from rag.library.watching.fetching import Fetched, Fetcher
from rag.library.watching.lists import MOST_BYTES, read_list
from rag.library.watching.records import Item, Kind, Run, Seen, Source, Trouble
from rag.library.watching.store import Sources
from rag.settings import Settings
from rag.types import Document
from rag.wording.words import N_

_MOST_LISTS = 20  # of one sitemap of sitemaps
_MOST_IN_A_ROW = 5  # failures, after which a source is left for the next time
_SETTLED_S = 30.0  # a file changed later than that may still be on its way
_OUTSIDE = N_("the folder is not among those that may be watched: operator, see RAG_SOURCE_FOLDERS")
_UNREAD = N_("it cannot be read (%(error)s)")
_NO_FOLDER = N_("there is no such folder")


class _Result(Enum):
    ADDED = auto()
    CHANGED = auto()
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """What one run works with; `settled_s`: how old a change of a file must be."""

    source: Source
    store: Sources
    settings: Settings
    fetcher: Fetcher
    settled_s: float = _SETTLED_S

    @property
    def who(self) -> str:
        """Who adds what comes from it, in the history of a document."""
        return f"source {self.source.id}"


def look_at(look: Look) -> Run:
    """What came of it; it is noted, and the source due again after its minutes."""
    began = now()
    try:
        items = _items(look)
    except (LibraryProblem, OSError) as error:
        run = Run(began, troubles=(_trouble(look.source.place, error),))
    else:
        run = _take_all(look, items, began)
    look.store.note_run(look.source, run)
    return run


def _take_all(look: Look, items: Sequence[Item], began: str) -> Run:
    """As many as one run may look at: new ones first, then those that changed, then those not looked at for longest."""
    seen = look.store.seen(look.source.id)
    settled = [item for item in items if item.stamp and item.place in seen and seen[item.place].stamp == item.stamp]
    known = {item.place for item in settled}
    due = sorted((item for item in items if item.place not in known), key=lambda item: _turn(item, seen))
    results: list[_Result] = []
    troubles: list[Trouble] = []
    in_a_row = 0
    for item in islice(due, look.settings.source_files):
        try:
            results.append(_take(look, item, seen.get(item.place)))
            in_a_row = 0
        except (RagError, OSError) as error:
            troubles.append(_trouble(item.place, error))
            in_a_row += 1
            if in_a_row == _MOST_IN_A_ROW:
                break
    return Run(
        began,
        results.count(_Result.ADDED),
        results.count(_Result.CHANGED),
        results.count(_Result.UNCHANGED) + len(settled),
        len(due) - len(results) - len(troubles),
        tuple(troubles),
    )


def _turn(item: Item, seen: dict[str, Seen]) -> str:
    return seen[item.place].at if item.place in seen else ""


def _items(look: Look) -> tuple[Item, ...]:
    """Raises LibraryProblem, OSError."""
    if look.source.kind is Kind.FOLDER:
        return tuple(_files(Path(look.source.place), look.settings.source_folders, look.settled_s))
    listed = read_list(_list_at(look, look.source.place), look.source.place)
    items = {item.place: item for item in listed.items}
    for address in listed.lists[:_MOST_LISTS]:
        with suppress(LibraryProblem):  # one list of many; the others go on
            items |= {item.place: item for item in read_list(_list_at(look, address), address).items}
    return tuple(items.values())


def _list_at(look: Look, address: str) -> bytes:
    return look.fetcher.get(address, MOST_BYTES).content or b""


def check_folder(folder: Path, allowed: Iterable[Path]) -> Path:
    """The folder, links followed. Raises LibraryProblem when it is none, or not one that may be watched."""
    whole = folder.resolve()
    if not any(whole.is_relative_to(each.resolve()) for each in allowed):
        raise LibraryProblem(_OUTSIDE)
    if not whole.is_dir():
        raise LibraryProblem(_NO_FOLDER)
    return whole


def _files(folder: Path, allowed: Iterable[Path], settled_s: float) -> Iterator[Item]:
    """Files that have come to rest; none that a link leads to from outside."""
    folder, latest = check_folder(folder, allowed), time.time() - settled_s
    for found in find_sources([folder]):
        if isinstance(found, SourceFile) and found.path.resolve().is_relative_to(folder):
            state = found.path.stat()
            if state.st_mtime <= latest:
                yield Item(str(found.path), f"{state.st_mtime_ns}-{state.st_size}")


def _take(look: Look, item: Item, before: Seen | None) -> _Result:
    """What is at the item's place, taken into the library; what gave no document is remembered, and not read again.

    Raises LibraryProblem, UnreadableDocument, OSError.
    """
    found = _content(look, item, before)
    if before is not None and found.content is None:
        look.store.note_seen(look.source.id, replace(before, stamp=item.stamp, at=now()))
        return _Result.UNCHANGED
    data = found.content or b""
    seen = Seen(item.place, item.stamp, found.etag, found.modified, hashlib.sha256(data).hexdigest(), None, now())
    try:
        document_id, result = _keep(look, item, found, data, before)
        seen = replace(seen, document_id=document_id)
        return result
    except (LibraryProblem, UnreadableDocument):
        seen = replace(seen, document_id=before.document_id if before else None)
        raise
    finally:
        look.store.note_seen(look.source.id, seen)


def _content(look: Look, item: Item, before: Seen | None) -> Fetched:
    most = look.settings.max_file_mb * 1_000_000
    if look.source.kind is Kind.LIST:
        return look.fetcher.get(item.place, most, *((before.etag, before.modified) if before else ()))
    with Path(item.place).open("rb") as file:
        return Fetched(item.place, file.read(most + 1))


def _keep(look: Look, item: Item, found: Fetched, data: bytes, before: Seen | None) -> tuple[str | None, _Result]:
    """The id of the document, and what became of it. Raises LibraryProblem, UnreadableDocument."""
    library, settings, sha256 = look.settings.library, look.settings, hashlib.sha256(data).hexdigest()
    if before is not None and before.sha256 == sha256:  # read or refused before; not every host knows what it has sent
        return before.document_id, _Result.UNCHANGED
    with reading(library) as catalogue:
        twins = catalogue.of_original(sha256)
        entry = catalogue.entry(before.document_id) if before and before.document_id else None
    if twins:
        return twins[-1].id, _Result.UNCHANGED
    upload = changing.Upload(_name(look.source, item, found), [data], _said(look.source, found))
    if entry is None:
        return changing.add(library, upload, look.who, settings).id, _Result.ADDED
    if _says_the_same(library, entry, upload.name, data, settings):
        return entry.id, _Result.UNCHANGED
    return changing.replace_with(library, entry.id, upload, look.who, settings).id, _Result.CHANGED


def _said(source: Source, found: Fetched) -> dict[Field, str]:
    return {**source.said, **({Field.URL: found.address} if source.kind is Kind.LIST else {})}


def _name(source: Source, item: Item, found: Fetched) -> str:
    """Of a file: its path in the folder; of a page: the end of its address, with the suffix of what it is."""
    if source.kind is Kind.FOLDER:
        return Path(item.place).relative_to(Path(source.place).resolve()).as_posix()
    parts = urlsplit(found.address)
    name = PurePosixPath(unquote(parts.path)).name or parts.netloc
    media_type = found.media_type.partition(";")[0].strip().lower()
    if media_type in ("text/html", "application/xhtml+xml"):
        return name if name.endswith((".html", ".htm")) else f"{name}.html"
    return name if PurePosixPath(name).suffix else name + (mimetypes.guess_extension(media_type) or ".txt")


def _says_the_same(library: Path, entry: Entry, name: str, data: bytes, settings: Settings) -> bool:
    """Whether the cleaned text is that of the document: pages carry dates and tokens that change by themselves."""
    with aside(library, ".looking-", sweep=True) as folder:
        path = folder / f"new{kind_of(suffix_of(name), data)}"
        path.write_bytes(data)
        new, old = (_texts(each, settings) for each in (path, library / entry.original.file))
    return new is not None and new == old


def _texts(path: Path, settings: Settings) -> list[tuple[str, str]] | None:
    """Titles and texts of what a file holds; None where it cannot be read."""
    with read_apart([Job(path, "document")], limits_of(settings)) as files:
        items = [item for file in files for item in file]
    documents = [item for item in items if isinstance(item, Document)]
    return [(each.title, each.text) for each in documents] if documents and len(documents) == len(items) else None


def _trouble(place: str, error: Exception) -> Trouble:
    if isinstance(error, LibraryProblem):
        return Trouble(place, error.reason)
    if isinstance(error, UnreadableDocument):
        return Trouble(place, error.reason)
    return Trouble(place, Reason(_UNREAD, {"error": str(error)}))
