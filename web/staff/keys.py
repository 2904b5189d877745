"""For administrators: the keys of programs, as `rag keys` has them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.settings import Settings
from rag.wording.words import N_
from web.protection.gate import in_thread
from web.protection.permissions import SCOPES, TOOLS
from web.records import keys
from web.records.database import Database
from web.records.failures import Unfit
from web.records.keys import KeyRow, NewKey, Scope, Standing
from web.services import ServicesNow
from web.staff.pages import Number, VisitorNow, show

router = APIRouter(prefix="/staff/keys", include_in_schema=False)

DAYS = (30, 90, 365, 0)  # to choose from; 0: it does not expire
SCOPE_NAMES = {Scope.ASK: N_("ask"), Scope.SEARCH: N_("search"), Scope.READ: N_("list documents")}
STANDINGS = {Standing.OPEN: N_("valid"), Standing.EXPIRED: N_("expired"), Standing.REVOKED: N_("revoked")}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form of a new key."""

    name: str = ""
    scopes: tuple[Scope, ...] = tuple(Scope)
    per_minute: int = 60
    days: int = DAYS[2]


@dataclass(frozen=True, slots=True)
class Given:
    """A new key, whose secret is shown once."""

    name: str
    secret: str


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """Every key, and the form for a new one."""
    return await _list(request, services.database, _untouched(services.settings))


@router.post("")
async def make(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    name: Annotated[str, Form(max_length=2 * keys.LONGEST_NAME)],
    per_minute: Annotated[int, Form(ge=-(10**9), le=10**9)],
    days: Annotated[int, Form(ge=0, le=keys.MOST_DAYS)],
    scopes: Annotated[list[Scope] | None, Form()] = None,
) -> Response:
    """Makes a key and shows its secret, which nobody can see again."""
    typed = Typed(name, tuple(scopes or ()), per_minute, days)
    new = NewKey(name, typed.scopes, per_minute, days or None)
    try:
        given = await in_thread(_make, services.database, visitor.name, new)
    except Unfit as error:
        return await _list(request, services.database, typed, problem=error)
    return await _list(request, services.database, _untouched(services.settings), given=given)


@router.post("/{key_id}")
async def revoke(request: Request, services: ServicesNow, visitor: VisitorNow, key_id: Number) -> Response:
    """Takes a key back, at once and for good."""
    try:
        await in_thread(_revoke, services.database, visitor.name, key_id)
    except Unfit as error:
        return await _list(request, services.database, _untouched(services.settings), problem=error)
    return RedirectResponse("/staff/keys", 303)


async def _list(
    request: Request, database: Database, typed: Typed, problem: Unfit | None = None, given: Given | None = None
) -> Response:
    found = await in_thread(_everything, database)
    context = {"found": found, "now": datetime.now(UTC), "typed": typed, "problem": problem, "given": given}
    choices = {"days": DAYS, "scope_names": SCOPE_NAMES, "standings": STANDINGS, "most": keys.MOST_PER_MINUTE}
    return show(request, "keys", 422 if problem else 200, **context, **choices, opened=_opened())


def _opened() -> dict[Scope, list[str]]:
    """The addresses that each scope opens."""
    named = [*SCOPES.items(), *((f"/mcp: {tool}", scope) for tool, scope in TOOLS.items())]
    return {scope: [name for name, wanted in named if wanted is scope] for scope in Scope}


def _untouched(settings: Settings) -> Typed:
    return Typed(per_minute=settings.requests_per_minute)


def _make(database: Database, actor: str, new: NewKey) -> Given:
    with database.writing() as session:
        row, secret = keys.make(session, actor, new)
        return Given(row.name, secret)


def _revoke(database: Database, actor: str, key_id: int) -> None:
    with database.writing() as session:
        keys.revoke(session, actor, key_id)


def _everything(database: Database) -> list[KeyRow]:
    with database.reading() as session:
        return keys.everything(session)
