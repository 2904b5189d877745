"""Two servers behind nginx that share a folder with an index, PostgreSQL and Redis: all of them real processes."""

import os
import shutil
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx
import psycopg
import pytest

from rag.index.versions import OpenVersion, current_name
from tests.ports import free_port
from tests.rag.index.versions.builders import publish
from tests.web.accounts import add_person
from tests.web.postgres import Server as Postgres
from tests.web.postgres import binaries, restartable
from tests.web.redis_server import PASSWORD, running_redis
from tests.web.together.processes import Servers, environment_of, nginx, proxy
from web.protection.permissions import Role
from web.records.database import Database

PER_MINUTE = 7
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
    servers: Servers
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
        self.servers.start(port)
        self.servers.wait_ready(port)

    def stop_all(self) -> None:
        self.servers.stop_all()
        self.stop_redis()


def _servers(home: Path, database: str, redis_port: int) -> Servers:
    environment = environment_of(
        index=home / "index",
        library=home / "library",
        evaluations=home / "evaluations",
        database=database,
        redis_url=f"redis://:{PASSWORD}@127.0.0.1:{redis_port}/0",
        requests_per_minute=PER_MINUTE,
        total_per_minute=100_000,
    )
    program = [*NO_PRIVILEGES, sys.executable, "-m", "tests.web.together.server"]
    return Servers(home, environment | {"PYTHONDONTWRITEBYTECODE": "1"}, lambda port: [*program, str(port)])


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
    folder, program = binaries(), nginx()
    if folder is None or program is None or shutil.which("redis-server") is None:
        pytest.skip("not installed: apt-get install postgresql nginx-light redis-server")
    pytest.importorskip("redis")
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tanya-site-", dir="/tmp")))
        home.chmod(0o755)
        (home / "index").mkdir()
        postgres = stack.enter_context(restartable(folder))
        database, redis_port = _database(postgres), free_port()
        servers = _servers(home, database, redis_port)
        site = Site(home, postgres, database, redis_port, (free_port(), free_port()), free_port(), servers)
        stack.callback(_chmod, site.index, 0o755, 0o644)
        stack.callback(site.stop_all)
        site.publish({"a": "satu"})
        site.start_redis()
        for port in site.ports:
            servers.start(port)
        for port in site.ports:
            servers.wait_ready(port)
        stack.enter_context(proxy(program, home, site.front, site.ports, client="$http_x_client"))
        yield site


def _database(postgres: Postgres) -> str:
    """The address of one with all tables and an administrator."""
    with psycopg.connect(postgres.address.format(name="postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE together")
    address = postgres.address.format(name="together")
    records = Database(address)
    records.prepare()
    add_person(records, "admin", Role.ADMINISTRATOR)
    records.close()
    return address


def _chmod(folder: Path, folders: int, files: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(folders if path.is_dir() else files)
