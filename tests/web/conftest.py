"""An application over the fake pipeline, its database in a temporary folder or on a PostgreSQL server of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rag.settings import Settings
from tests.web.fakes import FakePipeline
from tests.web.postgres import binaries, fresh_database, running_server
from web.app import create_app
from web.records.database import Database

Open = Callable[..., TestClient]
_NUMBERS = count(1)


@pytest.fixture
def open_client(tmp_path: Path) -> Iterator[Open]:
    """Opens a client: `open_client(pipeline, **settings)`."""
    with ExitStack() as stack:

        def start(pipeline: FakePipeline | None = None, **values: object) -> TestClient:
            settings = Settings(_env_file=None, **{"database": tmp_path / "test.sqlite", **values})
            app = create_app(settings, pipeline or FakePipeline())
            return stack.enter_context(TestClient(app, raise_server_exceptions=False))

        yield start


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
    database = Database(place)
    database.prepare()
    yield database
    database.close()
