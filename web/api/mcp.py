"""The Model Context Protocol over streamable HTTP, without sessions: the tools of `rag mcp`, behind the doors of all
programs."""

import logging
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.types import Receive, Send
from starlette.types import Scope as AsgiScope

from rag.errors import BadInput, RagError
from rag.tools import server_of
from web.i18n import words_for
from web.protection.permissions import TOOLS
from web.protection.problems import Problem, problem_of, told
from web.services import Services, allowed, check_question, message_allowed, services_of

log = logging.getLogger(__name__)
router = APIRouter(include_in_schema=False)

_QUESTIONS: Mapping[str, str] = MappingProxyType({"ask": "question", "search": "query"})  # where one stands
_asking: ContextVar[Request] = ContextVar("asking")  # in whose context the SDK runs a tool


class _Exchange(Response):
    """What the SDK answers to a request."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        self._request = request

    async def __call__(self, scope: AsgiScope, receive: Receive, send: Send) -> None:
        _asking.set(self._request)
        await self._request.app.state.mcp.handle_request(scope, receive, send)


@router.post("/mcp")
async def mcp(request: Request) -> Response:
    """One message of a client."""
    if getattr(request.app.state, "mcp", None) is None:
        raise Problem(503, "starting", retry_after_s=5)
    await message_allowed(request, services_of(request))
    return _Exchange(request)


def sessions_of(services: Services, guard: Any = None) -> Any:
    """What handles messages while its `run()` is entered. Raises MissingExtra.

    `guard` says by which names it may be asked, by pages too; without one that is left to the doors of the site.
    """
    server = server_of(services.pipeline, _counted, services.answered, lambda: words_for(_asking.get()))
    server.streamable_http_app(stateless_http=True, transport_security=guard, host="")
    return server.session_manager


async def _counted(name: str, arguments: Mapping[str, Any], work: Callable[[], Any]) -> Any:
    """Runs a tool as the HTTP interface answers a request. Raises BadInput, in the words of whoever asks."""
    request = _asking.get()
    services = services_of(request)
    try:
        await _admit(request, services, name, arguments)
        async with services.gate.place():
            return await services.gate.result_of(work)
    except Problem as problem:
        services.metrics.refused(problem.code)
        raise BadInput(told(problem, words_for(request))) from problem
    except BadInput:
        raise
    except RagError as error:
        log.warning("request failed: %s", error)
        raise BadInput(told(problem_of(error), words_for(request))) from error


async def _admit(request: Request, services: Services, name: str, arguments: Mapping[str, Any]) -> None:
    """Raises Problem for a key that does not open this tool, for too many requests, for a question that is too long."""
    await allowed(request, services)
    scopes = getattr(request.state, "scopes", None)
    if scopes is not None and TOOLS[name] not in scopes:
        raise Problem(403, "api_key_scope", scope=TOOLS[name].value)
    if name in _QUESTIONS:
        check_question(arguments[_QUESTIONS[name]], services.settings)
