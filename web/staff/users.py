"""For administrators: accounts, as `rag users` has them."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from web.protection.gate import in_thread
from web.protection.passwords import generated, hashed
from web.protection.permissions import Role
from web.protection.problems import Problem
from web.records import accounts
from web.records.attempts import locked_accounts, unlock
from web.records.audit import record
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import AccountRow
from web.services import ServicesNow
from web.staff.pages import Number, VisitorNow, show

router = APIRouter(prefix="/staff/users", include_in_schema=False)
Deed = Literal["disable", "enable", "reset", "unlock", "role"]


@dataclass(frozen=True, slots=True)
class Person:
    """An account as the list shows it."""

    row: AccountRow
    locked: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A password that was made up, shown once, and to whom it belongs."""

    name: str
    password: str


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """Every account, and the form for a new one."""
    return await _list(request, services.database)


@router.post("")
async def add(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    name: Annotated[str, Form(max_length=200)],
    role: Annotated[Role, Form()],
    full_name: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Adds an account with a password that is shown once and must be changed."""
    try:
        given = await in_thread(_add, services.database, visitor.name, name, full_name, role)
    except Unfit as error:
        return await _list(request, services.database, problem=error, typed=(name, full_name, role.value))
    return await _list(request, services.database, given=given)


@router.get("/{account_id}")
async def person(request: Request, services: ServicesNow, account_id: Number) -> Response:
    """One account and what can be done with it."""
    return await _one(request, services.database, account_id)


@router.post("/{account_id}")
async def change(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    account_id: Number,
    do: Annotated[Deed, Form()],
    role: Annotated[Role, Form()] = Role.STAFF,
) -> Response:
    """Disables, enables, unlocks, gives another role or a new password."""
    try:
        given = await in_thread(_change, services.database, visitor.name, account_id, do, role)
    except Unfit as error:
        return await _one(request, services.database, account_id, problem=error)
    if given is None:
        return RedirectResponse(f"/staff/users/{account_id}", 303)
    return await _one(request, services.database, account_id, given=given)


async def _list(
    request: Request,
    database: Database,
    given: Given | None = None,
    problem: Unfit | None = None,
    typed: tuple[str, str, str] = ("", "", Role.STAFF.value),
) -> Response:
    people = await in_thread(_people, database)
    status = 422 if problem else 200
    return show(request, "users", status, people=people, given=given, problem=problem, typed=typed, roles=list(Role))


async def _one(
    request: Request, database: Database, account_id: int, given: Given | None = None, problem: Unfit | None = None
) -> Response:
    people = await in_thread(_people, database)
    found = next((each for each in people if each.row.id == account_id), None)
    if found is None:
        raise Problem(404, "not_found")
    status = 422 if problem else 200
    return show(request, "user", status, person=found, given=given, problem=problem, roles=list(Role))


def _people(database: Database) -> list[Person]:
    with database.reading() as session:
        locked = locked_accounts(session)
        return [Person(row, row.name in locked) for row in accounts.everybody(session)]


def _add(database: Database, actor: str, name: str, full_name: str, role: Role) -> Given:
    password = generated()
    new = accounts.NewAccount(name, full_name, role.value, hashed(password), must_change=True)
    with database.writing() as session:
        return Given(accounts.add(session, actor, new).name, password)


def _change(database: Database, actor: str, account_id: int, deed: Deed, role: Role) -> Given | None:
    """The new password, if one was given. Raises Unfit."""
    password = generated() if deed == "reset" else ""
    fresh = hashed(password) if password else ""
    with database.writing() as session:
        account = session.get(AccountRow, account_id)
        if account is None:
            raise Problem(404, "not_found")
        if deed == "role":
            accounts.set_role(session, actor, account, role.value)
        elif deed in ("disable", "enable"):
            accounts.set_disabled(session, actor, account, disabled=deed == "disable")
        elif deed == "reset":
            accounts.set_password(session, actor, account, fresh, must_change=True)
        if deed in ("unlock", "enable", "reset"):
            unlock(session, account.name)
        if deed == "unlock":
            record(session, actor, "account.unlocked", f"account:{account.name}")
    return Given(account.name, password) if password else None
