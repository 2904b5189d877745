"""For staff: what publishing would change, doing it, and going back."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from rag.errors import LibraryProblem, RagError
from rag.library.catalogue import reading
from rag.library.desk import Desk, Order, Standing, Task
from rag.library.planning import Difference, Effect
from rag.library.records import Field, Publication, State
from rag.library.telling import effect_text, field_text, problem_text, progress_text
from rag.wording.reasons import reason_text
from rag.wording.words import N_, Words
from web.i18n import words_for
from web.protection.gate import in_thread
from web.records.audit import record
from web.records.database import Database
from web.records.models import IndexVerdictRow
from web.records.runs import verdicts
from web.services import ServicesNow, services_of
from web.staff.documents import href
from web.staff.pages import VisitorNow, show

PATH = "/staff/publishing"
_MOST_SHOWN = 500
router = APIRouter(prefix=PATH, include_in_schema=False)
_UNFORESEEN = N_("It ended unexpectedly, and nothing was published. Operator: see the log.")


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """What would change, how the latest order went, and the versions one can go back to."""
    return await _page(request, services.desk)


@router.post("")
async def start(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    do: Annotated[Task, Form()],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Starts publishing, or trying, the drafts that were chosen; a second order meanwhile changes nothing."""
    form = await request.form()
    drafts = frozenset(str(value) for value in form.getlist("draft"))
    order = Order(do, visitor.name, drafts, " ".join(reason.split()))
    if do is Task.PUBLISH:
        await in_thread(_note, services.database, visitor.name, "index.published", order.reason)
    services.desk.start(order)
    return RedirectResponse(PATH, 303)


@router.post("/rollback")
async def rollback(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    version: Annotated[str, Form(max_length=100)],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Makes an older version public again."""
    try:
        await in_thread(_roll_back, services.desk, services.database, version, visitor.name, reason)
    except LibraryProblem as problem:
        return await _page(request, services.desk, problem_text(problem, words_for(request)), 422)
    except RagError:
        told = words_for(request).gettext("This version is not whole any more, or is being changed: choose another.")
        return await _page(request, services.desk, told, 422)
    return RedirectResponse(f"{PATH}?done=rollback", 303)


@router.get("/standing")
async def standing(request: Request, services: ServicesNow) -> JSONResponse:
    """How far the latest order is, for the script of the page."""
    found = services.desk.standing
    running = found is not None and found.running
    return JSONResponse({"running": running, "text": progress_text(found, words_for(request)) if found else ""})


async def _page(request: Request, desk: Desk, problem: str = "", status: int = 200) -> Response:
    return show(
        request,
        "publishing",
        status,
        problem=problem,
        done=request.query_params.get("done", ""),
        verdicts=await in_thread(_verdicts, services_of(request).database),
        **await in_thread(_facts, desk, words_for(request)),
    )


def _verdicts(database: Database) -> dict[str, IndexVerdictRow]:
    """What evaluators say of each version, and of what publishing would make."""
    with database.reading() as session:
        return verdicts(session)


def _facts(desk: Desk, words: Words) -> dict[str, Any]:
    with reading(desk.folder) as catalogue:
        drafts = frozenset(entry.id for entry in catalogue.entries([State.DRAFT]))
        publications = catalogue.publications(50)
    version = desk.version()
    changes = desk.changes()
    found = desk.standing
    return {
        "changes": changes[:_MOST_SHOWN],
        "more": max(0, len(changes) - _MOST_SHOWN),
        "counts": {effect: sum(each.effect is effect for each in changes) for effect in Effect},
        "drafts": drafts,
        "current": version.name if version else "",
        "publications": publications,
        "versions": _versions(publications, frozenset(desk.versions()) - {version.name if version else ""}),
        "hidden_drafts": sorted({each.document_id for each in changes[_MOST_SHOWN:]} & drafts),
        "standing": found,
        "progress": progress_text(found, words) if found else "",
        "failed": _failed(found, words) if found else "",
        "effects": list(Effect),
        "effect_text": effect_text,
        "reason_text": reason_text,
        "what": lambda each: _what(each, words),
        "href": href,
    }


def _versions(publications: tuple[Publication, ...], names: frozenset[str]) -> list[Publication]:
    """The publication that made each of these versions, the last first."""
    made = (each for each in publications if not each.rollback and each.version in names)
    return list({each.version: each for each in made}.values())


def _what(each: Difference, words: Words) -> str:
    fields = [field_text(Field(field), words) for field in each.fields]
    return ", ".join(fields + [words.gettext("file")] * each.file)


def _failed(found: Standing, words: Words) -> str:
    if isinstance(found.problem, LibraryProblem):
        return problem_text(found.problem, words)
    return words.gettext(_UNFORESEEN) if found.problem else ""


def _roll_back(desk: Desk, database: Database, version: str, who: str, reason: str) -> None:
    with database.writing() as session:
        desk.roll_back(version, who, reason)
        record(session, who, "index.rolled_back", f"version:{version}", {"reason": reason})


def _note(database: Database, who: str, action: str, reason: str) -> None:
    with database.writing() as session:
        record(session, who, action, "", {"reason": reason} if reason else {})
