"""What a cluster makes becomes the index that `rag ingest` would have made; here without processes."""

from pathlib import Path

import pytest

from rag.index.bulk import stages
from rag.index.bulk.ingest import PARTS, ingest_by
from rag.index.bulk.spread import Done
from rag.index.bulk.stages import Making
from rag.index.ingest import chunking_of, ingest
from rag.index.report import IngestReport, Status
from rag.index.versions import list_versions
from rag.settings import Settings
from tests.rag.index.bulk.workers import CountingEncoder, HereCluster, contents, embedded, write_sources

SETTINGS = Settings(passage_tokens=60)


class Place:
    def __init__(self, folder: Path) -> None:
        self.folder, self.index = folder, folder / "index"
        self.sources = write_sources(folder / "sources", lines=30, files=20)
        self.told: list[Done] = []

    def bulk(self, stop_after: int | None = None) -> IngestReport:
        making = Making(lambda: CountingEncoder(self.folder), self.index / PARTS, chunking_of(SETTINGS))
        cluster = HereCluster.of(making, stop_after)
        encoder = CountingEncoder(self.folder)
        return ingest_by(cluster, [self.sources], self.index, encoder, SETTINGS, self.told.append)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(stages, "_BUNDLE_CHARS", 8000)
    return Place(tmp_path)


def test_the_index_is_the_one_that_ingest_makes(place: Place) -> None:
    (place.sources / "kembar.txt").write_text((place.sources / "berkas-000.txt").read_text())
    report = place.bulk()
    plain = ingest([place.sources], place.folder / "plain", CountingEncoder(place.folder), SETTINGS)
    assert contents(place.index) == contents(place.folder / "plain")
    assert report.results == plain.results
    assert (report.counts[Status.ADDED], report.counts[Status.DUPLICATE], report.counts[Status.FAILED]) == (50, 1, 2)
    assert report.exit_status == 3


def test_each_passage_is_embedded_once_and_the_parts_go_at_the_end(place: Place) -> None:
    report = place.bulk()
    assert set(embedded(place.folder).values()) == {1}
    assert embedded(place.folder).total() == report.passages == report.embedded
    assert not (place.index / PARTS).exists()


def test_a_run_that_was_broken_off_goes_on_where_it_was(place: Place) -> None:
    with pytest.raises(ConnectionError):
        place.bulk(stop_after=5)
    before = embedded(place.folder).total()
    assert 0 < before == place.told[-1].passages
    assert list_versions(place.index) == ()
    report = place.bulk()
    assert set(embedded(place.folder).values()) == {1}
    assert embedded(place.folder).total() == report.passages > before
    assert place.told[-1].earlier == before


def test_what_a_part_lost_is_embedded_again(place: Place) -> None:
    with pytest.raises(ConnectionError):
        place.bulk(stop_after=5)
    before = embedded(place.folder).total()
    lost = sorted((place.index / PARTS).glob("*/*.npz"))[0]
    lost.write_bytes(lost.read_bytes()[:100])
    report = place.bulk()
    assert before < report.passages < embedded(place.folder).total()
    assert contents(place.index)[0]


def test_a_file_that_changed_after_the_break_is_read_as_it_is_now(place: Place) -> None:
    with pytest.raises(ConnectionError):
        place.bulk(stop_after=5)
    (place.sources / "berkas-000.txt").write_text("Sawah diganti kebun.")
    place.bulk()
    assert "Sawah diganti kebun." in [text for _, text in contents(place.index)[0]]


def test_what_is_indexed_is_not_read_or_embedded_again(place: Place) -> None:
    first = place.bulk()
    before = embedded(place.folder).total()
    (place.sources / "baru.txt").write_text("Bendungan baru diresmikan.")
    report = place.bulk()
    assert (report.embedded, report.passages) == (1, first.passages + 1)
    assert embedded(place.folder).total() == before + 1
    assert not place.bulk().published


def test_how_far_it_is_is_told_and_only_grows(place: Place) -> None:
    report = place.bulk()
    assert [done.passages for done in place.told] == sorted(done.passages for done in place.told)
    last = place.told[-1]
    assert (last.files, last.of_files, last.earlier) == (22, 22, 0)
    assert last.passages == report.passages
