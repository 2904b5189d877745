"""The queue of feedback: ratings, comments and unanswered questions, grouped by meaning."""

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.evaluation.names import OUTCOMES
from web.i18n import words_for
from web.protection.gate import in_thread
from web.protection.permissions import Permission, Role, may
from web.protection.problems import Problem
from web.public.listing import page_number, pages_of
from web.records import cases
from web.records.accounts import everybody
from web.records.audit import record
from web.records.cases import KINDS, STATES, Queued, Wanted
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import CaseNoteRow, CaseRow, HeardRow
from web.services import ServicesNow
from web.staff.pages import Number, VisitorNow, show
from web.staff.periods import after, midnight
from web.staff.tables import TableKind, table_response

PAGE = 25
MOST_SHOWN = 100  # of what was said in one case
_MOST_EXPORTED = 20_000
PATH = "/staff/feedback"
router = APIRouter(prefix=PATH, include_in_schema=False)
Deed = Literal["assign", "note", "resolve", "reopen"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The filter as it stands in the address."""

    state: str = ""
    language: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""

    def wanted(self) -> Wanted:
        return Wanted(self.state, self.language, self.kind, midnight(self.since), after(self.until))

    def href(self, page: int = 1, path: str = PATH) -> str:
        names = ("state", "language", "kind", "since", "until")
        values = {name: getattr(self, name) for name in names if getattr(self, name)}
        values |= {"page": str(page)} if page > 1 else {}
        return f"{path}?{urlencode(values)}" if values else path


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the queue; pages count from 1. `waiting` rows are not grouped yet."""

    rows: list[Queued]
    total: int
    number: int
    waiting: int

    @property
    def pages(self) -> int:
        return pages_of(self.total, PAGE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A case with what was said in it, and who may be given it."""

    case: CaseRow
    heard: list[HeardRow]
    notes: list[CaseNoteRow]
    people: list[str]


@router.get("")
async def overview(
    request: Request,
    services: ServicesNow,
    state: str = "",
    language: str = "",
    kind: str = "",
    since: str = "",
    until: str = "",
    page: str = "",
) -> Response:
    """The cases, last heard first."""
    asked = Asked(state, language, kind, since, until)
    leaf = await in_thread(_leaf, services.database, asked, page_number(page))
    return show(request, "feedback", asked=asked, leaf=leaf, states=STATES, kinds=KINDS)


@router.get("/export/{kind}")
async def export(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    kind: TableKind,
    state: str = "",
    language: str = "",
    of: str = "",
    since: str = "",
    until: str = "",
) -> Response:
    """The cases of the filter as a table; `of` is their kind."""
    words = words_for(request)
    wanted = Asked(state, language, of, since, until).wanted()
    found = await in_thread(_exported, services.database, visitor.name, wanted)
    head = ["id", "question", "language", "state", "assignee", "first", "last", *KINDS]
    rows = [
        (
            each.case.id,
            each.case.question,
            each.case.language,
            words.gettext(STATES[each.case.state]),
            each.case.assignee,
            each.case.first_at.isoformat(timespec="seconds"),
            each.case.last_at.isoformat(timespec="seconds"),
            each.unanswered,
            each.down,
            each.up,
            each.comments,
        )
        for each in found
    ]
    return await in_thread(table_response, kind, "feedback", head, rows)


@router.get("/{case_id}")
async def one(request: Request, services: ServicesNow, case_id: Number) -> Response:
    """A case: what was said, what was noted, and what can be done."""
    return _page(request, await in_thread(_open, services.database, case_id))


@router.post("/{case_id}")
async def act(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    case_id: Number,
    do: Annotated[Deed, Form()],
    revision: Annotated[int, Form()],
    assignee: Annotated[str, Form(max_length=100)] = "",
    text: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Does it, unless somebody else changed the case since the page was opened."""
    deed = _Deed(do, revision, assignee, text, visitor.name)
    try:
        await in_thread(_act, services.database, case_id, deed)
    except Unfit as problem:
        return _page(request, await in_thread(_open, services.database, case_id), problem, text)
    return RedirectResponse(f"{PATH}/{case_id}?done={do}", 303)


@dataclass(frozen=True, slots=True)
class _Deed:
    what: Deed
    revision: int
    assignee: str
    text: str
    who: str


def _page(request: Request, opened: Opened, problem: Unfit | None = None, text: str = "") -> Response:
    return show(
        request,
        "case",
        409 if problem else 200,
        opened=opened,
        problem=problem,
        text=text,
        states=STATES,
        kinds=KINDS,
        outcomes=OUTCOMES,
        done=request.query_params.get("done", ""),
        most=MOST_SHOWN,
    )


def _leaf(database: Database, asked: Asked, number: int) -> Leaf:
    with database.reading() as session:
        total = cases.count(session, asked.wanted())
        number = min(number, pages_of(total, PAGE))
        rows = list(cases.find(session, asked.wanted(), (number - 1) * PAGE, PAGE))
        return Leaf(rows, total, number, cases.waiting(session))


def _exported(database: Database, who: str, wanted: Wanted) -> list[Queued]:
    with database.writing() as session:
        record(session, who, "feedback.exported")
        return list(cases.find(session, wanted, 0, _MOST_EXPORTED))


def _open(database: Database, case_id: int) -> Opened:
    with database.reading() as session:
        row = case_of(session.get(CaseRow, case_id))
        people = [
            each.name
            for each in everybody(session)
            if each.disabled_at is None and may(Role(each.role), Permission.HANDLE_FEEDBACK)
        ]
        return Opened(row, cases.heard_in(session, case_id, MOST_SHOWN), cases.notes_of(session, case_id), people)


def case_of(row: CaseRow | None) -> CaseRow:
    """Raises Problem with status 404 for a case that is gone."""
    if row is None:
        raise Problem(404, "not_found")
    return row


def _act(database: Database, case_id: int, deed: _Deed) -> None:
    with database.writing() as session:
        row = case_of(session.get(CaseRow, case_id))
        if deed.what == "assign":
            cases.assign(session, deed.who, row, deed.revision, deed.assignee)
        elif deed.what == "note":
            cases.add_note(session, deed.who, row, deed.text)
        elif deed.what == "resolve":
            cases.resolve(session, deed.who, row, deed.revision, deed.text)
        else:
            cases.reopen(session, deed.who, row, deed.revision)
