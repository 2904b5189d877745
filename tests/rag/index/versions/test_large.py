"""A large version is opened without reading it; what is read of it later is compared all the same."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rag.errors import IndexCorrupt
from rag.index.stores.faiss import FaissFormat
from rag.index.stores.formats import FORMATS
from rag.index.versions import LiveIndex, OpenVersion, opening
from rag.index.versions.manifest import CheckedFiles
from tests.patience import PATIENCE_S
from tests.rag.index.test_damaged_base import another, spoil, two_versions
from tests.rag.index.versions.builders import ENCODER, nearest, publish

TEXTS = {str(number): f"kata{number} lain" for number in range(60)}
LARGE = ("vectors.half", "lexical/rows.npy", "lexical/counts.npy", "passages.jsonl", "documents.jsonl")


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every version is a large one, and of more than ten rows, vectors stay on the disk."""
    monkeypatch.setattr(opening, "WHOLE_UP_TO", 0)
    monkeypatch.setitem(FORMATS, "faiss", FaissFormat(exact_up_to=10))


def damage(path: Path) -> None:
    """Every byte of the second half another one, under the times of before."""
    before, content = path.stat(), path.read_bytes()
    half = len(content) // 2
    with path.open("r+b") as file:
        file.write(content[:half] + bytes(255 - byte for byte in content[half:]))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def ask(version: OpenVersion) -> str:
    """All that a question needs of a version."""
    rows, _ = version.lexical.search("kata59", 1)
    assert nearest(version, "kata59 lain") == version.passages[int(rows[0])].text
    document = version.document("59")
    return document.text if document is not None else ""


def test_opening_reads_nothing_that_grows_with_the_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = tmp_path / publish(tmp_path, TEXTS)
    read: list[str] = []
    real = CheckedFiles.read

    def noted(files: CheckedFiles, path: Path) -> bytes:
        read.append(path.relative_to(version).as_posix())
        return real(files, path)

    monkeypatch.setattr(CheckedFiles, "read", noted)
    opened = OpenVersion(version)
    assert read == []
    assert ask(opened) == "kata59 lain"
    assert set(read).isdisjoint(LARGE)


@pytest.mark.parametrize("name", LARGE)
def test_what_is_damaged_is_named_when_it_is_read_and_left_for_the_version_before(tmp_path: Path, name: str) -> None:
    older = publish(tmp_path, TEXTS)
    newer = publish(tmp_path, TEXTS)
    live = LiveIndex(tmp_path)
    held = live.current()
    damage(tmp_path / newer / name)
    with pytest.raises(IndexCorrupt, match=name.split("/")[0]):
        ask(held)
    assert live.instead_of(held).name == older
    assert ask(live.current()) == "kata59 lain"


@pytest.mark.parametrize("name", LARGE)
def test_a_large_version_is_looked_through_soon_after_it_was_opened(tmp_path: Path, name: str) -> None:
    older = publish(tmp_path, TEXTS)
    newer = publish(tmp_path, TEXTS)
    damage(tmp_path / newer / name)
    live = LiveIndex(tmp_path)
    live.current()
    for thread in threading.enumerate():
        if "_look_through" in thread.name:
            thread.join(PATIENCE_S)
    assert (live.current().name, live.damaged) == (older, newer)


def test_a_version_cut_to_nothing_under_a_running_process_is_named_and_does_not_end_it(tmp_path: Path) -> None:
    version = tmp_path / publish(tmp_path, TEXTS)
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom rag.errors import IndexCorrupt\n"
        "from rag.index.versions import OpenVersion\n"
        "folder = Path(sys.argv[1])\nversion = OpenVersion(folder, whole=False)\n"
        "for part in (version.store, version.lexical, version.passages):\n    len(part)\n"
        "for path in folder.rglob('*'):\n    path.is_file() and os.truncate(path, 0)\n"
        "import numpy as np\n"
        "for use in (lambda: version.store.search(np.ones(256, np.float32), 5),\n"
        "            lambda: version.lexical.search('kata59', 5), lambda: version.passages[59]):\n"
        "    try:\n        use()\n    except IndexCorrupt:\n        print('named')\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(version)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, ["named"] * 3)


def test_damage_is_not_carried_on_into_the_next_version(tmp_path: Path) -> None:
    desk, damaged = two_versions(tmp_path)
    spoil(desk, damaged)
    report = another(desk)
    assert report.damaged == (damaged,)
    assert desk.ids == ["angka.txt", "baru.txt"]


def test_a_version_opened_whole_finds_the_same(tmp_path: Path) -> None:
    first = OpenVersion(tmp_path / publish(tmp_path, TEXTS))
    vector = ENCODER.encode_queries(["kata7 lain"])[0]
    rows, scores = first.store.search(vector, 3)
    again = OpenVersion(tmp_path / first.name, whole=True).store.search(vector, 3)
    assert (rows.tolist(), scores.tolist()) == (again[0].tolist(), again[1].tolist())
    assert first.passages[int(rows[0])].text == "kata7 lain"
