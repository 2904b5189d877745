"""For staff: folders and lists of addresses that are watched, and what came of it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.errors import LibraryProblem
from rag.library.desk import Desk
from rag.library.records import Field
from rag.library.telling import problem_text, run_text
from rag.library.watching.records import Run, Source
from rag.library.watching.schedule import add_source
from rag.library.watching.store import sources, sources_if_any
from rag.wording.reasons import reason_text
from web.i18n import words_for
from web.protection.gate import in_thread
from web.records.audit import record
from web.records.database import Database
from web.services import ServicesNow
from web.staff.pages import LARGEST, VisitorNow, show

PATH = "/staff/sources"
_FOR_ALL = (Field.PUBLISHER, Field.KIND, Field.TAGS)
router = APIRouter(prefix=PATH, include_in_schema=False)
Deed = Literal["pause", "resume", "look", "remove"]


@dataclass(frozen=True, slots=True)
class Row:
    """A source in the list, with its last run."""

    source: Source
    run: Run | None


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """The list, and the form for a new one."""
    return await _page(request, services.desk)


@router.post("")
async def add(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    place: Annotated[str, Form(max_length=2000)],
    minutes: Annotated[int, Form(le=LARGEST)] = 1440,
) -> Response:
    """Adds a source, which is looked at when the schedule next runs."""
    form = await request.form()
    said = {field: str(form[field.value]) for field in _FOR_ALL if form.get(field.value)}
    try:
        await in_thread(_add, services.desk, services.database, place, minutes, said, visitor.name)
    except LibraryProblem as problem:
        told = problem_text(problem, words_for(request))
        return await _page(
            request, services.desk, told, {"place": place} | {field.value: value for field, value in said.items()}, 422
        )
    return RedirectResponse(f"{PATH}?done=added", 303)


@router.post("/one")
async def change(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    id: Annotated[int, Form(ge=1, le=2**62)],
    do: Annotated[Deed, Form()],
) -> Response:
    """Pauses it, goes on with it, has it looked at soon, or forgets it."""
    try:
        await in_thread(_change, services.desk, services.database, id, do, visitor.name)
    except LibraryProblem as problem:
        return await _page(request, services.desk, problem_text(problem, words_for(request)), status=409)
    return RedirectResponse(f"{PATH}?done={do}", 303)


def _add(desk: Desk, database: Database, place: str, minutes: int, said: dict[Field, str], who: str) -> None:
    with database.writing() as session:
        source = add_source(desk.settings, place, minutes, said, who)
        record(session, who, "source.added", f"source:{source.id}", {"place": source.place})


def _change(desk: Desk, database: Database, source_id: int, do: Deed, who: str) -> None:
    with database.writing() as session, sources(desk.folder) as store:
        source = store.one(source_id)
        if do == "remove":
            store.remove(source_id)
        elif do == "look":
            store.make_due(source_id)
        else:
            store.pause(source_id, do == "pause")
        action = {"pause": "paused", "resume": "resumed", "look": "made_due", "remove": "removed"}[do]
        record(session, who, f"source.{action}", f"source:{source_id}", {"place": source.place})


def _rows(desk: Desk) -> list[Row]:
    with sources_if_any(desk.folder) as store:
        return [Row(source, store.last_run(source.id)) for source in store.all()]


async def _page(
    request: Request, desk: Desk, problem: str = "", typed: dict[str, str] | None = None, status: int = 200
) -> Response:
    settings = desk.settings
    return show(
        request,
        "sources",
        status,
        rows=await in_thread(_rows, desk),
        problem=problem,
        typed=typed or {},
        done=request.query_params.get("done", ""),
        hosts=settings.source_hosts,
        folders=settings.source_folders,
        run_text=run_text,
        reason_text=reason_text,
    )
