"""The stand-in for the messengers."""

from collections.abc import Iterator

import pytest

from tests.web.channels.messenger import Messenger, running_messenger


@pytest.fixture
def messenger() -> Iterator[Messenger]:
    with running_messenger() as found:
        yield found
