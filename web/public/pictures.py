"""Lines of an original whose figures text recognition may have misread, as pictures."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from rag.errors import LibraryProblem
from rag.library.picturing import Strip, picture, strips_of
from rag.library.records import Entry
from rag.types import Document
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.originals import PDF, published_entry
from web.services import ServicesNow, allowed

router = APIRouter()
_AT_ONCE = CapacityLimiter(2)  # each is drawn by a process of its own; questions need the processor too
_ENDS = ".,;:()"  # of a word in a sentence; what is in doubt is its figures
_HEADERS = {"Content-Security-Policy": "default-src 'none'", "Cache-Control": "private, max-age=3600"}


@dataclass(frozen=True, slots=True)
class LinePicture:
    """The address of a picture, and the words in it that are in doubt; `start` is where its block begins."""

    start: int
    href: str
    words: tuple[str, ...]


@router.get("/pictures/{document_id:path}", name="picture", dependencies=[Depends(allowed)])
async def show(services: ServicesNow, document_id: str, line: Annotated[int, Query(ge=0, le=1000)]) -> Response:
    """One line of a document that is public now; only those are drawn that hold a figure in doubt."""
    document = await in_thread(services.pipeline.document, document_id)
    entry = await in_thread(published_entry, services.desk, document_id)
    strips = _strips(document, entry)
    if entry is None or line >= len(strips):
        raise Problem(404, "document_not_found")
    try:
        drawn = await to_thread.run_sync(picture, services.desk.folder, entry, strips[line], limiter=_AT_ONCE)
    except LibraryProblem as error:
        raise Problem(404, "document_not_found") from error
    return Response(drawn, media_type="image/png", headers=_HEADERS)


def line_pictures(document: Document, entry: Entry | None) -> tuple[LinePicture, ...]:
    """Those of a document, in the order of its text; none without a PDF that they can be drawn from."""
    address = f"/pictures/{quote(document.id, safe='/')}"
    # With another text or another file the address is another one, so that no browser shows an old picture.
    state = f"{document.content_hash[:8]}{entry.original.sha256[:8]}" if entry else ""
    return tuple(
        LinePicture(strip.start, f"{address}?line={number}&v={state}", tuple(word.strip(_ENDS) for word in strip.words))
        for number, strip in enumerate(_strips(document, entry))
    )


def _strips(document: Document | None, entry: Entry | None) -> tuple[Strip, ...]:
    return strips_of(document) if document is not None and entry is not None and entry.original.suffix == PDF else ()
