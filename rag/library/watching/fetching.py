"""What stands at an address of another host, within limits of place, size and time."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

import httpx

from rag.errors import LibraryProblem
from rag.library.watching.addresses import is_allowed, public_address
from rag.wording.words import N_

AGENT = "TanyaLampung"
_MOST_REDIRECTS = 5
_SILENCE_S = 10.0
_PAUSE_S, _LONGEST_PAUSE_S = 1.0, 30.0  # between two requests to one host
_LARGEST_RULES = 500_000
_NOT_ALLOWED = N_("the host %(host)s is not among those that may be read: operator, see RAG_SOURCE_HOSTS")
_NO_ADDRESS = N_("“%(address)s” is no address that can be read: it begins with https:// or http://")
_FORBIDDEN = N_("the host's robots.txt does not allow it, or cannot be read")
_STATUS = N_("the host answered with status %(status)s")
_FAILED = N_("the host could not be read (%(error)s)")
_LARGE = N_("it is larger than the limit of %(limit)s MB")
_SLOW = N_("it took longer than the limit of %(limit)s seconds")
_REDIRECTS = N_("it leads on to other addresses again and again")
_ENCODED = N_("the host sends it packed although it was asked not to")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came; `content` is None where it is as it was."""

    address: str  # after redirects
    content: bytes | None
    media_type: str = ""
    etag: str = ""
    modified: str = ""


Resolve = Callable[[str, int], str]


class Fetcher:
    """Reads allowed hosts, politely, for one run. `resolve` gives the address to connect to, or raises."""

    def __init__(
        self,
        hosts: Sequence[str],
        seconds: float,
        resolve: Resolve = public_address,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._hosts, self._seconds, self._resolve, self._sleep = hosts, seconds, resolve, sleep
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}
        # No proxy of the environment: it would look the host up by itself.
        self._client = httpx.Client(trust_env=False, timeout=_SILENCE_S)

    def close(self) -> None:
        self._client.close()

    def get(self, address: str, most_bytes: int, etag: str = "", modified: str = "") -> Fetched:
        """Follows redirects, each checked like the first address. Raises LibraryProblem."""
        given = {"If-None-Match": etag, "If-Modified-Since": modified}
        until = time.monotonic() + self._seconds
        for _ in range(_MOST_REDIRECTS + 1):
            url = self._checked(address)
            rules = self._rules_of(url)
            if not rules.can_fetch(AGENT, str(url)):
                raise LibraryProblem(_FORBIDDEN)
            self._wait(url.host, float(rules.crawl_delay(AGENT) or _PAUSE_S))
            found = self._once(url, most_bytes, {name: value for name, value in given.items() if value}, until)
            if isinstance(found, Fetched):
                return found
            address = found
        raise LibraryProblem(_REDIRECTS)

    def _checked(self, address: str) -> httpx.URL:
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, ValueError) as error:
            raise LibraryProblem(_NO_ADDRESS, address=address[:200]) from error
        if url.scheme not in ("http", "https") or not url.host or url.userinfo:
            raise LibraryProblem(_NO_ADDRESS, address=address[:200])
        if not is_allowed(url.host, self._hosts):
            raise LibraryProblem(_NOT_ALLOWED, host=url.host)
        return url

    def _once(self, url: httpx.URL, most_bytes: int, headers: dict[str, str], until: float) -> Fetched | str:
        """What came, or where it leads on to. Connects to the address that was checked, under the name of the host."""
        port = url.port or (443 if url.scheme == "https" else 80)
        request = self._client.build_request(
            "GET",
            url.copy_with(host=self._resolve(url.host, port), fragment=None),
            headers={"Host": url.netloc.decode("ascii"), "User-Agent": AGENT, "Accept-Encoding": "identity", **headers},
            extensions={"sni_hostname": url.host},
        )
        try:
            reply = self._client.send(request, stream=True)
            try:
                return self._read(url, reply, most_bytes, until)
            finally:
                reply.close()
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise LibraryProblem(_FAILED, error=type(error).__name__) from error

    def _read(self, url: httpx.URL, reply: httpx.Response, most_bytes: int, until: float) -> Fetched | str:
        if reply.status_code == 304:
            return Fetched(str(url), None)
        if reply.has_redirect_location:
            return str(url.join(reply.headers["location"]))
        if reply.status_code != 200:
            raise LibraryProblem(_STATUS, status=reply.status_code)
        if reply.headers.get("content-encoding", "identity") != "identity":
            raise LibraryProblem(_ENCODED)
        data = bytearray()
        for piece in reply.iter_raw():
            data += piece
            if len(data) > most_bytes:
                raise LibraryProblem(_LARGE, limit=round(most_bytes / 1e6, 1))
            if time.monotonic() > until:
                raise LibraryProblem(_SLOW, limit=round(self._seconds))
        named = (reply.headers.get(name, "")[:500] for name in ("content-type", "etag", "last-modified"))
        return Fetched(str(url), bytes(data), *named)

    def _rules_of(self, url: httpx.URL) -> RobotFileParser:
        """What the host's robots.txt says: all is allowed where there is none, nothing where it cannot be had."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._rules:
            self._rules[origin] = self._read_rules(url.join("/robots.txt"))
        return self._rules[origin]

    def _read_rules(self, url: httpx.URL) -> RobotFileParser:
        rules = RobotFileParser()
        until = time.monotonic() + self._seconds
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                found = self._once(url, _LARGEST_RULES, {}, until)
                if isinstance(found, Fetched):
                    rules.parse((found.content or b"").decode("utf-8", "replace").splitlines())
                    return rules
                url = self._checked(found)
        except LibraryProblem as problem:
            if problem.reason.message not in (_STATUS, _FAILED, _LARGE, _SLOW):
                raise
            status = problem.reason.values.get("status")
            rules.disallow_all = not (isinstance(status, int) and 400 <= status < 500)  # type: ignore[attr-defined]
        rules.allow_all = not rules.disallow_all  # type: ignore[attr-defined]  # as the standard library's own reader
        return rules

    def _wait(self, host: str, pause_s: float) -> None:
        due = self._asked.get(host, float("-inf")) + min(pause_s, _LONGEST_PAUSE_S)
        if (left := due - time.monotonic()) > 0:
            self._sleep(left)
        self._asked[host] = time.monotonic()
