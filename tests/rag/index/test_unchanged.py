"""What has not changed since it was read is not read again, and is told all the same."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from rag.documents.apart import Job, Limits, tracing
from rag.documents.loaders.tracing import Known, Line, Traced
from rag.index import plan
from rag.index.ingest import Means
from rag.index.removing import remove
from rag.index.report import Status
from tests.rag.index.test_ingest import FIRST, SECOND, THIRD, Desk, desk, lines, outcomes

__all__ = ["desk"]  # a fixture


class Read:
    """Names of the files that were read, and what came of them but known lines."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.items: list[Traced] = []

    @contextmanager
    def tracing(self, jobs: Sequence[Job], limits: Limits) -> Iterator[Iterator[Iterator[Traced]]]:
        self.files.extend(job.path.name for job in jobs)
        with tracing(jobs, limits) as files:
            yield (map(self._noted, file) for file in files)

    def _noted(self, item: Traced) -> Traced:
        self.items.append(item)
        return item

    @property
    def read_lines(self) -> list[int]:
        return [item.number for item in self.items if isinstance(item, Line)]

    @property
    def known_lines(self) -> list[int]:
        return [number for item in self.items if isinstance(item, Known) for number, _ in item.lines]


@pytest.fixture
def read(desk: Desk) -> Read:
    found = Read()
    desk.means = Means(found.tracing)
    return found


def again(read: Read) -> None:
    read.files.clear()
    read.items.clear()


def test_files_with_the_same_bytes_are_not_read_again(desk: Desk, read: Read) -> None:
    for name, text in (("satu.txt", FIRST), ("dua.txt", SECOND)):
        desk.write(name, text)
    desk.ingest()
    again(read)
    desk.write("satu.txt", FIRST)  # written anew, the same
    report = desk.ingest()
    assert (read.files, report.published) == ([], False)
    assert outcomes(report) == {"satu.txt": Status.UNCHANGED, "dua.txt": Status.UNCHANGED}
    assert [Path(result.source).name for result in report.results] == ["dua.txt", "satu.txt"]


def test_of_a_collection_only_lines_that_are_new_or_changed_are_read(desk: Desk, read: Read) -> None:
    one, two = {"id": "1", "text": FIRST}, {"id": "2", "text": SECOND}
    path = desk.write("k.jsonl", lines(one, two))
    desk.ingest(path)
    again(read)
    desk.write("k.jsonl", lines({"id": "0", "text": THIRD}, one, {"id": "2", "text": THIRD + " Itu benar."}))
    report = desk.ingest(path)
    assert (read.read_lines, read.known_lines) == ([1, 3], [2])
    assert outcomes(report) == {"0": Status.ADDED, "1": Status.UNCHANGED, "2": Status.UPDATED}
    assert [result.source for result in report.results] == [f"{path}:{number}" for number in (1, 2, 3)]
    again(read)
    assert not desk.ingest(path).published
    assert read.files == []


def test_a_bad_line_is_told_each_time_and_the_good_ones_are_not_read_again(desk: Desk, read: Read) -> None:
    path = desk.write("k.jsonl", lines({"id": "1", "text": FIRST}, "{bad"))
    for number in range(2):
        report = desk.ingest(path)
        assert (report.published, report.exit_status) == (number == 0, 3)
    assert (read.read_lines, read.known_lines) == ([1, 2, 2], [1])


def test_a_copy_is_read_after_all_when_the_original_is_gone(desk: Desk, read: Read) -> None:
    original = desk.write("asli.txt", FIRST)
    desk.write("salinan.txt", FIRST)
    desk.write("lain.txt", SECOND)
    desk.ingest()
    again(read)
    assert outcomes(desk.ingest())["salinan.txt"] is Status.DUPLICATE
    assert read.files == []
    original.unlink()
    report = desk.ingest()
    assert outcomes(report) == {
        "salinan.txt": Status.ADDED,
        "asli.txt": Status.REMOVED,
        "lain.txt": Status.UNCHANGED,
    }
    assert (read.files, desk.ids) == (["salinan.txt"], ["lain.txt", "salinan.txt"])


def test_a_line_that_was_removed_comes_back_and_the_others_are_not_read(desk: Desk, read: Read) -> None:
    path = desk.write("k.jsonl", lines({"id": "1", "text": FIRST}, {"id": "2", "text": SECOND}))
    desk.ingest(path)
    remove(["2"], desk.index)
    again(read)
    assert outcomes(desk.ingest(path)) == {"1": Status.UNCHANGED, "2": Status.ADDED}
    assert (read.read_lines, read.known_lines) == ([2], [1])


def test_other_rules_read_everything_again_and_say_so_in_a_new_version(
    desk: Desk, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("satu.txt", FIRST)
    desk.ingest()
    monkeypatch.setattr(plan, "reading_rules", lambda recognise: "of the next release")
    again(read)
    report = desk.ingest()
    assert (read.files, report.published, report.embedded) == (["satu.txt"], True, 0)
    again(read)
    assert (desk.ingest().published, read.files) == (False, [])


def test_a_version_of_an_earlier_release_is_replaced_by_one_that_says_what_was_read(desk: Desk, read: Read) -> None:
    desk.write("satu.txt", FIRST)
    name = desk.ingest().version or ""
    older(desk.index / name)
    again(read)
    report = desk.ingest()
    assert (read.files, report.published, report.embedded) == (["satu.txt"], True, 0)
    assert outcomes(report) == {"satu.txt": Status.UNCHANGED}
    again(read)
    assert (desk.ingest().published, read.files) == (False, [])


def older(version: Path) -> None:
    """As a release wrote it that kept no readings and no checksums, and an origin for each document."""
    manifest = json.loads((version / "manifest.json").read_text("utf-8"))
    origins = json.loads((version / "columns/origins.json").read_text("utf-8"))
    (version / "columns/origins.json").write_text(json.dumps([origins["known"][at] for at in origins["of"]]))
    for name in [each for each in manifest["files"] if each.startswith("readings/") or "_sums" in each]:
        (version / name).unlink()
        del manifest["files"][name]
    data = (version / "columns/origins.json").read_bytes()
    manifest["files"]["columns/origins.json"] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest["layout"] = 2
    (version / "manifest.json").write_text(json.dumps(manifest), "utf-8")
