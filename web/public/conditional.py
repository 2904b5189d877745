"""What is the same for everybody and seldom changes: sent once, and again only to those who have another version."""

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response

_FRESH_S = 300  # that it may be used without asking again


def conditional(request: Request, content: bytes, media_type: str, changed: str | None = None) -> Response:
    """The content, or a 304 for those who have it. `changed`: the moment of its last change, ISO 8601."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": f"public, max-age={_FRESH_S}"}
    moment = _http_date(changed) if changed else None
    if moment:
        headers["Last-Modified"] = moment
    if _held(request, tag, moment):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def _held(request: Request, tag: str, moment: str | None) -> bool:
    """The tag decides where one was sent (RFC 9110); a moment must be the same, for the index may go back to an older
    version."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return any(each.strip().removeprefix("W/") in (tag, "*") for each in tags.split(","))
    return moment is not None and request.headers.get("if-modified-since") == moment


def _http_date(iso: str) -> str | None:
    try:
        return format_datetime(datetime.fromisoformat(iso).astimezone(UTC), usegmt=True)
    except ValueError:
        return None
