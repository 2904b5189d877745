"""One's own account: password, and the browsers that are signed in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.wording.words import N_
from web.protection.gate import in_thread
from web.protection.passwords import check_password, hashed, matches
from web.protection.problems import Problem
from web.protection.visitors import Visitor, drop_session, keep_session, lifetimes_of
from web.records.accounts import begin, end, end_all, sessions_of, set_password
from web.records.audit import record
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import AccountRow, SessionRow
from web.services import Services, ServicesNow, allowed
from web.staff.pages import LARGEST, VisitorNow, show

router = APIRouter(prefix="/account", include_in_schema=False)
_WRONG = N_("The present password is not right.")
_DIFFERENT = N_("The two new passwords are not the same.")


@router.get("")
async def account(request: Request, services: ServicesNow, visitor: VisitorNow, done: str = "") -> Response:
    """What one may change."""
    return await _page(request, services, visitor, done=done)


@router.post("/password", dependencies=[Depends(allowed)])
async def change_password(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    password: Annotated[str, Form()] = "",
    new_password: Annotated[str, Form()] = "",
    new_password_again: Annotated[str, Form()] = "",
) -> Response:
    """Signs out every other browser, and gives this one a new session."""
    if new_password != new_password_again:
        return await _page(request, services, visitor, problem=Unfit(_DIFFERENT))
    browser = request.headers.get("user-agent", "")
    try:
        token = await in_thread(_change, services, _id_of(visitor), password, new_password, browser)
    except Unfit as error:
        return await _page(request, services, visitor, problem=error)
    response = RedirectResponse("/account?done=password", 303)
    keep_session(response, request, token, services.settings)
    return response


@router.post("/end")
async def end_session(
    services: ServicesNow, visitor: VisitorNow, session: Annotated[int, Form(le=LARGEST)]
) -> Response:
    """Signs one browser out."""
    await in_thread(_end, services.database, visitor, session)
    return RedirectResponse("/account?done=ended", 303)


@router.post("/end-all")
async def end_sessions(request: Request, services: ServicesNow, visitor: VisitorNow) -> Response:
    """Signs every browser out, this one too."""
    await in_thread(_end, services.database, visitor, None)
    response = RedirectResponse("/login", 303)
    drop_session(response, request)
    return response


async def _page(
    request: Request, services: Services, visitor: Visitor, done: str = "", problem: Unfit | None = None
) -> Response:
    account, sessions = await in_thread(_own, services.database, _id_of(visitor))
    own = {"sessions": sessions, "with_password": account.password_hash is not None}
    return show(request, "account", 422 if problem else 200, **own, done=done, problem=problem)


def _id_of(visitor: Visitor) -> int:
    """Raises Problem with status 403 for the shared token, which is nobody's account."""
    if visitor.account_id is None:
        raise Problem(403, "not_permitted")
    return visitor.account_id


def _own(database: Database, account_id: int) -> tuple[AccountRow, list[SessionRow]]:
    with database.reading() as session:
        return session.get_one(AccountRow, account_id), sessions_of(session, account_id)


def _change(services: Services, account_id: int, password: str, new_password: str, browser: str) -> str:
    """The token of the new session. Raises Unfit."""
    with services.database.reading() as session:
        account = session.get_one(AccountRow, account_id)
    if not matches(password, account.password_hash):
        raise Unfit(_WRONG)
    check_password(new_password, account.name)
    fresh = hashed(new_password)
    with services.database.writing() as session:
        account = session.get_one(AccountRow, account_id)
        set_password(session, account.name, account, fresh, must_change=False)
        return begin(session, account, browser, lifetimes_of(services.settings))


def _end(database: Database, visitor: Visitor, session_id: int | None) -> None:
    account_id = _id_of(visitor)
    with database.writing() as session:
        if session_id is None:
            end_all(session, account_id)
        else:
            end(session, account_id, session_id)
        record(session, visitor.name, "session.ended", f"account:{visitor.name}")
