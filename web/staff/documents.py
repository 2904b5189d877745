"""For staff: the documents of the library, found, looked at and changed."""

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.errors import LibraryProblem, UnreadableDocument
from rag.library import changing
from rag.library.catalogue import reading
from rag.library.desk import Desk
from rag.library.records import Entry, Event, Field, State
from rag.library.telling import change_text, field_text, problem_text, problems_of, state_text
from rag.wording.reasons import reason_text
from rag.wording.words import Words
from web.i18n import words_for
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.documents import blocks
from web.public.listing import MOST_CHARS, page_number, pages_of
from web.public.originals import original_response
from web.public.unread import view_unread
from web.records.audit import record
from web.records.database import Database
from web.services import ServicesNow
from web.staff.pages import VisitorNow, show

PAGE = 50
PATH = "/staff/documents"
LISTED = tuple(state for state in State if state is not State.REMOVED)
router = APIRouter(prefix=PATH, include_in_schema=False)
Deed = Literal["edit", "withdraw", "restore", "remove"]


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list; `passages` of the public version, None where it is not in it."""

    entry: Entry
    passages: int | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the documents that were looked for; pages count from 1."""

    query: str
    state: str
    number: int
    rows: list[Row]
    total: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)

    def href(self, number: int) -> str:
        values = {"q": self.query, "state": self.state, "page": str(number) if number > 1 else ""}
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{PATH}?{query}" if query else PATH


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document on its page, with what was typed into its form and could not be taken."""

    entry: Entry
    events: tuple[Event, ...]
    passages: int | None
    typed: dict[Field, str]
    problem: LibraryProblem | None = None


def href(document_id: str, page: str = "one", **more: str) -> str:
    """The address of a page about a document."""
    return f"{PATH}/{page}?{urlencode({'id': document_id, **more})}"


@router.get("")
async def overview(request: Request, services: ServicesNow, q: str = "", state: str = "", page: str = "") -> Response:
    """The list, last changed first, and the form for new files."""
    return await list_page(request, services.desk, q, state, page)


async def list_page(
    request: Request, desk: Desk, q: str = "", state: str = "", page: str = "", status: int = 200, uploads: object = ()
) -> Response:
    """The same after an upload, with what became of each file."""
    leaf = await in_thread(_leaf, desk, q.strip()[:MOST_CHARS], state, page_number(page))
    return show(
        request,
        "documents",
        status,
        leaf=leaf,
        uploads=uploads,
        states=list(State),
        href=href,
        state_text=state_text,
        most_mb=desk.settings.max_file_mb,
    )


@router.get("/one")
async def one(request: Request, services: ServicesNow, id: str) -> Response:
    """A document: what is said of it, what can be done with it, what was done."""
    return _sheet_page(request, await in_thread(_sheet, services.desk, id))


@router.post("/one")
async def change(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    id: Annotated[str, Form()],
    do: Annotated[Deed, Form()],
    revision: Annotated[int, Form()],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Changes it, unless somebody else did since the page was opened."""
    form = await request.form()
    typed = {field: str(form[field.value]) for field in Field if field.value in form} if do == "edit" else {}
    deed = _Deed(id, do, revision, reason, typed, visitor.name)
    try:
        await in_thread(_change, services.desk, services.database, deed)
    except LibraryProblem as problem:
        return _sheet_page(request, await in_thread(_sheet, services.desk, id, typed, problem))
    return RedirectResponse(href(id, done=do), 303)


@router.get("/preview")
async def preview(request: Request, services: ServicesNow, id: str) -> Response:
    """The cleaned text, tables and passages of a document as they will be published."""
    sheet = await in_thread(_sheet, services.desk, id)
    try:
        shown = await in_thread(services.desk.preview, sheet.entry)
    except UnreadableDocument as error:
        reason = reason_text(error.reason, words_for(request))
        return show(request, "preview", 422, entry=sheet.entry, href=href, shown=None, reason=reason)
    except LibraryProblem as problem:
        reason = problem_text(problem, words_for(request))
        return show(request, "preview", 422, entry=sheet.entry, href=href, shown=None, reason=reason)
    return show(
        request,
        "preview",
        entry=sheet.entry,
        href=href,
        shown=shown,
        reason="",
        blocks=await in_thread(lambda: tuple(blocks(shown.document, None))),
        unread=view_unread(shown.document, words_for(request)),
    )


