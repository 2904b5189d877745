"""The path below which the site stands ("/tanya" behind a proxy); inside of the program every path is without it."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def path_in(scope: Scope) -> str:
    """The path of a request within the site."""
    path: str = scope["path"]
    base = scope.get("app_root_path", scope.get("root_path", ""))
    return path[len(base) :] or "/" if base and path.startswith(f"{base}/") else path


class BasePath:
    """Puts the site below `base`, whether the proxy passes that on or takes it away.

    What leads elsewhere on this site, redirects and the paths of cookies, gets it in front.
    """

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def moved(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._move(MutableHeaders(scope=message))
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._app(self._below(scope), receive, moved)

    def _below(self, scope: Scope) -> Scope:
        path: str = scope["path"]
        whole = path == self._base or path.startswith(f"{self._base}/")
        path = path if whole else self._base + path
        return {**scope, "path": f"{path}/" if path == self._base else path, "root_path": self._base}

    def _move(self, headers: MutableHeaders) -> None:
        location = headers.get("location", "")
        if location.startswith("/") and not location.startswith("//"):
            headers["location"] = self._base + location
        cookies = headers.getlist("set-cookie")
        if cookies:
            del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", self._limited(cookie))

    def _limited(self, cookie: str) -> str:
        """For this site only; browsers take "__Host-" at the root alone."""
        name, _, rest = cookie.partition(";")
        if name.startswith("__Host-"):
            return cookie
        parts = [part.strip() for part in rest.split(";")]
        moved = [self._path_of(part) if part.lower().startswith("path=/") else part for part in parts]
        return "; ".join([name, *moved])

    def _path_of(self, part: str) -> str:
        path = part[len("path=") :]
        return f"Path={self._base}{'' if path == '/' else path}"
