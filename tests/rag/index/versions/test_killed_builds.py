"""Builds that die by SIGKILL, at moments nobody chose."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rag.index.versions import LiveIndex, OpenVersion, current_name, list_versions, verify
from tests.rag.index.versions.builders import nearest, publish

ROOT = Path(__file__).parents[4]
KILLS = 8


def start_building(folder: Path, seed: int) -> subprocess.Popen[str]:
    """Returns once the first version of its own is published, so that kills fall into builds and not into imports."""
    builder = subprocess.Popen(
        [sys.executable, "-m", "tests.rag.index.versions.build_forever", str(folder), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert builder.stdout is not None
    assert builder.stdout.readline().startswith("bangunan")
    return builder


def kill(builder: subprocess.Popen[str]) -> None:
    builder.send_signal(signal.SIGKILL)
    assert builder.wait() == -signal.SIGKILL
    assert builder.stdout is not None
    builder.stdout.close()


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith((".building-", ".removing-", ".CURRENT-"))]


@pytest.mark.slow
def test_a_killed_build_leaves_the_published_version_whole(tmp_path: Path) -> None:
    moments = random.Random(2026)
    publish(tmp_path, {"a": "awal"})
    live = LiveIndex(tmp_path)
    interrupted = 0
    for seed in range(KILLS):
        builder = start_building(tmp_path, seed)
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
    module, name = function.rsplit(".", 1)
    script = (
        f"import os, signal, sys, pathlib, importlib\n"
        f"module = importlib.import_module({module!r})\n"
        f"setattr(module, {name!r}, lambda *_: os.kill(os.getpid(), signal.SIGKILL))\n"
        f"from tests.rag.index.versions.builders import publish\n"
        f"publish(pathlib.Path(sys.argv[1]), {{'a': 'baru'}})\n"
    )
    died = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    assert current_name(tmp_path) == before
    assert verify(tmp_path).name == before
    after = publish(tmp_path, {"a": "baru"})
    assert current_name(tmp_path) == after
    assert leftovers(tmp_path) == []
