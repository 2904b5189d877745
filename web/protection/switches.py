"""The door that a switch closes: 503 for everybody but staff, whose pages, like health checks, stay open."""

from contextlib import suppress

from fastapi import Request

from web.protection.permissions import ROUTES, Permission
from web.protection.problems import Problem
from web.protection.visitors import visitor_of
from web.records.failures import RecordsUnavailable
from web.records.switching import Switch
from web.services import services_of

RETRY_S = 300
# What shows how it is, and where staff come in; messengers are answered behind their addresses (web/channels).
_ALWAYS_OPEN = frozenset(
    {"/healthz", "/readyz", "/metrics", "/openapi.json", "/login", "/login/oidc", "/login/oidc/back"}
    | {"/bahasa", "/tampilan", "/how", "/privacy", "/channels/telegram", "/channels/whatsapp"}
)


async def switched_on(request: Request) -> None:
    """The door of every route; leaves the State in `request.state.switches`.

    Raises Problem with status 503. People who are signed in see the public pages in any case, and are told.
    """
    state = await services_of(request).switches.state()
    request.state.switches, request.state.closed = state, False
    switch = switch_of(request.scope["route"].path, request.query_params.get("html"))
    if switch is None or switch not in state.off:
        return
    if switch is Switch.API:
        raise Problem(503, "api_off", retry_after_s=RETRY_S)
    if not await _is_signed_in(request):
        raise Problem(503, "page_off", retry_after_s=RETRY_S)
    request.state.closed = True


def switch_of(path: str, html: str | None = None) -> Switch | None:
    """Which switch closes a route; `html` is in the query of what the page's own script asks."""
    if path in _ALWAYS_OPEN or ROUTES.get(path) is not Permission.READ:
        return None
    if path == "/api/feedback" or (path == "/api/ask/stream" and html not in (None, "", "0", "false")):
        return Switch.PAGE
    return Switch.API if path.startswith(("/api/", "/v1/", "/mcp")) else Switch.PAGE


async def _is_signed_in(request: Request) -> bool:
    with suppress(RecordsUnavailable):
        return await visitor_of(request) is not None
    return False
