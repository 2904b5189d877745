"""For staff: files taken into the library, each with what became of it."""

from dataclasses import dataclass
from pathlib import PurePath

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from starlette.datastructures import FormData, UploadFile
from starlette.responses import JSONResponse, RedirectResponse, Response

from rag.errors import LibraryProblem, UnreadableDocument
from rag.library import changing
from rag.library.desk import Desk
from rag.library.records import Entry, Field
from rag.library.telling import problem_text, problems_of
from rag.settings import Settings
from rag.wording.reasons import reason_text
from rag.wording.words import Words
from web.i18n import words_for
from web.records.audit import record
from web.records.database import Database
from web.services import ServicesNow
from web.staff.documents import PATH, href, list_page
from web.staff.pages import VisitorNow

router = APIRouter(prefix=PATH, include_in_schema=False)
_AT_ONCE = CapacityLimiter(2)  # files that are read for uploads; questions need the processor too
_MOST_FILES = 200
_PIECE = 1 << 20
SHEETS = "/evaluations/sheets"  # gold questions, uploaded
MOST_SHEET_BYTES = 10_000_000
_FOR_ALL = (Field.PUBLISHER, Field.KIND, Field.TAGS)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What became of a file: the document, or why there is none."""

    name: str
    entry: Entry | None = None
    reason: str = ""


def larger_bodies(settings: Settings) -> dict[str, int]:
    """How many bytes may be sent to the addresses that take files: one file of the largest size, and its form."""
    most = settings.max_file_mb * 1_000_000 + 1_000_000
    return {PATH: most, f"{PATH}/edition": most, SHEETS: MOST_SHEET_BYTES}


@router.post("")
async def upload(request: Request, services: ServicesNow, visitor: VisitorNow) -> Response:
    """Takes files; a page for people, JSON for the script that sends one after the other."""
    form = await request.form(max_files=_MOST_FILES)
    words = words_for(request)
    said = {field: str(form[field.value]) for field in _FOR_ALL if form.get(field.value)}
    found = [await _take(services.desk, services.database, file, said, visitor.name, words) for file in _files(form)]
    if not found:
        found = [Uploaded("", reason=words.gettext("Choose a file first."))]
    failed = [each for each in found if each.entry is None]
    status = 422 if failed else 200
    if request.headers.get("accept", "").startswith("application/json"):
        return JSONResponse({"files": [_to_json(each, words) for each in found]}, status)
    return await list_page(request, services.desk, status=status, uploads=found)


@router.post("/edition")
async def edition(request: Request, services: ServicesNow, visitor: VisitorNow) -> Response:
    """A newer edition of a document, as a draft that supersedes it when it is published."""
    form = await request.form(max_files=1)
    words, document_id, revision = words_for(request), str(form.get("id", "")), str(form.get("revision", ""))
    files = _files(form)
    if not files:
        return RedirectResponse(href(document_id), 303)
    expected = int(revision[:9]) if revision.isdecimal() else None
    replaced = (document_id, expected)
    told = await _take(services.desk, services.database, files[0], {}, visitor.name, words, replaced)
    if told.entry is None:
        return await list_page(request, services.desk, status=422, uploads=[told])
    return RedirectResponse(href(told.entry.id, done="edition"), 303)


def _files(form: FormData) -> list[UploadFile]:
    """Those that were chosen; a field left empty comes as a file without a name."""
    return [value for _, value in form.multi_items() if isinstance(value, UploadFile) and value.filename]


async def _take(
    desk: Desk,
    database: Database,
    file: UploadFile,
    said: dict[Field, str],
    who: str,
    words: Words,
    replaced: tuple[str, int | None] | None = None,
) -> Uploaded:
    name = PurePath((file.filename or "").replace("\\", "/")).name or "document"
    pieces = iter(lambda: file.file.read(_PIECE), b"")
    given = changing.Upload(name, pieces, said)
    try:
        entry = await to_thread.run_sync(_add, desk, database, given, who, replaced, limiter=_AT_ONCE)
    except UnreadableDocument as error:
        return Uploaded(name, reason=reason_text(error.reason, words))
    except LibraryProblem as problem:
        return Uploaded(name, reason=problem_text(problem, words))
    return Uploaded(name, entry)


def _add(
    desk: Desk, database: Database, given: changing.Upload, who: str, replaced: tuple[str, int | None] | None
) -> Entry:
    """The log is written first: nothing comes in of which it does not tell."""
    with database.writing() as session:
        record(session, who, "document.uploaded", f"file:{given.name}", {"edition of": replaced[0]} if replaced else {})
    if replaced is None:
        return changing.add(desk.folder, given, who, desk.settings)
    return changing.replace_with(desk.folder, replaced[0], given, who, desk.settings, replaced[1])


def _to_json(each: Uploaded, words: Words) -> dict[str, object]:
    if each.entry is None:
        return {"name": each.name, "reason": each.reason}
    return {
        "name": each.name,
        "title": each.entry.title,
        "href": href(each.entry.id),
        "problems": list(problems_of(each.entry, words)),
    }
