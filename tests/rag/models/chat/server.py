"""A chat server on loopback that behaves as badly as a test wants."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request; `behaviour` of the server decides what happens to it."""

    server: "Server"

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append(self)
        with suppress(OSError):  # the client has left, as it should
            self.server.behaviour(self)

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/v1/models" else 404)
        self.send_header("content-length", str(len(self.server.models)))
        self.end_headers()
        self.wfile.write(self.server.models)

    def events(self, pieces: Iterable[str], end: bytes = b"data: [DONE]\n\n") -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for piece in pieces:
            event = {"choices": [{"delta": {"content": piece}, "finish_reason": None}]}
            self.wfile.write(b"data: " + json.dumps(event).encode() + b"\n\n")
        self.wfile.write(end)

    def status(self, code: int) -> None:
        self.send_response(code)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    behaviour: Behaviour
    models: bytes
    requests: list[Exchange]
    stopped: threading.Event


@contextmanager
def serving(behaviour: Behaviour, models: bytes = b"") -> Iterator[Server]:
    """A running server that lists `models`; `url_of` it is what goes into the settings."""
    server = Server(("127.0.0.1", 0), Exchange)
    server.behaviour, server.models = behaviour, models
    server.requests, server.stopped = [], threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def url_of(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/v1"
