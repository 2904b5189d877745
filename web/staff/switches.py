"""For administrators: what is switched off, as `rag switch` has it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from rag.wording.words import N_
from web.protection.gate import in_thread
from web.records.database import Database
from web.records.failures import Unfit
from web.records.switching import LONGEST_REASON, State, Switch, state_of, switch_off, switch_on
from web.services import ServicesNow
from web.staff.pages import VisitorNow, show

router = APIRouter(prefix="/staff/switches", include_in_schema=False)
Change = Callable[[Session, str, Switch, str], None]


@dataclass(frozen=True, slots=True)
class Part:
    """What a switch is called, and what goes with it; msgids."""

    title: str
    text: str


PARTS = {
    Switch.PAGE: Part(
        N_("Public page"),
        N_("Visitors see that there is a pause. Staff who are signed in still see the page."),
    ),
    Switch.API: Part(
        N_("Programs"),
        N_("Requests to /api, /v1 and /mcp are refused; the public page goes on."),
    ),
    Switch.CHANNELS: Part(
        N_("Messengers"),
        N_("Whoever writes on Telegram or WhatsApp is told once that there is a pause."),
    ),
    Switch.MODEL: Part(
        N_("Language model"),
        N_("No question is sent to it; answers are quotes from the documents."),
    ),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """What could not be done, and what was typed."""

    switch: Switch
    reason: str
    problem: Unfit


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """Every switch, and how it stands."""
    return await _show(request, services.database)


@router.post("")
async def turn(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    switch: Annotated[Switch, Form()],
    do: Annotated[Literal["off", "on"], Form()],
    reason: Annotated[str, Form(max_length=2 * LONGEST_REASON)] = "",
) -> Response:
    """Switches something off or on; this process knows at once, others within seconds."""
    change = switch_off if do == "off" else switch_on
    try:
        await in_thread(_turn, services.database, change, visitor.name, switch, reason)
    except Unfit as error:
        return await _show(request, services.database, Tried(switch, reason, error))
    services.switches.expire()
    return RedirectResponse("/staff/switches", 303)


async def _show(request: Request, database: Database, tried: Tried | None = None) -> Response:
    state = await in_thread(_state, database)
    status = 422 if tried else 200
    return show(request, "switches", status, parts=PARTS, state=state, tried=tried, longest=LONGEST_REASON)


def _turn(database: Database, change: Change, actor: str, switch: Switch, reason: str) -> None:
    with database.writing() as session:
        change(session, actor, switch, reason)


def _state(database: Database) -> State:
    with database.reading() as session:
        return state_of(session)