@router.get("/original")
async def original(services: ServicesNow, id: str) -> Response:
    """The file as it was added."""
    sheet = await in_thread(_sheet, services.desk, id)
    return await in_thread(original_response, services.desk.folder, sheet.entry)


@dataclass(frozen=True, slots=True)
class _Deed:
    document_id: str
    what: Deed
    revision: int
    reason: str
    typed: dict[Field, str]
    who: str


def _change(desk: Desk, database: Database, deed: _Deed) -> None:
    """The row of the audit log is written only if the library took the change."""
    document_id, who, revision, folder = deed.document_id, deed.who, deed.revision, desk.folder
    with database.writing() as session:
        if deed.what == "edit":
            with reading(folder) as catalogue:
                entry = changing.known(catalogue, document_id)
            changing.edit(folder, document_id, _said(entry, deed.typed), who, revision)
        elif deed.what == "withdraw":
            changing.withdraw(folder, document_id, who, deed.reason, revision)
        elif deed.what == "remove":
            changing.remove(folder, document_id, who, deed.reason, revision)
        else:
            changing.restore(folder, document_id, who, revision)
        action = {"edit": "edited", "withdraw": "withdrawn", "remove": "removed", "restore": "restored"}[deed.what]
        details = {"reason": deed.reason} if deed.reason else {}
        record(session, who, f"document.{action}", f"document:{document_id}", details)


def _said(entry: Entry, typed: dict[Field, str]) -> dict[Field, str | None]:
    """What was typed; the same as the file says is nothing said."""
    in_file = {
        Field.TITLE: entry.found.title,
        Field.PUBLISHER: entry.found.publisher or "",
        Field.PUBLISHED: entry.found.published.isoformat() if entry.found.published else "",
        Field.URL: entry.found.url or "",
    }
    return {
        field: None if " ".join(value.split()) == in_file.get(field, "") else value for field, value in typed.items()
    }


def values_of(entry: Entry) -> dict[Field, str]:
    """What the form holds at first."""
    return {
        Field.TITLE: entry.title,
        Field.PUBLISHER: entry.publisher or "",
        Field.PUBLISHED: entry.published.isoformat() if entry.published else "",
        Field.URL: entry.url or "",
        Field.KIND: entry.kind,
        Field.TAGS: ", ".join(entry.tags),
    }


def _leaf(desk: Desk, query: str, state: str, number: int) -> Leaf:
    states = [State(state)] if state in set(State) else LISTED
    words = query.casefold().split()
    with reading(desk.folder) as catalogue:
        _, total = catalogue.find(words, states, 0, 0)
        number = min(number, pages_of(total, PAGE))
        entries, _ = catalogue.find(words, states, (number - 1) * PAGE, PAGE)
    return Leaf(query, state, number, [Row(entry, _passages(desk, entry.id)) for entry in entries], total)


def _passages(desk: Desk, document_id: str) -> int | None:
    version = desk.version()
    return None if version is None or version.position(document_id) is None else len(version.rows_of(document_id))


def _sheet(
    desk: Desk, document_id: str, typed: dict[Field, str] | None = None, problem: LibraryProblem | None = None
) -> Sheet:
    with reading(desk.folder) as catalogue:
        entry, events = catalogue.entry(document_id), catalogue.events(document_id)
    if entry is None:
        raise Problem(404, "document_not_found")
    return Sheet(entry, events, _passages(desk, document_id), typed or values_of(entry), problem)


def _sheet_page(request: Request, sheet: Sheet) -> Response:
    words: Words = words_for(request)
    return show(
        request,
        "document",
        409 if sheet.problem else 200,
        sheet=sheet,
        told=problem_text(sheet.problem, words) if sheet.problem else "",
        stored=values_of(sheet.entry),
        problems=list(problems_of(sheet.entry, words)),
        fields=Field,
        href=href,
        state_text=state_text,
        change_text=change_text,
        field_text=lambda name: field_text(Field(name), words),
        done=request.query_params.get("done", ""),
    )
