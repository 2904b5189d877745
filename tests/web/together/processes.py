"""Servers of the program and nginx in front of them, each a process of its own."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.patience import PATIENCE_S, wait_until

ROOT = Path(__file__).parents[3]
_START_S = 10 * PATIENCE_S  # it imports everything
_NGINX = """
daemon off; error_log {folder}/nginx.log; pid {folder}/nginx.pid; worker_processes 1;
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream tanya {{ {servers} }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://tanya; proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For {client};
      proxy_connect_timeout 5s; proxy_read_timeout 60s;
    }}
  }}
}}
"""


class Servers:
    """By port; `command` is what starts one, and each writes its log into `folder`."""

    def __init__(self, folder: Path, environment: dict[str, str], command: Callable[[int], Sequence[str]]) -> None:
        self._folder, self._environment, self._command = folder, environment, command
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    def start(self, port: int) -> None:
        with (self._folder / f"{port}.log").open("ab") as log:
            self._processes[port] = subprocess.Popen(
                self._command(port), stdout=log, stderr=log, cwd=ROOT, env=self._environment
            )

    def wait_ready(self, port: int) -> str:
        """The version of the index that the server answers from. Raises AssertionError with its log."""
        deadline = time.monotonic() + _START_S
        while (found := _get(port, "/readyz")) is None:
            assert self._processes[port].poll() is None, self.log(port)
            assert time.monotonic() < deadline, self.log(port)
            time.sleep(0.1)
        return str(found.json()["index_version"])

    def stop(self, port: int) -> None:
        process = self._processes.pop(port)
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_S)

    def stop_all(self) -> None:
        for port in list(self._processes):
            self.stop(port)

    def log(self, port: int) -> str:
        return (self._folder / f"{port}.log").read_text()


def environment_of(**settings: object) -> dict[str, str]:
    """This process's, with these settings of the program and no others."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("RAG_")}
    return {**others, "PYTHONPATH": str(ROOT), **{f"RAG_{name.upper()}": str(each) for name, each in settings.items()}}


def nginx() -> Path | None:
    """None where it is not installed."""
    path = Path(shutil.which("nginx") or "/usr/sbin/nginx")
    return path if path.exists() else None


@contextmanager
def proxy(
    program: Path, folder: Path, port: int, servers: Sequence[int], client: str = "$remote_addr"
) -> Iterator[None]:
    """nginx in front of `servers`; `client` is the variable that it tells them as the address of who asks."""
    upstream = " ".join(f"server 127.0.0.1:{each} max_fails=0;" for each in servers)
    written = folder / "nginx.conf"
    written.write_text(_NGINX.format(folder=folder, port=port, servers=upstream, client=client))
    with (folder / "nginx.out").open("wb") as out:
        process = subprocess.Popen([program, "-c", written, "-p", folder], stdout=out, stderr=out)
    try:
        wait_healthy(port)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def wait_healthy(port: int) -> None:
    """Returns when a server, or one behind a proxy, answers at the port."""
    wait_until(lambda: _get(port, "/healthz"))


def _get(port: int, path: str) -> httpx.Response | None:
    """None where it does not answer with 200."""
    try:
        found = httpx.get(f"http://127.0.0.1:{port}{path}", timeout=30)
    except httpx.HTTPError:
        return None
    return found if found.status_code == 200 else None
