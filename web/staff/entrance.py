"""Signing in and out; a form whose session ended meanwhile is kept through it, so that nothing typed is lost."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, FastAPI, Form, Request
from pydantic import TypeAdapter, ValidationError
from starlette.responses import RedirectResponse, Response

from web.protection.base_path import path_in
from web.protection.gate import in_thread
from web.protection.limits import client_key
from web.protection.visitors import (
    FormOutdated,
    Kept,
    NotSignedIn,
    PasswordDue,
    csrf_of,
    drop_session,
    keep_session,
    on_this_machine,
    visitor_of,
)
from web.public.preferences import local_path
from web.records.accounts import end
from web.records.audit import record
from web.records.database import Database
from web.services import ServicesNow, allowed
from web.staff.pages import VisitorNow, show
from web.staff.signing_in import Refused, Tried, sign_in

FRONT = "/staff"
router = APIRouter(include_in_schema=False)
_KEPT = TypeAdapter(Kept)


def add_entrance(app: FastAPI) -> None:
    """Where those are led who are not let in."""
    app.include_router(router)
    app.add_exception_handler(NotSignedIn, _to_entrance)
    app.add_exception_handler(FormOutdated, _to_sending_again)
    app.add_exception_handler(PasswordDue, _to_new_password)


@router.get("/login")
async def entrance(request: Request, next: str = "") -> Response:
    """The form; who is signed in goes on at once."""
    if next and await visitor_of(request):
        return RedirectResponse(local_path(next), 303)
    return _ask(request, next=next)


@router.post("/login", dependencies=[Depends(allowed)])
async def enter(
    request: Request,
    services: ServicesNow,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form()] = "",
    kept: Annotated[str, Form()] = "",
) -> Response:
    """Begins a session in place of the one before, and goes on to where the visitor wanted to be."""
    tried = Tried(name, password, _address(request), request.headers.get("user-agent", ""))
    try:
        async with services.entrance.place():
            token = await in_thread(sign_in, services.database, services.settings, tried)
    except Refused as refused:
        status = 429 if refused.wait_s else 401
        response = _ask(request, status, next=next, name=name, kept=_read(kept), refused=refused)
        if refused.wait_s:
            response.headers["Retry-After"] = str(refused.wait_s)
        return response
    form = _read(kept)
    response = _send_again(request, form, csrf_of(token)) if form else RedirectResponse(local_path(next or FRONT), 303)
    keep_session(response, request, token, services.settings)
    return response


@router.post("/logout")
async def leave(request: Request, services: ServicesNow, visitor: VisitorNow) -> Response:
    """Ends the session of this browser."""
    if visitor.account_id is not None and visitor.session_id is not None:
        await in_thread(_end, services.database, visitor.name, visitor.account_id, visitor.session_id)
    response = RedirectResponse("/login", 303)
    drop_session(response, request)
    return response


def _end(database: Database, name: str, account_id: int, session_id: int) -> None:
    with database.writing() as session:
        end(session, account_id, session_id)
        record(session, name, "session.ended", f"account:{name}")


def _address(request: Request) -> str:
    return client_key(request.client.host) if request.client else "unknown"


def _ask(
    request: Request,
    status: int = 200,
    next: str = "",
    name: str = "",
    kept: Kept | None = None,
    refused: Refused | None = None,
) -> Response:
    """The form for name and password."""
    insecure = request.url.scheme == "http" and not on_this_machine(request)
    packed = _KEPT.dump_json(kept).decode() if kept else ""
    return show(
        request,
        "login",
        status,
        next=next,
        name=name,
        kept=kept,
        packed=packed,
        refused=refused,
        insecure=insecure,
    )


def _read(packed: str) -> Kept | None:
    """A form that was kept; anything that does not fit is none."""
    try:
        kept = _KEPT.validate_json(packed) if packed else None
    except ValidationError:
        return None
    return kept if kept and local_path(kept.path) == kept.path else None


def _send_again(request: Request, kept: Kept, csrf: str, status: int = 200) -> Response:
    return show(request, "again", status, form=kept, csrf=csrf)


async def _to_entrance(request: Request, error: Exception) -> Response:
    kept = error.kept if isinstance(error, NotSignedIn) else None
    if kept:
        return _ask(request, 401, kept=kept)
    here = path_in(request.scope) + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?{urlencode({'next': here})}", 303)


async def _to_sending_again(request: Request, error: Exception) -> Response:
    visitor = await visitor_of(request)
    if visitor is None or not isinstance(error, FormOutdated):
        return RedirectResponse("/login", 303)
    return _send_again(request, error.kept, visitor.csrf, 403)


async def _to_new_password(_: Request, __: Exception) -> Response:
    return RedirectResponse("/account", 303)
