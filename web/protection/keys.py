"""The door of programs: which key opens which address, and how often it may be used."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import Request
from starlette.datastructures import Headers

from web.protection.gate import in_thread
from web.protection.limits import Allowance
from web.protection.origins import from_widget
from web.protection.permissions import SCOPES
from web.protection.problems import Problem
from web.protection.security import from_own_page
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.keys import PREFIX, Scope, Standing, find, touch
from web.services import allowed, services_of

_CHALLENGE = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A key that was shown to us."""

    id: int
    per_minute: int
    standing: Standing
    scopes: frozenset[Scope]


async def with_key(request: Request) -> None:
    """The door of every route; a key's limit goes into `request.state.allowance`, what it opens into `scopes` there.

    Raises Problem, with status 401 for a key that opens nothing, and for none where one is required; 403 for a key that
    opens something else. Who shows wrong keys is counted by their address. Where no key is required, what is not one of
    ours is passed over: clients of the OpenAI form always send some key.
    """
    path = request.scope["route"].path
    if path not in SCOPES:
        return
    services, secret = services_of(request), _shown(request)
    required = services.settings.api_keys_required and not _by_a_page(request, services.settings.widget_origins)
    if secret is None or not (required or secret.startswith(PREFIX)):
        if required:
            raise Problem(401, "api_key_missing", headers=_CHALLENGE)
        return
    try:
        key = await in_thread(_look_up, services.database, secret)
    except RecordsUnavailable:
        if required:
            raise
        return
    if key is None or key.standing is not Standing.OPEN:
        await allowed(request, services)
        raise _refusal(key)
    wanted = SCOPES[path]
    request.state.allowance, request.state.scopes = Allowance(f"key:{key.id}", key.per_minute), key.scopes
    if wanted is not None and wanted not in key.scopes:
        await allowed(request, services)
        raise Problem(403, "api_key_scope", scope=wanted.value)


def _refusal(key: Shown | None) -> Problem:
    """Of a key that opens nothing, or is none."""
    if key is None:
        return Problem(401, "invalid_api_key", headers=_CHALLENGE)
    if key.standing is Standing.REVOKED:
        return Problem(401, "api_key_revoked", headers=_CHALLENGE)
    return Problem(401, "api_key_expired", headers=_CHALLENGE)


def _by_a_page(request: Request, widgets: Collection[str]) -> bool:
    """Whether the chat page or a widget asks; they are for everybody."""
    headers = Headers(scope=request.scope)
    return from_own_page(headers) or from_widget(request.scope, headers, widgets)


def _shown(request: Request) -> str | None:
    """What stands behind Bearer."""
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() or None if kind.lower() == "bearer" else None


def _look_up(database: Database, secret: str) -> Shown | None:
    """The key, which was used today."""
    now = datetime.now(UTC)
    with database.reading() as session:
        row = find(session, secret)
        if row is None:
            return None
        standing = row.standing(now)
        if standing is Standing.OPEN and row.last_used_on != now.date():
            _touch(database, row.id, now)
        return Shown(row.id, row.per_minute, standing, frozenset(scope for scope in Scope if row.may(scope)))


def _touch(database: Database, key_id: int, now: datetime) -> None:
    """A key opens also while nothing can be written."""
    with suppress(RecordsUnavailable), database.writing_if_it_can() as session:
        touch(session, key_id, now.date())
