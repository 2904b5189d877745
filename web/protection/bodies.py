"""A bound on how much one request may bring."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.protection.base_path import path_in
from web.protection.problems import problem_response


class BodyLimit:
    """Refuses a request body above `max_bytes`, by its declared length or as it comes in.

    `larger`: what is allowed at some paths, for those who show a cookie; the door behind reads whose it is.
    """

    def __init__(self, app: ASGIApp, max_bytes: int, larger: Mapping[str, int] = MappingProxyType({})) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        declared = headers.get(b"content-length", b"0")
        most = self._larger.get(path_in(scope), self._max_bytes) if b"cookie" in headers else self._max_bytes
        if not declared.isdigit() or int(declared) > most:
            await problem_response(scope, 413, "body_too_large")(scope, receive, send)
            return
        await self._app(scope, _counted(receive, most), send)


def _counted(receive: Receive, most: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            # A chunked body has no declared length. FastAPI lets an HTTPException pass while it reads a body.
            raise HTTPException(413)
        return message

    return counted
