"""What is told of a long ingest before it begins."""

import os
import time
from pathlib import Path

from rag.cli.estimating import estimated_minutes, new_megabytes, passage_seconds
from tests.fakes import WordEncoder


def test_all_files_are_new_without_an_index(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)
    assert new_megabytes([tmp_path], tmp_path / "index") == 2.0


def test_files_older_than_the_version_in_use_are_not_new(tmp_path: Path) -> None:
    files, index = tmp_path / "files", tmp_path / "index"
    files.mkdir()
    index.mkdir()
    (files / "a.txt").write_bytes(b"x" * 1_000_000)
    (index / "CURRENT").write_text("v1")
    later = time.time() + 60
    os.utime(index / "CURRENT", (later, later))
    assert new_megabytes([files], index) == 0.0
    os.utime(index / "CURRENT", (1.0, 1.0))
    assert new_megabytes([files], index) == 1.0


def test_reading_and_embedding_are_added() -> None:
    # 100 MB: 300 s of reading, and 80,000 passages of 6 ms are 480 s.
    assert estimated_minutes(100, 0.006) == 13
    assert estimated_minutes(0.1, 0.006) == 1


def test_a_passage_is_timed_among_eight() -> None:
    times = iter((10.0, 12.0))
    assert passage_seconds(WordEncoder(), lambda: next(times)) == 0.25
