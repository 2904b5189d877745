"""A damaged version is never served; a whole one stands in for it."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from rag.errors import IndexCorrupt
from rag.index.base import base_of
from rag.index.versions import (
    LiveIndex,
    OpenVersion,
    current_name,
    is_busy,
    list_versions,
    prune,
    rollback,
    verify,
)
from tests.rag.index.versions.builders import nearest, publish
from tests.rag.index.versions.damage import cut, flip

FILES = [
    "passages.jsonl",
    "documents.jsonl",
    "vectors.faiss",
    "lexical/counts.npy",
    "lexical/peaks.npy",
    "lexical/rows.npy",
    "lexical/starts.npy",
    "lexical/terms.json",
    "columns/ids.json",
    "columns/published.npy",
    "columns/passage_offsets.npy",
    "columns/document_offsets.npy",
    "columns/passage_sums.npy",
    "readings/files.json",
    "manifest.json",
]


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    with path.open("r+b") as file:
        file.write(content)


@pytest.mark.parametrize("name", FILES)
def test_a_version_with_one_other_bit_does_not_open(tmp_path: Path, name: str) -> None:
    version = tmp_path / publish(tmp_path, {"a": "4.584 orang", "b": "697 orang"})
    spoil(version / name)
    with pytest.raises(IndexCorrupt):
        OpenVersion(version)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", [spoil, cut])
def test_a_version_damaged_while_it_is_served_is_left_for_the_one_before(
    tmp_path: Path, name: str, how: object, caplog: pytest.LogCaptureFixture
) -> None:
    older = publish(tmp_path, {"a": "4.584 orang"})
    newer = publish(tmp_path, {"a": "4.585 orang"})
    live = LiveIndex(tmp_path)
    assert (live.current().name, live.damaged) == (newer, None)
    how(tmp_path / newer / name)  # type: ignore[operator]
    assert nearest(live.current(), "orang") == "4.584 orang"
    assert live.damaged == newer
    assert live.current() is live.current()
    said = [record for record in caplog.records if newer in record.getMessage() and older in record.getMessage()]
    assert len(said) == 1


def test_a_start_with_a_damaged_version_serves_the_newest_whole_one(tmp_path: Path) -> None:
    names = [publish(tmp_path, {"a": text}) for text in ("satu", "dua", "tiga")]
    for name in names[1:]:
        spoil(tmp_path / name / "passages.jsonl")
    live = LiveIndex(tmp_path)
    assert (live.current().name, live.damaged) == (names[0], names[2])


NO_NAMES = (b"", b"20260101T000000-000000\n", b"../x\n", b"\xff\xfe\x00\xc3(", b"\0" * 30, b"2026" * 1_000_000)


@pytest.mark.parametrize("content", NO_NAMES, ids=range(len(NO_NAMES)))
def test_a_pointer_that_names_no_version_leads_to_the_newest_whole_one(tmp_path: Path, content: bytes) -> None:
    publish(tmp_path, {"a": "satu"})
    newest = publish(tmp_path, {"a": "dua"})
    (tmp_path / "CURRENT").write_bytes(content)
    live = LiveIndex(tmp_path)
    assert live.current().name == newest
    assert live.damaged is not None
    rollback(tmp_path, newest)
    assert (live.current().name, live.damaged) == (newest, None)


def _gone(folder: Path) -> None:
    shutil.rmtree(folder)


def _a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"\xff\0")


def _pointer_is_a_folder(folder: Path) -> None:
    (folder / "CURRENT").unlink()
    (folder / "CURRENT").mkdir()


def _pointer_leads_to_itself(folder: Path) -> None:
    (folder / "CURRENT").unlink()
    (folder / "CURRENT").symlink_to("CURRENT")


def _pointer_is_a_pipe(folder: Path) -> None:
    (folder / "CURRENT").unlink()
    os.mkfifo(folder / "CURRENT")


def _pointer_has_no_end(folder: Path) -> None:
    (folder / "CURRENT").unlink()
    (folder / "CURRENT").symlink_to("/dev/zero")


def _manifest_is_a_pipe(folder: Path) -> None:
    for manifest in folder.glob("*/manifest.json"):
        manifest.unlink()
        os.mkfifo(manifest)


def _versions_gone(folder: Path) -> None:
    for version in folder.glob("2*"):
        shutil.rmtree(version)


@pytest.mark.parametrize(
    "fault",
    [
        _gone,
        _a_file,
        _pointer_is_a_folder,
        _pointer_leads_to_itself,
        _pointer_is_a_pipe,
        _pointer_has_no_end,
        _manifest_is_a_pipe,
        _versions_gone,
    ],
    ids=lambda f: f.__name__,
)
def test_whatever_becomes_of_the_folder_what_is_held_is_served_and_a_new_index_taken(tmp_path: Path, fault) -> None:
    folder = tmp_path / "index"
    publish(folder, {"a": "satu"})
    live = LiveIndex(folder)
    held = live.current()
    fault(folder)
    assert nearest(live.current(), "satu") == "satu"
    assert live.current().document("a") == held.document("a")
    if folder.is_dir():
        shutil.rmtree(folder)
    folder.unlink(missing_ok=True)
    assert live.current() is held
    newer = publish(folder, {"a": "dua"})
    assert (live.current().name, live.damaged) == (newer, None)


def test_what_was_repaired_in_place_is_served_again(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "satu"})
    newer = publish(tmp_path, {"a": "dua"})
    live = LiveIndex(tmp_path)
    path = tmp_path / newer / "documents.jsonl"
    whole = path.read_bytes()
    cut(path)
    assert live.current().name != newer
    path.write_bytes(whole)
    assert (live.current().name, live.damaged) == (newer, None)


def test_a_line_that_changed_behind_our_back_is_never_given(tmp_path: Path) -> None:
    older = publish(tmp_path, {"a": "4.584 orang"})
    newer = publish(tmp_path, {"a": "4.584 orang"})
    live = LiveIndex(tmp_path)
    held = live.current()
    flip(tmp_path / newer / "passages.jsonl", b"4.584", b"9.584")
    flip(tmp_path / newer / "documents.jsonl", b"4.584", b"9.584")
    assert live.current() is held  # nothing tells yet
    with pytest.raises(IndexCorrupt, match=r"passages\.jsonl"):
        held.passages[0]
    with pytest.raises(IndexCorrupt, match=r"documents\.jsonl"):
        held.document("a")
    assert live.instead_of(held).name == older
    assert (live.current().name, live.damaged) == (older, newer)


def test_without_another_version_what_is_whole_of_the_damaged_one_stays(tmp_path: Path) -> None:
    name = publish(tmp_path, {"a": "satu", "b": "dua"})
    live = LiveIndex(tmp_path)
    held = live.current()
    flip(tmp_path / name / "passages.jsonl", b"dua", b"tak")
    with pytest.raises(IndexCorrupt, match="no other"):
        live.instead_of(held)
    assert live.current().passages[0].text == "satu"
    assert live.damaged == name


def test_a_file_cut_short_under_a_running_process_does_not_end_it(tmp_path: Path) -> None:
    version = tmp_path / publish(tmp_path, {str(number): f"kata{number} lain" * 40 for number in range(600)})
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom rag.index.versions import OpenVersion\n"
        "folder = Path(sys.argv[1])\nopen_version = OpenVersion(folder)\n"
        "for path in folder.rglob('*'):\n    path.is_file() and os.truncate(path, 0)\n"
        "import numpy as np\n"
        "print(len(open_version.store.search(np.ones(256, np.float32), 5)[0]))\n"
        "print(open_version.lexical.score({term: 1.0 for term in open_version.lexical.vocabulary}).shape)\n"
        "from rag.errors import IndexCorrupt\n"
        "try:\n    open_version.passages[599]\nexcept IndexCorrupt:\n    print('named')\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(version)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split("\n")[:3]) == (0, ["5", "(600,)", "named"])


def test_nothing_is_pruned_while_the_current_version_is_damaged(tmp_path: Path) -> None:
    names = [publish(tmp_path, {"a": text}) for text in ("satu", "dua")]
    cut(tmp_path / names[1] / "passages.jsonl")
    with pytest.raises(IndexCorrupt):
        prune(tmp_path, keep=1)
    assert (tmp_path / names[0]).is_dir()
    assert current_name(tmp_path) == names[1]


def test_a_check_leaves_a_version_whose_damage_nothing_else_would_show(tmp_path: Path) -> None:
    older = publish(tmp_path, {"a": "4.584 orang"})
    newer = publish(tmp_path, {"a": "4.584 orang"})
    live = LiveIndex(tmp_path)
    assert live.check(1.0, threading.Event()) is None
    flip(tmp_path / newer / "documents.jsonl", b"4.584", b"9.584")
    assert live.check(1.0, threading.Event()) == str(tmp_path / newer / "documents.jsonl")
    assert (live.current().name, live.damaged) == (older, newer)


def test_a_lock_that_is_a_pipe_keeps_nobody(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "satu"})
    (tmp_path / ".lock").unlink()
    os.mkfifo(tmp_path / ".lock")
    assert not is_busy(tmp_path)


def blown_up(path: Path) -> None:
    """A terabyte of nothing behind what is there: to read it through would take an hour."""
    os.truncate(path, 10**12)


def closed(path: Path) -> None:
    path.chmod(0)


@pytest.mark.parametrize("how", [blown_up, closed])
@pytest.mark.parametrize("name", ["passages.jsonl", "vectors.faiss", "manifest.json"])
def test_a_file_that_cannot_be_read_through_is_damage_for_whoever_looks(name: str, how: Callable[[Path], None]) -> None:
    with TemporaryDirectory() as place, as_somebody_else(Path(place)):
        folder = Path(place) / "index"
        older = publish(folder, {"a": "4.584 orang"})
        newer = publish(folder, {"a": "4.585 orang"})
        how(folder / newer / name)
        assert LiveIndex(folder).current().name == older
        with pytest.raises(IndexCorrupt):
            verify(folder)
        with pytest.raises(IndexCorrupt):
            prune(folder, 1)
        assert len(list_versions(folder)) == 2
        assert base_of(folder).version.name == older  # type: ignore[union-attr]
        assert rollback(folder) == older
        assert prune(folder, 1) == ()


@contextmanager
def as_somebody_else(folder: Path) -> Iterator[None]:
    """The rights of files hold for everybody but root, who runs the tests in a container; `folder` is theirs then."""
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
