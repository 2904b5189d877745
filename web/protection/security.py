"""Headers for every response, and the rule that only our own pages may post."""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.protection.origins import from_widget
from web.protection.problems import problem_response

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: that would turn the Origin of our own forms into "null".
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class SecurityHeaders:
    """Adds HEADERS to every response; nothing but static files may be cached."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                secure(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, with_headers)


def secure(headers: MutableHeaders) -> None:
    """Adds what is not there yet."""
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")


class SameOrigin:
    """Refuses a request that changes something when another site's page sent it; programs send neither header.

    `widgets`: the origins whose pages may ask all the same.
    """

    def __init__(self, app: ASGIApp, widgets: Collection[str] = ()) -> None:
        self._app = app
        self._widgets = frozenset(widgets)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _SAFE_METHODS and self._refused(scope):
            await problem_response(scope, 403, "foreign_origin")(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refused(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        return _foreign(headers) and not from_widget(scope, headers, self._widgets)


def from_own_page(headers: Headers) -> bool:
    """As browsers tell of what a page's script sends; a program may say so too, and gets what the page shows."""
    site = headers.get("sec-fetch-site")
    return site == "same-origin" if site is not None else "origin" in headers and not _foreign(headers)


def _foreign(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and _host_of(origin) != headers.get("host")


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # "http://[", which no browser sends
        return ""
