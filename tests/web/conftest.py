"""An application over the fake pipeline, its database in a temporary folder or on a PostgreSQL server of its own."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute

from rag import tools
from rag.settings import Settings
from tests.web.fakes import FakePipeline
from tests.web.postgres import binaries, fresh_database, running_server
from tests.web.prepared import put_database
from web.app import create_app
from web.protection import passwords
from web.records.database import Database

Open = Callable[..., TestClient]
_NUMBERS = count(1)
_ROUTES: dict[str, list[BaseRoute]] = {}


@pytest.fixture(scope="session", autouse=True)
def cheap_hashes() -> Iterator[None]:
    """Passwords are hashed as always, with the least that argon2id takes: the cost is for those who guess."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="session", autouse=True)
def tools_known() -> Iterator[None]:
    """The SDK of MCP takes the four tools apart for each application anew, as FastAPI does its handlers."""
    if not tools.installed():
        yield
        return
    base = import_module("mcp.server.mcpserver.tools.base")
    known: dict[tuple[str, str], Any] = {}

    taken_apart = base.func_metadata

    def once(tool: Any, **how: Any) -> Any:
        name = tool.__qualname__, repr(how)
        if name not in known:
            known[name] = taken_apart(tool, **how)
        return known[name]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "func_metadata", once)
        yield


class Clock:
    """The time of day, in seconds: it stands ten seconds into a minute until a test sets it on."""

    def __init__(self) -> None:
        self.now = 1_800_000_010.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """For what is counted by the minute, which must not end meanwhile."""
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
def attempts_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who must wait after failed sign-ins waits for good: a second is soon over on a busy machine."""
    now = datetime.now(UTC)
    monkeypatch.setattr("web.records.attempts._now", lambda: now)


@pytest.fixture
def open_client(tmp_path: Path) -> Iterator[Open]:
    """Opens a client: `open_client(pipeline, **settings)`."""
    database = put_database(tmp_path / "test.sqlite")
    with ExitStack() as stack:

        def start(pipeline: FakePipeline | None = None, **values: object) -> TestClient:
            settings = Settings(_env_file=None, **{"database": database, **values})
            app = with_known_routes(create_app(settings, pipeline or FakePipeline()), settings)
            return stack.enter_context(TestClient(app, raise_server_exceptions=False))

        yield start


def with_known_routes(app: FastAPI, settings: Settings) -> FastAPI:
    """FastAPI takes every handler apart for each application anew, which takes longer than most tests."""
    if settings.oidc_issuer is None:
        app.router.routes = [*_ROUTES.setdefault("site", app.router.routes)]
    return app


@pytest.fixture
def client(open_client: Open) -> TestClient:
    return open_client()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server with a place for the database's name."""
    folder = binaries()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with running_server(folder) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """RAG_DATABASE of an empty database; a test that takes it runs on both kinds."""
    if request.param == "sqlite":
        yield tmp_path / "records.sqlite"
        return
    with fresh_database(request.getfixturevalue("postgres"), f"records_{next(_NUMBERS)}") as address:
        yield address


@pytest.fixture
def database(place: str | Path) -> Iterator[Database]:
    """Prepared, of both kinds."""
    database = Database(put_database(place) if isinstance(place, Path) else place)
    database.prepare()
    yield database
    database.close()
