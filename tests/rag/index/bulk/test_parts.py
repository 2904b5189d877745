from pathlib import Path

import numpy as np
import pytest

from rag.index.bulk.parts import Parts
from rag.types import Passage


def passage(number: int) -> Passage:
    return Passage(f"d#{number}", "d", 0, 17, f"Teks {number}\nbaris kedua", "Judul")


def test_a_part_comes_back_document_by_document_row_by_row(tmp_path: Path) -> None:
    vectors = np.asarray([[1, 0], [0, 1], [0.6, 0.8]], np.float32)
    Parts(tmp_path).write("ab12", [[passage(0)], [], [passage(1), passage(2)]], vectors)
    part = Parts(tmp_path).read("ab12")
    assert part is not None
    assert [[each.id for each in document] for document in part.documents] == [["d#0"], [], ["d#1", "d#2"]]
    assert part.passages == (passage(0), passage(1), passage(2))
    assert part.vectors.tolist() == vectors.tolist()


def test_a_part_without_passages_is_there(tmp_path: Path) -> None:
    Parts(tmp_path).write("ab12", [[]], np.empty((0, 2), np.float32))
    part = Parts(tmp_path).read("ab12")
    assert part is not None
    assert (part.documents, len(part.vectors)) == (((),), 0)


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied"])
def test_a_damaged_part_is_none(tmp_path: Path, damage: str) -> None:
    Parts(tmp_path).write("ab12", [[passage(0)]], np.asarray([[1, 0]], np.float32))
    (path,) = tmp_path.glob("ab/*.npz")
    data = bytearray(path.read_bytes())
    at = data.index(b"baris kedua")
    data[at] ^= 1
    path.write_bytes({"cut": bytes(data[: len(data) // 2]), "changed": bytes(data), "emptied": b""}[damage])
    assert Parts(tmp_path).read("ab12") is None
    assert Parts(tmp_path).read("cd34") is None


def test_tries_are_counted_for_each_run(tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    assert [parts.tried(run, "ab12") for run in ("first", "first", "second", "first")] == [1, 2, 1, 3]


def test_nothing_is_left_when_parts_go(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "parts")
    parts.write("ab12", [[passage(0)]], np.asarray([[1, 0]], np.float32))
    parts.tried("run", "ab12")
    parts.remove()
    assert list(tmp_path.iterdir()) == []
