"""What becomes of what is found in a source."""

import os
from pathlib import Path

import pytest

from rag.errors import LibraryProblem
from rag.library import changing
from rag.library.catalogue import reading
from rag.library.records import Field, State
from rag.library.watching.records import Run, Source
from rag.library.watching.schedule import add_source, look_at_due
from rag.library.watching.store import sources
from rag.settings import Settings
from tests.rag.library.shelves import COFFEE, RICE, ROADS
from tests.rag.library.watching.conftest import HOSTS, Readers
from tests.rag.library.watching.site import Site


class Watch:
    """A library with one source."""

    def __init__(self, folder: Path, reader: Readers, **settings: object) -> None:
        places = {"library": folder / "library", "source_hosts": HOSTS, "source_folders": (folder / "masuk",)}
        self.settings = Settings(_env_file=None, **{**places, **settings})
        self.reader = reader

    def add(self, place: str, **said: str) -> Source:
        return add_source(self.settings, place, 60, {Field(name): value for name, value in said.items()}, "siti")

    def look(self) -> Run:
        ((_, run),) = look_at_due(self.settings, every=True, fetcher=self.reader)
        return run

    def entries(self) -> list[tuple[str, State, str | None]]:
        with reading(self.settings.library) as catalogue:
            return [(entry.id, entry.state, entry.supersedes) for entry in catalogue.entries()]


@pytest.fixture
def watch(tmp_path: Path, reader: Readers) -> Watch:
    (tmp_path / "masuk").mkdir()
    return Watch(tmp_path, reader)


def counts(run: Run) -> tuple[int, int, int, int, int]:
    return run.added, run.changed, run.unchanged, run.waiting, len(run.troubles)


def test_pages_of_a_feed_become_drafts_with_their_address_and_what_is_said_of_all(site: Site, watch: Watch) -> None:
    site.feed("/berita/beras", "/berita/hilang")
    site.page("/berita/beras", "Harga beras", RICE, etag='"1"')
    source = watch.add(f"{site.address}/feed.xml", publisher="Dinas Pangan")
    run = watch.look()
    assert counts(run) == (1, 0, 0, 0, 1)
    assert (run.troubles[0].place, str(run.troubles[0].reason)) == (
        f"{site.address}/berita/hilang",
        "the host answered with status 404",
    )
    with reading(watch.settings.library) as catalogue:
        (entry,) = catalogue.entries()
    assert (entry.id, entry.state, entry.publisher) == ("beras.html", State.DRAFT, "Dinas Pangan")
    assert (entry.url, entry.added_by) == (f"{site.address}/berita/beras", f"source {source.id}")
    assert counts(watch.look()) == (0, 0, 1, 0, 1)
    assert dict(site.asked[-2:])["/berita/beras"]["if-none-match"] == '"1"'


def test_a_page_that_says_something_else_becomes_a_newer_edition_and_one_with_another_token_does_not(
    site: Site, watch: Watch
) -> None:
    site.feed("/beras")
    site.page("/beras", "Harga beras", RICE)
    watch.add(f"{site.address}/feed.xml")
    watch.look()
    site.page("/beras", "Harga beras", RICE, rest="<script>token = 2</script>")
    assert counts(watch.look()) == (0, 0, 1, 0, 0)
    site.page("/beras", "Harga beras", RICE + " " + COFFEE)
    assert counts(watch.look()) == (0, 1, 0, 0, 0)
    assert watch.entries() == [("beras-2.html", State.DRAFT, "beras.html"), ("beras.html", State.DRAFT, None)]


def test_one_run_takes_no_more_than_the_limit_and_the_next_one_goes_on(
    tmp_path: Path, site: Site, reader: Readers
) -> None:
    watch = Watch(tmp_path, reader, source_files=1)
    site.feed("/beras", "/kopi")
    site.page("/beras", "Harga beras", RICE)
    site.page("/kopi", "Ekspor kopi", COFFEE)
    watch.add(f"{site.address}/feed.xml")
    assert counts(watch.look()) == (1, 0, 0, 1, 0)
    assert counts(watch.look()) == (1, 0, 0, 1, 0)
    assert [name for name, *_ in watch.entries()] == ["beras.html", "kopi.html"]


def test_what_people_took_out_does_not_come_back(site: Site, watch: Watch) -> None:
    site.feed("/beras")
    site.page("/beras", "Harga beras", RICE)
    watch.add(f"{site.address}/feed.xml")
    watch.look()
    changing.remove(watch.settings.library, "beras.html", "siti")
    assert counts(watch.look()) == (0, 0, 1, 0, 0)
    site.page("/beras", "Harga beras", COFFEE)
    assert counts(watch.look()) == (0, 0, 0, 0, 1)
    assert counts(watch.look()) == (0, 0, 1, 0, 0)
    assert [state for _, state, _ in watch.entries()] == [State.REMOVED]


def test_a_host_that_fails_again_and_again_is_left_for_the_next_time(site: Site, watch: Watch) -> None:
    site.feed(*(f"/{number}" for number in range(9)))
    watch.add(f"{site.address}/feed.xml")
    assert counts(watch.look()) == (0, 0, 0, 4, 5)


def test_files_of_a_folder_that_have_come_to_rest_become_drafts(tmp_path: Path, watch: Watch) -> None:
    folder = tmp_path / "masuk"
    for name, text in (("beras.txt", RICE), ("kopi.txt", COFFEE)):
        (folder / name).write_text(text)
    os.utime(folder / "beras.txt", (1, 1))
    (tmp_path / "luar.txt").write_text(ROADS)
    os.utime(tmp_path / "luar.txt", (1, 1))
    (folder / "tautan.txt").symlink_to(tmp_path / "luar.txt")
    watch.add(str(folder))
    assert counts(watch.look()) == (1, 0, 0, 0, 0)
    assert [name for name, *_ in watch.entries()] == ["beras.txt"]
    assert counts(watch.look()) == (0, 0, 1, 0, 0)


@pytest.mark.parametrize("path", ["/laporan.%00b", "/laporan." + "z" * 300, "/laporan.html/%2e%2e%2fx"])
def test_an_address_with_an_odd_end_stops_nothing(site: Site, watch: Watch, path: str) -> None:
    site.feed(path, "/kopi")
    site.put(path, RICE, content_type="text/plain")
    site.page("/kopi", "Ekspor kopi", COFFEE)
    watch.add(f"{site.address}/feed.xml")
    run = watch.look()
    assert run.added + len(run.troubles) == 2
    assert "kopi.html" in [name for name, *_ in watch.entries()]


@pytest.mark.parametrize("place", ["/etc", "../..", "https://lain.example/feed.xml", "http://127.0.0.1/f", "http://["])
def test_only_what_the_settings_name_may_be_watched(watch: Watch, place: str) -> None:
    with pytest.raises(LibraryProblem, match="operator"):
        watch.add(place)


def test_a_source_is_looked_at_when_it_is_due_and_not_while_it_is_paused(site: Site, watch: Watch) -> None:
    site.feed()
    source = watch.add(f"{site.address}/feed.xml")
    with pytest.raises(LibraryProblem, match="watched already"):
        watch.add(f"{site.address}/feed.xml")

    def due() -> int:
        return len(list(look_at_due(watch.settings, fetcher=watch.reader)))

    assert [due(), due()] == [1, 0]
    with sources(watch.settings.library) as store:
        store.make_due(source.id)
        store.pause(source.id, True)
        assert due() == 0
        store.pause(source.id, False)
        assert due() == 1
        store.remove(source.id)
        assert (due(), store.last_run(source.id)) == (0, None)
