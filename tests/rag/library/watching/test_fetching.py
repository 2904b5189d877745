"""What is read of other hosts, and what is not."""

import time

import pytest

from rag.errors import LibraryProblem
from rag.library.watching.fetching import AGENT
from tests.rag.library.watching.conftest import Readers
from tests.rag.library.watching.site import Site


def test_it_connects_to_the_checked_address_under_the_name_of_the_host(site: Site, reader: Readers) -> None:
    site.put("/a", "isi", etag='"1"', content_type="text/plain")
    found = reader().get(f"{site.address}/a", 1000)
    assert (found.content, found.media_type, found.etag, found.address) == (
        b"isi",
        "text/plain",
        '"1"',
        f"{site.address}/a",
    )
    path, headers = site.asked[-1]
    assert (path, headers["host"], headers["user-agent"]) == ("/a", site.address.removeprefix("http://"), AGENT)


def test_what_is_as_it_was_is_not_sent_again(site: Site, reader: Readers) -> None:
    site.put("/a", "isi", etag='"1"')
    assert reader().get(f"{site.address}/a", 1000, etag='"1"').content is None


def test_a_redirect_is_followed_to_allowed_hosts_only(site: Site, reader: Readers) -> None:
    site.put("/a", "", 302, location="/b")
    site.put("/b", "isi")
    assert reader().get(f"{site.address}/a", 1000).content == b"isi"
    site.put("/a", "", 302, location="http://169.254.169.254/latest")
    with pytest.raises(LibraryProblem, match=r"host 169\.254\.169\.254 is not among"):
        reader().get(f"{site.address}/a", 1000)
    site.put("/a", "", 302, location="/a")
    with pytest.raises(LibraryProblem, match="again and again"):
        reader().get(f"{site.address}/a", 1000)


def test_every_redirect_is_resolved_and_checked_anew(site: Site, reader: Readers) -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> str:
        looked_up.append(host)
        if len(looked_up) > 2:  # robots.txt, then the first address
            raise LibraryProblem("private")
        return "127.0.0.1"

    site.put("/a", "", 302, location="/b")
    site.put("/b", "isi")
    with pytest.raises(LibraryProblem, match="private"):
        reader(resolve=resolve).get(f"{site.address}/a", 1000)
    assert "/b" not in site.paths


@pytest.mark.parametrize("address", "ftp://berita.example/a http://u:p@berita.example/a http:// x".split())
def test_other_addresses_are_refused(reader: Readers, address: str) -> None:
    with pytest.raises(LibraryProblem, match="no address that can be read"):
        reader().get(address, 1000)


def test_more_than_the_limit_is_not_taken(site: Site, reader: Readers) -> None:
    site.put("/a", b"x" * 2_000_001)
    with pytest.raises(LibraryProblem, match=r"limit of 2\.0 MB"):
        reader().get(f"{site.address}/a", 2_000_000)


def test_robots_are_respected(site: Site, reader: Readers) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /tutup\nCrawl-delay: 7\n")
    site.put("/tutup/a", "isi")
    site.put("/a", "isi")
    pauses: list[float] = []
    one = reader(sleep=pauses.append)
    with pytest.raises(LibraryProblem, match=r"robots\.txt"):
        one.get(f"{site.address}/tutup/a", 1000)
    one.get(f"{site.address}/a", 1000)
    one.get(f"{site.address}/a", 1000)
    assert site.paths.count("/robots.txt") == 1
    assert "/tutup/a" not in site.paths
    assert [round(pause) for pause in pauses] == [7]


def test_a_host_whose_robots_cannot_be_read_is_left_alone(site: Site, reader: Readers) -> None:
    site.put("/robots.txt", "", 503)
    site.put("/a", "isi")
    with pytest.raises(LibraryProblem, match=r"robots\.txt"):
        reader().get(f"{site.address}/a", 1000)


def test_failures_are_told_in_words(site: Site, reader: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LibraryProblem, match="status 404"):
        reader().get(f"{site.address}/tidak-ada", 1000)
    site.put("/a", "isi", content_encoding="gzip")
    with pytest.raises(LibraryProblem, match="packed"):
        reader().get(f"{site.address}/a", 1000)
    site.put("/b", "isi")
    one = reader()
    one.get(f"{site.address}/b", 1000)
    began = time.monotonic()
    later = iter([began, began, began])
    monkeypatch.setattr("rag.library.watching.fetching.time.monotonic", lambda: next(later, began + 60))
    with pytest.raises(LibraryProblem, match="limit of 5 seconds"):
        one.get(f"{site.address}/b", 1000)
