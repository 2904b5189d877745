"""By which names the site may be asked: not by those that a stranger can give to this machine.

Whoever owns a name may say at any moment that it stands for 127.0.0.1, or for a machine of somebody's network (DNS
rebinding). For a browser the page that came from there is then one of the same site, which may ask and read everything.
"""

import logging
import socket
from collections.abc import Collection, Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rag.settings import Settings
from web.protection.problems import problem_response

log = logging.getLogger(__name__)

ANY = "*"
_MOST_TOLD = 50  # refused names that are remembered, so that each is logged once
_LONGEST = 253  # characters of a name


class KnownHosts:
    """Refuses with 421 what asks by a name that is not `known`; ".example" stands for all names below it."""

    def __init__(self, app: ASGIApp, known: Collection[str]) -> None:
        self._app = app
        self._known = frozenset(known)
        self._told: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            name = name_in(Headers(scope=scope).get("host", ""))
            if not is_known(name, self._known):
                self._tell(name)
                await problem_response(scope, 421, "unknown_host", host=name[:_LONGEST])(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _tell(self, name: str) -> None:
        if name not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(name)
            log.warning("asked by the name %r, which is not ours: set RAG_SITE_URL or RAG_SITE_HOSTS if it is", name)


def known_hosts(settings: Settings) -> frozenset[str]:
    """What the settings name, and what this machine calls itself."""
    return frozenset(_named(settings))


def _named(settings: Settings) -> Iterator[str]:
    yield from settings.site_hosts
    yield settings.host.lower()
    if settings.site_url:
        yield (urlsplit(settings.site_url).hostname or "").rstrip(".")
    machine = socket.gethostname().lower().rstrip(".")
    yield machine
    yield f"{machine}.local"  # as its neighbours know it, without a server of names


def name_in(host: str) -> str:
    """The name or address of a `Host` header, small, without its port; as it is where it has another form."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:  # "[::1", which no browser sends
        return host


def is_known(name: str, known: Collection[str]) -> bool:
    """Whether no stranger decides where the name leads: an address, a name that only this machine or its own network
    can explain (without a dot, below localhost), or one that is known. Programs that send none are no browsers."""
    if ANY in known or name in known or not name or _is_address(name):
        return True
    if "." not in name:
        return name.replace("-", "").replace("_", "").isalnum()
    parts = name.split(".")
    return parts[-1] == "localhost" or any(f".{'.'.join(parts[at:])}" in known for at in range(1, len(parts)))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
