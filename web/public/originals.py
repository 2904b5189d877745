"""The original file of a published document."""

import logging
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Depends
from starlette.responses import FileResponse, Response

from rag.errors import LibraryProblem
from rag.library.catalogue import reading
from rag.library.desk import Desk
from rag.library.looking import original_path
from rag.library.records import Entry
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.services import ServicesNow, allowed

log = logging.getLogger(__name__)
router = APIRouter()
PDF = ".pdf"
# Only a PDF is shown by the browser itself: its viewer runs nothing of the file in the name of this site.
_PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'"
_DOWNLOADED = "application/octet-stream"


@router.get("/originals/{document_id:path}", name="original", dependencies=[Depends(allowed)])
async def show(services: ServicesNow, document_id: str) -> Response:
    """The file, of documents that are public now."""
    entry = await in_thread(published_entry, services.desk, document_id)
    if entry is None:
        raise Problem(404, "document_not_found")
    return await in_thread(original_response, services.desk.folder, entry)


def original_href(entry: Entry, page: int | None) -> str:
    """Where the file is; a PDF opens at the page."""
    address = f"/originals/{quote(entry.id, safe='/')}"
    return f"{address}#page={page}" if page and entry.original.suffix == PDF else address


def published_entry(desk: Desk, document_id: str) -> Entry | None:
    """The document of the library whose very file is in the public version."""
    version = desk.version()
    origin = version.origin_of(document_id) if version else None
    if origin is None or Path(origin.root) != desk.folder.resolve():
        return None
    with reading(desk.folder) as catalogue:
        entry = catalogue.entry(document_id)
    return entry if entry is not None and entry.original.file == origin.file else None


def newer_edition(desk: Desk, document_id: str) -> Entry | None:
    """The public document that took the place of one that is superseded."""
    seen: set[str] = set()
    with reading(desk.folder) as catalogue:
        entry = catalogue.entry(document_id)
        while entry is not None and entry.superseded_by and entry.id not in seen:
            seen.add(entry.id)
            entry = catalogue.entry(entry.superseded_by)
    return published_entry(desk, entry.id) if entry is not None and seen else None


def original_response(folder: Path, entry: Entry) -> Response:
    """A PDF is opened in the browser, everything else is downloaded. Raises Problem."""
    try:
        path = original_path(folder, entry.original)
    except LibraryProblem as error:
        log.warning("%s: %s", entry.id, error)
        raise Problem(404, "document_not_found") from error
    name = Path(entry.name).name
    if entry.original.suffix != PDF:
        return FileResponse(path, media_type=_DOWNLOADED, filename=name)
    headers = {"Content-Security-Policy": _PDF_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return FileResponse(
        path, media_type="application/pdf", filename=name, content_disposition_type="inline", headers=headers
    )
