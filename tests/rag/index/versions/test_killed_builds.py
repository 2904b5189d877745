"""Builds that die by SIGKILL, at moments nobody chose."""

import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from rag.index.versions import LiveIndex, OpenVersion, current_name, list_versions, verify
from tests.patience import PATIENCE_S
from tests.rag.index.versions.build_forever import build_and_die, build_forever
from tests.rag.index.versions.builders import nearest, publish
from tests.warm import WARM, begun, ended

KILLS = 8


@contextmanager
def started(folder: Path, seed: int) -> Iterator[BaseProcess]:
    """Gives it once the first version of its own is published, so that kills fall into builds and not into a start."""
    told, telling = WARM.Pipe(duplex=False)
    with told, telling:
        builder = begun(build_forever, folder, seed, telling)
        assert told.poll(PATIENCE_S)
        assert told.recv().startswith("bangunan")
        yield builder


def kill(builder: BaseProcess) -> None:
    builder.kill()
    builder.join()
    assert builder.exitcode == -signal.SIGKILL


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith((".building-", ".removing-", ".CURRENT-"))]


@pytest.mark.slow
def test_a_killed_build_leaves_the_published_version_whole(tmp_path: Path) -> None:
    moments = random.Random(2026)
    publish(tmp_path, {"a": "awal"})
    live = LiveIndex(tmp_path)
    interrupted = 0
    for seed in range(KILLS):
        with started(tmp_path, seed) as builder:
            time.sleep(moments.uniform(0, 0.4))
            kill(builder)
        interrupted += bool(leftovers(tmp_path))
        version = live.current()
        assert verify(tmp_path).name == version.name == current_name(tmp_path)
        marks = {document.text.split("\n")[0] for document in version.documents}
        assert len(marks) == 1  # all of one build
        assert nearest(version, f"d7 {marks.copy().pop()}") in marks
        # Whatever stands beside it under a version's name is whole too.
        assert all(verify(tmp_path, info.name) for info in list_versions(tmp_path))
    assert interrupted > 0  # else the kills came at no interesting moment
    publish(tmp_path, {"a": "akhir"})
    assert leftovers(tmp_path) == []
    assert OpenVersion(tmp_path / current_name(tmp_path)).passages[0].text == "akhir"


@pytest.mark.parametrize(
    "function",
    [
        "rag.index.versions.building.list_files",  # everything is written, nothing is renamed
        "rag.index.versions.publishing.sync_tree",
        "rag.index.versions.publishing.replace_file",  # the folder has its name, CURRENT still names the old one
        "rag.folders.sync",
    ],
)
def test_killed_at_each_step_of_publishing_the_old_version_stays(tmp_path: Path, function: str) -> None:
    before = publish(tmp_path, {"a": "lama"})
    assert ended(build_and_die, tmp_path, function, "baru") == -signal.SIGKILL
    assert current_name(tmp_path) == before
    assert verify(tmp_path).name == before
    after = publish(tmp_path, {"a": "baru"})
    assert current_name(tmp_path) == after
    assert leftovers(tmp_path) == []
