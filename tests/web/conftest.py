"""An application over the fake pipeline, its database in a temporary folder."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rag.settings import Settings
from tests.web.fakes import FakePipeline
from web.app import create_app

Open = Callable[..., TestClient]


@pytest.fixture
def open_client(tmp_path: Path) -> Iterator[Open]:
    """Opens a client: `open_client(pipeline, **settings)`."""
    with ExitStack() as stack:

        def start(pipeline: FakePipeline | None = None, **values: object) -> TestClient:
            settings = Settings(_env_file=None, database=tmp_path / "test.sqlite", **values)
            app = create_app(settings, pipeline or FakePipeline())
            return stack.enter_context(TestClient(app, raise_server_exceptions=False))

        yield start


@pytest.fixture
def client(open_client: Open) -> TestClient:
    return open_client()
