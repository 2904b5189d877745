"""Ray itself, a cluster of two workers on this machine: workers die, and nothing is missing or there twice."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from rag.errors import ClusterFailed
from rag.index.bulk import Done, bulk_ingest
from rag.index.ingest import ingest
from rag.index.report import Status
from rag.settings import Settings
from tests.rag.index.bulk.workers import CountingEncoder, contents, embedded, write_sources

pytest.importorskip("ray.data", reason="the extra [cluster] is not installed")
SETTINGS = Settings(passage_tokens=60)


@pytest.mark.slow
def test_workers_that_die_and_files_that_are_bad_cost_nothing(tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "sources", lines=300, files=300)
    (tmp_path / "end-me").touch()
    told: list[Done] = []
    workers: list[int] = []
    killer = threading.Thread(target=end_one_that_reads, args=(tmp_path / "ended",))
    killer.start()
    report = bulk_ingest(
        [sources],
        tmp_path / "index",
        partial(CountingEncoder, tmp_path),
        SETTINGS,
        workers=2,
        begun=lambda count, _: workers.append(count),
        tell=told.append,
    )
    killer.join()
    assert not (tmp_path / "end-me").exists()
    assert (tmp_path / "ended").exists()
    counted = embedded(tmp_path)
    plain = ingest([sources], tmp_path / "plain", CountingEncoder(tmp_path / "sources"), SETTINGS)
    assert contents(tmp_path / "index") == contents(tmp_path / "plain")
    assert report.results == plain.results
    assert (report.counts[Status.ADDED], report.counts[Status.FAILED]) == (600, 2)
    assert (workers, told[-1].files) == ([2], 302)
    # The worker that ended had embedded one part, which nobody kept.
    assert {1} <= set(counted.values()) <= {1, 2}
    assert sum(count == 2 for count in counted.values()) < len(counted) / 4


def test_an_address_without_a_cluster_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClusterFailed, match="no cluster at"):
        bulk_ingest([tmp_path], tmp_path / "index", partial(CountingEncoder, tmp_path), SETTINGS, address="127.0.0.1:1")


def end_one_that_reads(note: Path) -> None:
    """Ends the first process of our cluster that is seen reading files."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        for pid in processes("ray::MapBatches(_read)"):
            os.kill(pid, signal.SIGKILL)
            note.touch()
            return
        time.sleep(0.02)


def processes(title: str) -> Iterator[int]:
    """Those with this title whose grandparent we are."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and title in _line(folder) and _parent(_parent(int(folder.name))) == os.getpid():
            yield int(folder.name)


def _line(folder: Path) -> str:
    try:
        return (folder / "cmdline").read_text()
    except OSError:
        return ""


def _parent(pid: int) -> int:
    try:
        return int((Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0
