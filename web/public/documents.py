"""The document behind a citation, whole, with the quoted words marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from rag.types import Document
from web.i18n import Words
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.views import web_address
from web.services import ServicesNow, WordsNow, allowed

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `anchor` on the first marked one, where the page scrolls to."""

    text: str
    marked: bool = False
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the document.

    `level` is a heading's; `page` the one that begins here; `item` a line of a list, its dash left out; `row` a row of
    a table as the loaders write it: "header: value; header: value".
    """

    start: int
    pieces: tuple[Piece, ...]
    level: int | None = None
    page: int | None = None
    item: bool = False
    row: bool = False


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
        raise Problem(404, "document_not_found")
    # A book takes long to lay out.
    return await in_thread(_page, request, document, bounds(start, end, len(document.text)), words)


def _page(request: Request, document: Document, quote: tuple[int, int] | None, words: Words) -> Response:
    context = {
        "words": words,
        "document": document,
        "blocks": tuple(blocks(document, quote)),
        "quoted": quote is not None,
        "page": page_of(document, quote[0]) if quote else None,
        "url": web_address(document.url),
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


def blocks(document: Document, quote: tuple[int, int] | None) -> Iterator[Block]:
    """The lines of the document that hold text, in order, the quote's characters marked."""
    # The title is the page's first level; the levels a document uses follow it without a gap.
    ranks = {level: rank for rank, level in enumerate(sorted({h.level for h in document.headings}), start=2)}
    levels = {heading.start: min(ranks[heading.level], 6) for heading in document.headings}
    pages = list(enumerate(document.page_starts, start=1))
    anchored = False
    for begin, line in lines(document.text):
        bullet = len(line) - len(line.removeprefix("- ").removeprefix("• "))
        start, end = begin + bullet, begin + len(line)
        line = line[bullet:]
        pieces = tuple(cut(line, start, quote, anchored))
        anchored = anchored or any(piece.anchor for piece in pieces)
        page = None
        while pages and pages[0][1] < end:
            page, _ = pages.pop(0)
        yield Block(start, pieces, levels.get(begin), page, item=bullet > 0, row=is_row(line))


def is_row(line: str) -> bool:
    parts = line.split("; ")
    return len(parts) > 1 and all(": " in part for part in parts)


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
