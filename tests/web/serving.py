"""The application on a free port, for clients that speak HTTP themselves."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from rag.cli.bounds import bounded
from rag.settings import Settings
from tests.patience import PATIENCE_S
from web.app import create_app
from web.ports import AnswerSource


@contextmanager
def serving(settings: Settings, pipeline: AnswerSource) -> Iterator[str]:
    """The address of a running server, which speaks HTTP as that of `rag serve` does."""
    app = create_app(settings, pipeline)
    server = uvicorn.Server(
        uvicorn.Config(
            app, port=0, log_level="error", timeout_graceful_shutdown=1, http=bounded(PATIENCE_S, PATIENCE_S, 500)
        )
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            thread.join(0.02)
        host, port = server.servers[0].sockets[0].getsockname()[:2]
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join()
