"""Calls of a messenger's API: tokens are in no log, and a failure is told without who it was meant for."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

import httpx

from rag.errors import RagError

log = logging.getLogger(__name__)

_PATIENCE_S = 10.0
_ATTEMPTS = 3
_LONGEST_PAUSE_S = 30.0
_LONGEST_REASON = 200  # characters


class ChannelFailed(RagError):
    """A messenger's service did not do what it was asked; `status` is 0 where it could not be reached.

    `why` is what it says of that itself, in a line; it may be about whom a message was for.
    """

    def __init__(self, reason: str, status: int = 0, why: str = "") -> None:
        super().__init__(reason)
        self.status = status
        self.why = why


async def call(
    address: str, body: Mapping[str, Any], headers: Mapping[str, str] | None = None, patience_s: float = _PATIENCE_S
) -> dict[str, Any]:
    """What the service replies. Raises ChannelFailed; too many calls and faults of the service are tried again."""
    for attempt in range(1, _ATTEMPTS + 1):
        reply = await _posted(address, body, headers, patience_s)
        if reply.status_code == 200:
            return _object(reply)
        if attempt == _ATTEMPTS or (reply.status_code != 429 and reply.status_code < 500):
            break
        await asyncio.sleep(_pause_s(reply, attempt))
    raise ChannelFailed(f"the messenger's service answered {reply.status_code}", reply.status_code, _why(reply))


async def _posted(
    address: str, body: Mapping[str, Any], headers: Mapping[str, str] | None, patience_s: float
) -> httpx.Response:
    # An address of Telegram holds the token, and httpx tells every address at this level.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        async with httpx.AsyncClient(timeout=patience_s) as client:
            return await client.post(address, json=body, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ChannelFailed(f"the messenger's service could not be reached ({type(error).__name__})") from None


def _object(reply: httpx.Response) -> dict[str, Any]:
    try:
        found = reply.json()
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ChannelFailed("the messenger's service answered something else than JSON", reply.status_code)
    return found


def _why(reply: httpx.Response) -> str:
    """Telegram's own words for a failure; "" where there are none."""
    try:
        said = str(reply.json()["description"])
    except (ValueError, LookupError, TypeError):
        return ""
    return "".join(filter(str.isprintable, said))[:_LONGEST_REASON]


def _pause_s(reply: httpx.Response, attempt: int) -> float:
    """What the service asks for, in its header or in Telegram's own field."""
    asked = reply.headers.get("retry-after", "")
    try:
        asked = asked or str(reply.json()["parameters"]["retry_after"])
    except (ValueError, LookupError, TypeError):
        asked = asked or str(0.5 * 2**attempt)
    return min(float(asked) if asked.replace(".", "", 1).isdecimal() else 1.0, _LONGEST_PAUSE_S)
