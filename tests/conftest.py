"""Fixtures shared by all suites."""

import pytest

from rag.models.encoders.loading import BUNDLED, Encoder, load_encoder
from rag.settings import Settings


@pytest.fixture(scope="session")
def bundled_encoder() -> Encoder:
    """The real embedding model on the default backend; unpacked and converted on a machine's first run."""
    return load_encoder(BUNDLED, Settings().cache)
