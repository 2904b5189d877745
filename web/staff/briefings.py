"""Briefings: made of a topic or questions, listed, edited line by line, exported."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.briefing.briefer import Wanted
from rag.briefing.editing import Change, Place, can_be_worded, changed
from rag.briefing.exporting import exported
from rag.briefing.values import Audience, Briefing
from rag.briefing.writing.layout import AUDIENCES, TITLES
from rag.errors import BadInput
from rag.types import Language
from rag.wording.prose import source_name
from rag.wording.words import N_
from web.i18n import words_for
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.exports import Kind, file_response
from web.public.listing import page_number, pages_of
from web.records import briefings
from web.records.audit import record
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import BriefingRow
from web.services import Services, ServicesNow, place
from web.staff.pages import Number, VisitorNow, show

PAGE = 50
MOST_QUESTIONS = 30
router = APIRouter(prefix="/staff/briefings", include_in_schema=False)
_FIELD = re.compile(r"(text|remove|order)-(\d{1,3})-(\d{1,4})")
_NO_TOPIC = N_("A briefing cannot be made of this: name a topic that the documents may be about, or write questions.")
_TOO_MANY = N_("At most %(most)s questions, one a line.")


@dataclass(frozen=True, slots=True)
class Typed:
    """The form for a new briefing, as it was sent."""

    topic: str = ""
    questions: str = ""
    language: Language = Language.INDONESIAN
    audience: Audience = Audience.STAFF


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the list; pages count from 1."""

    rows: list[BriefingRow]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A briefing that is kept; `revision` is the one that is shown."""

    id: int
    made_by: str
    changed_by: str
    revision: int
    briefing: Briefing


@router.get("")
async def overview(request: Request, services: ServicesNow, page: str = "") -> Response:
    """Every briefing, and the form for a new one."""
    return await _list(request, services, Typed(language=words_for(request).language), page=page)


@router.post("", dependencies=[Depends(place)])
async def make(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    language: Annotated[Language, Form()],
    audience: Annotated[Audience, Form()],
    topic: Annotated[str, Form(max_length=500)] = "",
    questions: Annotated[str, Form(max_length=20_000)] = "",
) -> Response:
    """Takes some seconds; leads to the new briefing."""
    typed = Typed(topic.strip(), questions, language, audience)
    try:
        made = await in_thread(_make, services, visitor.name, typed)
    except Unfit as error:
        return await _list(request, services, typed, problem=error)
    return RedirectResponse(f"/staff/briefings/{made}", 303)


@router.get("/{briefing_id}")
async def one(request: Request, services: ServicesNow, briefing_id: Number, done: str = "") -> Response:
    """The lines, each to be worded anew, moved or taken out."""
    opened = await in_thread(_open, services.database, briefing_id)
    return _edit(request, opened, done=done)


@router.post("/{briefing_id}")
async def change(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    briefing_id: Number,
    revision: Annotated[int, Form()],
    do: Annotated[Literal["save", "remove"], Form()] = "save",
) -> Response:
    """Saves the lines as they were sent, or deletes the briefing; not over what somebody changed meanwhile."""
    form = await request.form()
    changes = changes_in({name: value for name, value in form.items() if isinstance(value, str)})
    try:
        if do == "remove":
            await in_thread(_remove, services.database, visitor.name, briefing_id, revision)
            return RedirectResponse("/staff/briefings", 303)
        await in_thread(_save, services.database, visitor.name, briefing_id, revision, changes)
    except Unfit as error:
        opened = await in_thread(_open, services.database, briefing_id)
        return _edit(request, opened, problem=error, changes=changes, revision=revision)
    return RedirectResponse(f"/staff/briefings/{briefing_id}?done=saved", 303)


@router.get("/{briefing_id}/export/{kind}")
async def export(services: ServicesNow, visitor: VisitorNow, briefing_id: Number, kind: Kind) -> Response:
    """The briefing as a file."""
    opened = await in_thread(_open, services.database, briefing_id)
    content = await in_thread(exported, opened.briefing, f".{kind}", services.settings.letterhead)
    await in_thread(_note_export, services.database, visitor.name, briefing_id, kind)
    return file_response(content, f"briefing-{briefing_id}", kind)


def changes_in(fields: Mapping[str, str]) -> dict[Place, Change]:
    """By line, from the names of the fields: "text-0-2", "remove-0-2", "order-0-2"."""
    found: dict[Place, dict[str, str]] = {}
    for name, value in fields.items():
        if match := _FIELD.fullmatch(name):
            found.setdefault((int(match[2]), int(match[3])), {})[match[1]] = value
    return {
        line: Change(given.get("text"), "remove" in given, _whole_number(given.get("order", "")))
        for line, given in found.items()
    }


def _whole_number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,4}", text) else None


async def _list(
    request: Request, services: Services, typed: Typed, page: str = "", problem: Unfit | None = None
) -> Response:
    leaf = await in_thread(_leaf, services.database, page_number(page))
    names = {"languages": list(Language), "audiences": AUDIENCES, "typed": typed}
    return show(request, "briefings", 422 if problem else 200, leaf=leaf, problem=problem, **names)


def _edit(
    request: Request,
    opened: Opened,
    done: str = "",
    problem: Unfit | None = None,
    changes: Mapping[Place, Change] | None = None,
    revision: int | None = None,
) -> Response:
    """With what was typed, where it could not be saved."""
    names = {"titles": TITLES, "source_name": source_name, "can_be_worded": can_be_worded, "changes": changes or {}}
    shown = opened.revision if revision is None else revision
    status = 409 if problem else 200
    return show(request, "briefing", status, opened=opened, revision=shown, done=done, problem=problem, **names)


def _make(services: Services, actor: str, typed: Typed) -> int:
    """The number of the new briefing. Raises Unfit, Problem."""
    if services.briefer is None:
        raise Problem(503, "unavailable", retry_after_s=30)
    questions = tuple(_lines(typed.questions))
    if len(questions) > MOST_QUESTIONS:
        raise Unfit(_TOO_MANY, most=MOST_QUESTIONS)
    topic = typed.topic or next(iter(questions), "")
    try:
        made = services.briefer.brief(Wanted(topic, typed.language, questions, typed.audience))
    except BadInput as error:
        raise Unfit(_NO_TOPIC) from error
    with services.database.writing() as session:
        return briefings.add(session, actor, made).id


def _lines(text: str) -> Iterator[str]:
    yield from filter(None, (line.strip() for line in text.splitlines()))


def _leaf(database: Database, number: int) -> Leaf:
    with database.reading() as session:
        pages = pages_of(briefings.count(session), PAGE)
        number = min(number, pages)
        return Leaf(briefings.listed(session, (number - 1) * PAGE, PAGE), number, pages)


def _open(database: Database, briefing_id: int) -> Opened:
    with database.reading() as session:
        row = session.get(BriefingRow, briefing_id)
        if row is None:
            raise Problem(404, "not_found")
        return Opened(row.id, row.made_by, row.changed_by, row.revision, briefings.briefing_in(row))


def _save(database: Database, actor: str, briefing_id: int, revision: int, changes: Mapping[Place, Change]) -> None:
    with database.writing() as session:
        row = session.get(BriefingRow, briefing_id)
        if row is None:
            raise Problem(404, "not_found")
        briefings.change(session, actor, row, revision, changed(briefings.briefing_in(row), changes))


def _remove(database: Database, actor: str, briefing_id: int, revision: int) -> None:
    with database.writing() as session:
        row = session.get(BriefingRow, briefing_id)
        if row is None:
            raise Problem(404, "not_found")
        briefings.remove(session, actor, row, revision)


def _note_export(database: Database, actor: str, briefing_id: int, kind: str) -> None:
    with database.writing() as session:
        record(session, actor, "briefing.exported", f"briefing:{briefing_id}", {"kind": kind})
