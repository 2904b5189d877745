"""Which other sites' pages may ask, through the widget on them: those that RAG_WIDGET_ORIGINS names."""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from web.protection.base_path import path_in

ASKING = "/api/ask/stream"  # all that the widget needs
_REMEMBERED_S = 600


class WidgetOrigins:
    """Answers what browsers ask first (CORS) for that one address; cookies are never part of it."""

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self._app = app
        self._shared = CORSMiddleware(
            app,
            allow_origins=tuple(origins),
            allow_methods=("POST",),
            allow_headers=("Content-Type",),
            max_age=_REMEMBERED_S,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        shared = scope["type"] == "http" and path_in(scope) == ASKING
        await (self._shared if shared else self._app)(scope, receive, send)


def from_widget(scope: Scope, headers: Headers, origins: Collection[str]) -> bool:
    """Whether it is a question from a page that may ask."""
    return path_in(scope) == ASKING and headers.get("origin") in origins
