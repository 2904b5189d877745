"""A Redis of the tests' own, on a port of this machine, that keeps nothing."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.patience import PATIENCE_S

PASSWORD = "gajah-lampung"


@contextmanager
def running_redis(port: int) -> Iterator[str]:
    """Its address. Raises FileNotFoundError where Redis is not installed."""
    program = shutil.which("redis-server")
    if program is None:
        raise FileNotFoundError("redis-server")
    options = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--requirepass", PASSWORD]
    server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, cwd="/")
    try:
        _wait_for(port)
        yield f"redis://:{PASSWORD}@127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
