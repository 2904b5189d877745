"""The document behind a citation, whole, with the quoted words marked."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from rag.library.records import Entry
from rag.types import Cell, Document, Table
from rag.wording.words import Words
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.addresses import web_address
from web.public.originals import newer_edition, original_href, published_entry
from web.public.pictures import LinePicture, line_pictures
from web.public.unread import recognised_pages, view_unread
from web.services import ServicesNow, WordsNow, allowed

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `anchor` on the first marked one, where the page scrolls to."""

    text: str
    marked: bool = False
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table; `names_row` where it tells the rows apart."""

    pieces: tuple[Piece, ...]
    columns: int = 1
    names_row: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as a page shows it; `columns` is empty when none has a name."""

    caption: tuple[Piece, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the document, or a table of it.

    `level` is a heading's; `page` the one that begins here; `item` a line of a list, its dash left out.
    """

    start: int
    pieces: tuple[Piece, ...]
    level: int | None = None
    page: int | None = None
    item: bool = False
    table: TableView | None = None
    pictures: tuple[LinePicture, ...] = ()  # of lines in it whose figures are in doubt

    @property
    def is_anchor(self) -> bool:
        """Whether the page scrolls here."""
        cells = (cell for row in self.table.rows for cell in row) if self.table else ()
        shown = chain(self.pieces, self.table.caption if self.table else (), *(cell.pieces for cell in cells))
        return any(piece.anchor for piece in shown)


@router.get("/documents/{document_id:path}", name="document", dependencies=[Depends(allowed)])
async def show(
    request: Request,
    document_id: str,
    services: ServicesNow,
    words: WordsNow,
    start: Annotated[str, Query()] = "",
    end: Annotated[str, Query()] = "",
) -> Response:
    """The document page; `start` and `end` mark a quote and are ignored when they lie outside the text."""
    document = await in_thread(services.pipeline.document, document_id)
    if document is None:
        newer = await in_thread(newer_edition, services.desk, document_id)
        if newer is None:
            raise Problem(404, "document_not_found")
        return _superseded(request, newer, words)
    entry = await in_thread(published_entry, services.desk, document_id)
    # A book takes long to lay out.
    return await in_thread(_page, request, document, bounds(start, end, len(document.text)), words, entry)


def _superseded(request: Request, newer: Entry, words: Words) -> Response:
    """Where an old address leads: nothing is quoted from the old edition, and the new one may say something else."""
    context = {"words": words, "newer": newer}
    templates = request.app.state.templates
    response: Response = templates.TemplateResponse(request, "superseded.html", context, status_code=404)
    return response


def _page(
    request: Request, document: Document, quote: tuple[int, int] | None, words: Words, entry: Entry | None
) -> Response:
    page = page_of(document, quote[0]) if quote else None
    context = {
        "words": words,
        "document": document,
        "blocks": tuple(blocks(document, quote, line_pictures(document, entry))),
        "quoted": quote is not None,
        "page": page,
        "original": original_href(entry, page) if entry else None,
        "original_kind": entry.original.suffix[1:].upper() if entry else "",
        "url": web_address(document.url),
        "recognised": recognised_pages(document),
        "unread": view_unread(document, words),
    }
    response: Response = request.app.state.templates.TemplateResponse(request, "document.html", context)
    return response


def bounds(start: str, end: str, length: int) -> tuple[int, int] | None:
    """The quote's offsets if they are numbers and 0 <= start < end <= length."""
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    # Longer numbers than any document has characters: not worth converting.
    if max(len(start), len(end)) > 12:
        return None
    first, last = int(start), int(end)
    return (first, last) if first < last <= length else None


def page_of(document: Document, offset: int) -> int | None:
    """The 1-based page that holds `offset`; None for a document without pages."""
    return sum(1 for begin in document.page_starts if begin <= offset) or None


def blocks(document: Document, quote: tuple[int, int] | None, pictures: Sequence[LinePicture] = ()) -> Iterator[Block]:
    """The lines of the document that hold text, in order, the quote's characters marked."""
    # The title is the page's first level; the levels a document uses follow it without a gap.
    ranks = {level: rank for rank, level in enumerate(sorted({h.level for h in document.headings}), start=2)}
    levels = {heading.start: min(ranks[heading.level], 6) for heading in document.headings}
    tables = {block.start: block.table for block in document.blocks if block.table is not None}
    pages = list(enumerate(document.page_starts, start=1))
    waiting = deque(pictures)
    anchored, beyond = False, 0
    for begin, line in lines(document.text):
        if begin < beyond:  # shown with the table it belongs to
            continue
        table = tables.get(begin)
        beyond = table.end if table else begin + len(line)
        page = None
        while pages and pages[0][1] < beyond:
            page, _ = pages.pop(0)
        if table:
            block = Block(begin, (), page=page, table=table_view(document, table, quote, anchored))
        else:
            block = _line(begin, line, quote, anchored, levels.get(begin), page)
        anchored = anchored or block.is_anchor
        seen: list[LinePicture] = []
        while waiting and waiting[0].start < beyond:
            seen.append(waiting.popleft())
        yield replace(block, pictures=tuple(seen)) if seen else block


def _line(
    begin: int, line: str, quote: tuple[int, int] | None, anchored: bool, level: int | None, page: int | None
) -> Block:
    bullet = len(line) - len(line.removeprefix("- ").removeprefix("• "))
    pieces = tuple(cut(line[bullet:], begin + bullet, quote, anchored))
    return Block(begin + bullet, pieces, level, page, item=bullet > 0)


def table_view(document: Document, table: Table, quote: tuple[int, int] | None, anchored: bool) -> TableView:
    """The table with the quoted cells marked, the first of them as anchor."""
    first = next((c for row in table.rows for c in row if quote and c.start < quote[1] and quote[0] < c.end), None)

    def view(cell: Cell) -> CellView:
        words = document.text[cell.start : cell.end]
        pieces = tuple(cut(words, cell.start, quote, anchored or cell is not first))
        return CellView(pieces, cell.columns, names_row=cell.column < table.keys)

    # A quote that holds the caption alone is marked there.
    caption = tuple(cut(table.caption, table.start, quote, anchored or first is not None)) if table.caption else ()
    columns = table.columns if any(table.columns) else ()
    return TableView(caption, columns, tuple(tuple(_filled(row, view, len(table.columns))) for row in table.rows))


def _filled(row: Sequence[Cell], view: Callable[[Cell], CellView], width: int) -> Iterator[CellView]:
    """The cells of a row, with empty ones where the text has none."""
    column = 0
    for cell in row:
        yield from (CellView(()) for _ in range(column, cell.column))
        yield view(cell)
        column = cell.column + cell.columns
    yield from (CellView(()) for _ in range(column, width))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with the offset of their first visible character; blank ones left out."""
    offset = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            yield offset + line.index(stripped), stripped
        offset += len(line) + 1


def cut(line: str, start: int, quote: tuple[int, int] | None, anchored: bool) -> Iterator[Piece]:
    """The line in pieces: before, inside and after the quote."""
    first, last = quote or (0, 0)
    inner = max(0, first - start), min(len(line), last - start)
    if inner[0] >= inner[1]:
        yield Piece(line)
        return
    if inner[0]:
        yield Piece(line[: inner[0]])
    yield Piece(line[inner[0] : inner[1]], marked=True, anchor=not anchored)
    if inner[1] < len(line):
        yield Piece(line[inner[1] :])
