"""For staff: the line above the public page."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.wording.words import N_
from web.protection.gate import in_thread
from web.records.database import Database
from web.records.failures import Unfit
from web.records.switching import LONGEST_NOTICE, Notice, remove_notice, set_notice, state_of
from web.services import ServicesNow
from web.staff.pages import VisitorNow, show

router = APIRouter(prefix="/staff/notice", include_in_schema=False)
NO_DATE = N_("%(text)s is no date; write it as 2026-02-12.")


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was sent, or filled with what is set."""

    indonesian: str = ""
    english: str = ""
    until: str = ""

    def notice(self) -> Notice:
        """Raises Unfit."""
        return Notice(self.indonesian, self.english, day_of(self.until))


def day_of(text: str) -> date | None:
    """None for nothing. Raises Unfit."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Unfit(NO_DATE, text=text.strip()[:40]) from None


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """The notice, and the form that changes it."""
    return await _show(request, services.database)


@router.post("")
async def change(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    do: Annotated[Literal["set", "remove"], Form()],
    indonesian: Annotated[str, Form(max_length=4 * LONGEST_NOTICE)] = "",
    english: Annotated[str, Form(max_length=4 * LONGEST_NOTICE)] = "",
    until: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Sets it, or takes it away; this process knows at once, others within seconds."""
    typed = Typed(indonesian, english, until)
    try:
        await in_thread(_write, services.database, visitor.name, typed if do == "set" else None)
    except Unfit as error:
        return await _show(request, services.database, typed, error)
    services.switches.expire()
    return RedirectResponse("/staff/notice", 303)


async def _show(
    request: Request, database: Database, typed: Typed | None = None, problem: Unfit | None = None
) -> Response:
    notice = await in_thread(_notice, database)
    today = date.today()
    context = {"today": today, "is_over": notice is not None and notice.is_over(today)}
    typed = typed or _as_typed(notice)
    status = 422 if problem else 200
    return show(
        request, "notice", status, current=notice, typed=typed, problem=problem, longest=LONGEST_NOTICE, **context
    )


def _as_typed(notice: Notice | None) -> Typed:
    if notice is None:
        return Typed()
    return Typed(notice.indonesian, notice.english, notice.until.isoformat() if notice.until else "")


def _notice(database: Database) -> Notice | None:
    with database.reading() as session:
        return state_of(session).notice


def _write(database: Database, actor: str, typed: Typed | None) -> None:
    """Raises Unfit."""
    notice = typed.notice() if typed else None
    with database.writing() as session:
        if notice:
            set_notice(session, actor, notice, date.today())
        else:
            remove_notice(session, actor)
