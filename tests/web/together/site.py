"""Two servers behind nginx that share a folder with an index, PostgreSQL and Redis: all of them real processes."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
import psycopg
import pytest

from rag.index.versions import OpenVersion, current_name
from tests.patience import PATIENCE_S, wait_until
from tests.rag.index.versions.builders import publish
from tests.web.accounts import add_person
from tests.web.postgres import Server as Postgres
from tests.web.postgres import binaries, restartable
from tests.web.redis_server import free_port, running_redis
from web.protection.permissions import Role
from web.records.database import Database

ROOT = Path(__file__).parents[3]
PER_MINUTE = 7
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
      proxy_pass http://tanya; proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $http_x_client;
      proxy_connect_timeout 5s; proxy_read_timeout 60s;
    }}
  }}
}}
"""
_CLIENTS = count(1)
# Permissions hold for root, too, without its capabilities.
NO_PRIVILEGES = ("setpriv", "--inh-caps=-all", "--bounding-set=-all") if os.getuid() == 0 else ()


def somebody() -> dict[str, str]:
    """Headers of a client that has not asked before, for a server and for the proxy."""
    address = f"192.0.2.{next(_CLIENTS)}"
    return {"X-Forwarded-For": address, "X-Client": address}


@dataclass
class Site:
    """The servers by port; the index is written by whoever runs the tests, and the servers may only read it."""

    folder: Path
    postgres: Postgres
    database: str
    redis_port: int
    ports: tuple[int, int]
    front: int
    _processes: dict[int, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _redis: AbstractContextManager[str] | None = None

    @property
    def index(self) -> Path:
        return self.folder / "index"

    def publish(self, texts: dict[str, str]) -> str:
        """A version, in a folder that nobody may write to again afterwards."""
        _chmod(self.index, 0o755, 0o644)
        before = OpenVersion(self.index / current_name(self.index)) if (self.index / "CURRENT").exists() else None
        name = publish(self.index, texts, previous=before)
        _chmod(self.index, 0o555, 0o444)
        return name

    def client(self, port: int | None = None, headers: dict[str, str] | None = None) -> httpx.Client:
        """A browser of somebody, at one server or at the proxy."""
        base = f"http://127.0.0.1:{port or self.front}"
        return httpx.Client(base_url=base, headers=headers or somebody(), timeout=300)

    def start_redis(self) -> str:
        self._redis = running_redis(self.redis_port)
        return self._redis.__enter__()

    def stop_redis(self) -> None:
        if self._redis is not None:
            self._redis.__exit__(None, None, None)
        self._redis = None

    def start(self, port: int) -> None:
        """Returns when the server is ready."""
        with (self.folder / f"{port}.log").open("ab") as log:
            command = [*NO_PRIVILEGES, sys.executable, "-m", "tests.web.together.server", str(port)]
            self._processes[port] = subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=self._environment())
        deadline = time.monotonic() + _START_S
        while not self._is_ready(port):
            assert time.monotonic() < deadline, self.log(port)
            time.sleep(0.1)

    def stop(self, port: int) -> None:
        process = self._processes.pop(port)
        process.send_signal(signal.SIGTERM)
        process.wait(60)

    def stop_all(self) -> None:
        for port in list(self._processes):
            self.stop(port)
        self.stop_redis()

    def log(self, port: int) -> str:
        return (self.folder / f"{port}.log").read_text()

    def _is_ready(self, port: int) -> bool:
        if self._processes[port].poll() is not None:
            raise RuntimeError(self.log(port))
        try:
            return httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=30).status_code == 200
        except httpx.HTTPError:
            return False

    def _environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("RAG_")},
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "RAG_INDEX": str(self.index),
            "RAG_LIBRARY": str(self.folder / "library"),
            "RAG_EVALUATIONS": str(self.folder / "evaluations"),
            "RAG_DATABASE": self.database,
            "RAG_REDIS_URL": f"redis://:gajah-lampung@127.0.0.1:{self.redis_port}/0",
            "RAG_REQUESTS_PER_MINUTE": str(PER_MINUTE),
            "RAG_TOTAL_PER_MINUTE": "100000",
        }


class Load:
    """Clients that ask the proxy again and again; statuses and failures are counted."""

    def __init__(self, site: Site, clients: int) -> None:
        self.found, self._site, self._stopped = Counter[str](), site, threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(clients)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        with self._site.client() as client:
            while not self._stopped.is_set():
                try:
                    found = client.post("/api/ask", json={"question": "Taiwan?"}, headers=somebody())
                    self.found[str(found.status_code)] += 1
                except httpx.HTTPError as error:
                    self.found[type(error).__name__] += 1
                self._stopped.wait(0.02)


@contextmanager
def running_site() -> Iterator[Site]:
    """Skips where what it is made of is not installed."""
    folder, nginx = binaries(), shutil.which("nginx") or "/usr/sbin/nginx"
    if folder is None or not Path(nginx).exists() or shutil.which("redis-server") is None:
        pytest.skip("not installed: apt-get install postgresql nginx-light redis-server")
    pytest.importorskip("redis")
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tanya-site-", dir="/tmp")))
        home.chmod(0o755)
        (home / "index").mkdir()
        postgres = stack.enter_context(restartable(folder))
        with psycopg.connect(postgres.address.format(name="postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE together")
        database = postgres.address.format(name="together")
        site = Site(home, postgres, database, free_port(), (free_port(), free_port()), free_port())
        stack.callback(_chmod, site.index, 0o755, 0o644)
        stack.callback(site.stop_all)
        site.publish({"a": "satu"})
        records = Database(database)
        records.prepare()
        add_person(records, "admin", Role.ADMINISTRATOR)
        records.close()
        site.start_redis()
        for port in site.ports:
            site.start(port)
        servers = " ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in site.ports)
        (home / "nginx.conf").write_text(_NGINX.format(folder=home, port=site.front, servers=servers))
        with (home / "nginx.out").open("wb") as out:
            proxy = subprocess.Popen([nginx, "-c", str(home / "nginx.conf"), "-p", str(home)], stdout=out, stderr=out)
        stack.callback(_end, proxy)
        wait_until(lambda: _answers(site.front))
        yield site


def _chmod(folder: Path, folders: int, files: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(folders if path.is_dir() else files)


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=30).status_code == 200
    except httpx.HTTPError:
        return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(30)
