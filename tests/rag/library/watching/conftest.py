"""The site that is watched, and a reader that finds it on this machine whatever its name."""

from collections.abc import Callable, Iterator

import pytest

from rag.library.watching.fetching import Fetcher
from tests.rag.library.watching.site import Site, running_site

HOSTS = ("berita.example",)
Readers = Callable[..., Fetcher]


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as found:
        yield found


@pytest.fixture
def reader() -> Readers:
    def make(**values: object) -> Fetcher:
        given = {"resolve": lambda host, port: "127.0.0.1", "sleep": lambda seconds: None, **values}
        return Fetcher(HOSTS, 5, **given)  # type: ignore[arg-type]

    return make
