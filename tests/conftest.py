"""Fixtures shared by all suites."""

import os

import pytest

from rag.models.encoders.loading import BUNDLED, Encoder, load_encoder
from rag.settings import Settings


@pytest.fixture(scope="session")
def bundled_encoder() -> Encoder:
    """The real embedding model on the default backend; unpacked and converted on a machine's first run."""
    return load_encoder(BUNDLED, Settings().cache)


def pytest_configure() -> None:
    """Tests that run side by side are told a width of 80, which consoles made meanwhile would keep."""
    for size in ("COLUMNS", "LINES"):
        os.environ.pop(size, None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first, so that none of several processes is left alone with one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
