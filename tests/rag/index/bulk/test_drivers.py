"""The machine that starts a bulk ingest may die, and two may be started at once."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rag.errors import IndexBusy
from rag.index.bulk.ingest import PARTS, ingest_by
from rag.index.bulk.stages import Making
from rag.index.ingest import chunking_of, ingest
from rag.index.report import IngestReport, Phase
from rag.index.versions import building
from rag.settings import Settings
from tests.patience import wait_until
from tests.rag.index.bulk.workers import CountingEncoder, HereCluster, contents, embedded, write_sources

ROOT = Path(__file__).parents[4]
SETTINGS = Settings(passage_tokens=60)
DRIVER = """
import sys
from pathlib import Path
from rag.index.bulk import stages
from tests.rag.index.bulk.test_drivers import bulk
stages._BUNDLE_CHARS = 8000
bulk(Path(sys.argv[1]))
"""


def bulk(folder: Path, wait_s: float = 0.0, told: list[Phase] | None = None) -> IngestReport:
    index = folder / "index"
    cluster = HereCluster.of(Making(lambda: CountingEncoder(folder), index / PARTS, chunking_of(SETTINGS)))
    encoder = CountingEncoder(folder)
    seen = [] if told is None else told
    return ingest_by(
        cluster,
        [folder / "sources"],
        index,
        encoder,
        SETTINGS,
        progress=lambda phase, *_: seen.append(phase),
        wait_s=wait_s,
    )


def test_a_driver_that_is_killed_leaves_what_was_embedded_to_the_next(tmp_path: Path) -> None:
    write_sources(tmp_path / "sources", lines=60, files=20)
    driver = subprocess.Popen([sys.executable, "-c", DRIVER, str(tmp_path)], cwd=ROOT, env=os.environ)
    wait_until(lambda: len(list((tmp_path / "index" / PARTS).rglob("[0-9a-f]*.npz"))) >= 2 or driver.poll() is not None)
    driver.send_signal(signal.SIGKILL)
    assert driver.wait() == -signal.SIGKILL
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rag.index.bulk.stages._BUNDLE_CHARS", 8000)
        report = bulk(tmp_path)
    twice = [text for text, times in embedded(tmp_path).items() if times > 1]
    plain = ingest([tmp_path / "sources"], tmp_path / "plain", CountingEncoder(tmp_path / "sources"), SETTINGS)
    assert contents(tmp_path / "index") == contents(tmp_path / "plain")
    assert report.results == plain.results
    assert len(twice) < len(embedded(tmp_path)) / 4  # one part, which was not finished
    assert not (tmp_path / "index" / PARTS).exists()


def test_a_second_driver_is_refused_or_waits_and_the_parts_of_the_first_are_its_own(tmp_path: Path) -> None:
    write_sources(tmp_path / "sources", lines=5, files=5)
    (tmp_path / "index" / PARTS).mkdir(parents=True)
    told: list[Phase] = []
    with building(tmp_path / "index"):
        with pytest.raises(IndexBusy):
            bulk(tmp_path)
        assert (tmp_path / "index" / PARTS).exists()
        second = threading.Thread(target=bulk, args=(tmp_path, 60.0, told))
        second.start()
        wait_until(lambda: Phase.WAITING in told)
        time.sleep(0.1)
        assert not embedded(tmp_path)
    second.join()
    assert set(embedded(tmp_path).values()) == {1}


def test_parts_go_while_nobody_else_may_have_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_sources(tmp_path / "sources", lines=5, files=5)
    held: list[bool] = []

    def remove(_: object) -> None:
        with pytest.raises(IndexBusy), building(tmp_path / "index"):
            pass
        held.append(True)

    monkeypatch.setattr("rag.index.bulk.parts.Parts.remove", remove)
    bulk(tmp_path)
    assert held == [True]
