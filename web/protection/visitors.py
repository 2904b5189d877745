"""Who is asking: the session of the cookie, the token of its forms, and the door that every route stands behind."""

import hashlib
import hmac
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from fastapi import Request
from starlette.datastructures import FormData
from starlette.responses import Response

from rag.settings import Settings
from web.protection.base_path import path_in
from web.protection.gate import in_thread
from web.protection.permissions import ROUTES, Permission, Role, may
from web.protection.problems import Problem, wants_json
from web.records.accounts import Lifetimes, due, signed_in, touch
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.services import services_of

CSRF_FIELD = "csrf"
CSRF_HEADER = "x-csrf-token"
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_KEPT_BYTES = 500_000  # of a form whose session ended
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
# Where somebody may go who must choose a new password first.
_BEFORE_CHANGING = frozenset({"/account", "/account/password", "/logout"})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in; `csrf` is what the forms of the pages shown to them must send back."""

    name: str
    full_name: str
    role: Role
    csrf: str
    account_id: int | None = None
    session_id: int | None = None
    must_change: bool = False

    def may(self, permission: Permission | str) -> bool:
        return may(self.role, Permission(permission))


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that could not be taken: where it was sent and what was typed, without passwords and files."""

    path: str
    fields: tuple[tuple[str, str], ...]
    files: bool = False


class NotSignedIn(Exception):
    """The page needs an account; `kept` is what was typed into a form meanwhile."""

    def __init__(self, kept: Kept | None = None) -> None:
        super().__init__("not signed in")
        self.kept = kept


class FormOutdated(Exception):
    """The form was shown to another session than the one that sends it."""

    def __init__(self, kept: Kept) -> None:
        super().__init__("form outdated")
        self.kept = kept


class PasswordDue(Exception):
    """The password was given out by somebody else and must be changed first."""


async def permitted(request: Request) -> None:
    """The door of every route; leaves the Visitor in `request.state.visitor`.

    Raises NotSignedIn, FormOutdated, PasswordDue, and Problem with status 401 for programs and 403 for a wrong role.
    """
    path = request.scope["route"].path
    permission = ROUTES.get(path)
    if permission is Permission.READ:
        return
    if permission is None:
        raise Problem(403, "not_permitted")
    visitor = await visitor_of(request)
    if visitor is None:
        raise Problem(401, "not_signed_in") if wants_json(path) else NotSignedIn(await _kept(request))
    if not visitor.may(permission):
        raise Problem(403, "not_permitted")
    if visitor.must_change and path not in _BEFORE_CHANGING:
        raise PasswordDue
    if request.method not in _SAFE_METHODS and not await _sent_by_its_own_form(request, visitor):
        raise (
            Problem(403, "form_outdated") if wants_json(path) else FormOutdated(await _kept(request) or Kept(path, ()))
        )
    request.state.visitor = visitor


async def visitor_of(request: Request) -> Visitor | None:
    """Who holds the session of the cookie."""
    services = services_of(request)
    token = request.cookies.get(cookie_name(request))
    return await in_thread(_look_up, services.database, token, services.settings) if token else None


def _look_up(database: Database, token: str, settings: Settings) -> Visitor | None:
    lifetimes = lifetimes_of(settings)
    with database.reading() as session:
        found = signed_in(session, token, lifetimes)
    if found is None:
        return None
    row, account = found
    if due(row):
        _touch(database, row.id)
    return Visitor(
        name=account.name,
        full_name=account.full_name,
        role=Role(account.role),
        csrf=csrf_of(token),
        account_id=account.id,
        session_id=row.id,
        must_change=account.must_change,
    )


def _touch(database: Database, session_id: int) -> None:
    """A page that only reads is shown also while nothing can be written."""
    with suppress(RecordsUnavailable), database.writing() as session:
        touch(session, session_id)


def csrf_of(token: str) -> str:
    """Belongs to one session; who can read it could as well read the page."""
    return hmac.new(token.encode(), b"forms", hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compares in constant time."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def lifetimes_of(settings: Settings) -> Lifetimes:
    return Lifetimes(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))


def on_this_machine(request: Request) -> bool:
    """Plain http within one machine, where no certificate is to be had."""
    return request.url.scheme == "http" and request.url.hostname in _LOCAL


def cookie_name(request: Request) -> str:
    """With the prefix that browsers accept only over https, for this host, for all its paths; a site below a path
    shares the host with others, and keeps its cookie to itself."""
    if on_this_machine(request):
        return "sesi"
    return "__Secure-sesi" if request.scope.get("root_path") else "__Host-sesi"


def keep_session(response: Response, request: Request, token: str, settings: Settings) -> None:
    """Sets the cookie."""
    response.set_cookie(
        cookie_name(request),
        token,
        max_age=settings.session_hours * 3600,
        secure=not on_this_machine(request),
        httponly=True,
        samesite="lax",
    )


def drop_session(response: Response, request: Request) -> None:
    """Takes the cookie back."""
    response.delete_cookie(cookie_name(request), secure=not on_this_machine(request), httponly=True, samesite="lax")


async def _sent_by_its_own_form(request: Request, visitor: Visitor) -> bool:
    sent = request.headers.get(CSRF_HEADER)
    if sent is None:
        field = (await _form(request)).get(CSRF_FIELD)
        sent = field if isinstance(field, str) else ""
    return same(sent, visitor.csrf)


async def _kept(request: Request) -> Kept | None:
    """What a form holds; None for a page that was only asked for."""
    if request.method in _SAFE_METHODS:
        return None
    if _is_large(request):
        return Kept(path_in(request.scope), (), files=True)
    form = await _form(request)
    fields = tuple(
        (name, value)
        for name, value in form.multi_items()
        if isinstance(value, str) and name != CSRF_FIELD and "password" not in name
    )
    return Kept(path_in(request.scope), fields, files=any(not isinstance(value, str) for value in form.values()))


def _is_large(request: Request) -> bool:
    """Whether it brings files; of strangers they are not even read."""
    declared = request.headers.get("content-length", "")
    return not declared.isdecimal() or int(declared) > _KEPT_BYTES


async def _form(request: Request) -> FormData:
    kind = request.headers.get("content-type", "")
    if not kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        return FormData()
    return await request.form()
