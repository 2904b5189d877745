"""A stand-in, on this machine, for the services of Telegram and WhatsApp: it writes down what it is sent."""

import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.patience import PATIENCE_S

TOKEN, APP_SECRET, WORD, HOOK = "123:abc", "secret of the app", "word of ours", "secret_of_the_hook"
WHY = "Bad Request: bad webhook"  # what it says when it refuses


class Messenger:
    """`updates` are handed out once, one list a request; `states` are given instead of 200, one a request."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.calls: queue.Queue[tuple[str, dict[str, Any], str]] = queue.Queue()
        self.updates: list[list[dict[str, Any]]] = []
        self.states: list[int] = []
        self.offsets: list[int] = []

    def sent(self) -> tuple[str, dict[str, Any], str]:
        """Path, body and Authorization of the next message that was sent."""
        return self.calls.get(timeout=PATIENCE_S)

    def handle(self, path: str, body: dict[str, Any], authorization: str) -> tuple[int, dict[str, Any]]:
        if self.states:
            return self.states.pop(0), {"ok": False, "description": WHY, "parameters": {"retry_after": 0}}
        if path.endswith("/getUpdates"):
            self.offsets.append(body["offset"])
            return 200, {"ok": True, "result": self.updates.pop(0) if self.updates else []}
        self.calls.put((path, body, authorization))
        return 200, {"ok": True, "result": True}


@contextmanager
def running_messenger() -> Iterator[Messenger]:
    """Listens until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            state, told = messenger.handle(self.path, body, self.headers.get("authorization", ""))
            data = json.dumps(told).encode()
            self.send_response(state)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        messenger = Messenger(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield messenger
        server.shutdown()
