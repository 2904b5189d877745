"""A small site on this machine, to be watched."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>{text}</p></main>{rest}</body></html>"


class Site:
    """`pages`: status, headers and body by path; `asked`: what was requested, path and headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, data)

    def page(self, path: str, title: str, text: str, rest: str = "", **headers: str) -> None:
        self.put(path, PAGE.format(title=title, text=text, rest=rest), content_type="text/html", **headers)

    def feed(self, *paths: str) -> None:
        items = "".join(f"<item><link>{path}</link></item>" for path in paths)
        self.put("/feed.xml", f"<rss version='2.0'><channel>{items}</channel></rss>")

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def running_site() -> Iterator[Site]:
    """Listens until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, asked))
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            etag = headers.get("etag")
            if etag and asked.get("if-none-match") == etag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in {"content-length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://berita.example:{server.server_port}")
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield site
        server.shutdown()
