import os
import pickle
import threading
from collections.abc import Sequence
from multiprocessing import Pipe
from pathlib import Path

import pytest

from rag.documents.apart import Job, Limits, reading, worker
from rag.documents.apart.pool import Pool
from rag.documents.apart.worker import _Child
from rag.errors import Reason, UnreadableDocument, UnsupportedFormat
from rag.types import Document

TEXT = "Pelatihan kerja dibuka untuk {} warga di tiap kecamatan."


def job(folder: Path, name: str, data: bytes | None = None) -> Job:
    path = folder / name
    path.write_bytes(TEXT.format(name).encode() if data is None else data)
    return Job(path, name)


def hanging(folder: Path, name: str) -> Job:
    """A pipe that nobody writes to: whoever opens it waits."""
    os.mkfifo(folder / name)
    return Job(folder / name, name)


def outcome(jobs: Sequence[Job], limits: Limits | None = None) -> list[list[str]]:
    """For each file the ids of its documents, or why there is none."""
    with reading(jobs, limits or Limits(seconds=30)) as files:
        return [[item.id if isinstance(item, Document) else str(item.reason) for item in file] for file in files]


def test_files_come_back_in_order_each_with_all_of_its_documents(tmp_path: Path) -> None:
    lines = "".join(f'{{"id": "k{number}", "text": "Kabar desa nomor {number}."}}\n' for number in range(300))
    jobs = [job(tmp_path, f"{number:02}.txt") for number in range(12)]
    jobs.insert(1, job(tmp_path, "banyak.jsonl", lines.encode()))
    found = outcome(jobs)
    assert found[1] == [f"k{number}" for number in range(300)]
    assert [ids for at, ids in enumerate(found) if at != 1] == [[f"{number:02}.txt"] for number in range(12)]


def test_a_file_that_hangs_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "a.txt"), hanging(tmp_path, "b.txt"), job(tmp_path, "c.txt")]
    first, second, third = outcome(jobs, Limits(seconds=1))
    assert (first, third) == (["a.txt"], ["c.txt"])
    assert "longer than 1 s" in second[0]
    assert "RAG_PARSE_SECONDS" in second[0]


def test_a_file_that_needs_too_much_memory_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    large = tmp_path / "besar.txt"
    with large.open("wb") as file:
        file.truncate(400_000_000)
    jobs = [job(tmp_path, "a.txt"), Job(large, "besar.txt"), job(tmp_path, "c.txt")]
    first, second, third = outcome(jobs, Limits(max_bytes=1_000_000_000, megabytes=200))
    assert (first, third) == (["a.txt"], ["c.txt"])
    assert "RAG_PARSE_MB" in second[0]


def test_a_lost_process_is_replaced(tmp_path: Path) -> None:
    pool = Pool([job(tmp_path, "a.txt"), job(tmp_path, "b.txt")], Limits(seconds=30))
    try:
        for process in pool.processes():
            process.kill()
            process.wait()
        found = [[item.id for item in file if isinstance(item, Document)] for file in pool.results()]
    finally:
        pool.close()
    assert found == [["a.txt"], ["b.txt"]]


def test_nothing_runs_on_when_the_reading_is_broken_off(tmp_path: Path) -> None:
    pool = Pool([hanging(tmp_path, "a.txt"), job(tmp_path, "b.txt")], Limits(seconds=60))
    files = pool.results()
    next(files)
    pool.start_reading()
    groups = [process.pid for process in pool.processes()]
    pool.close()
    for group in groups:
        with pytest.raises(ProcessLookupError):
            os.killpg(group, 0)


def test_no_files_need_no_process() -> None:
    assert Pool([], Limits()).processes() == []


@pytest.mark.parametrize("kind", [UnreadableDocument, UnsupportedFormat])
def test_an_error_comes_from_another_process_as_it_was(kind: type[UnreadableDocument]) -> None:
    error = pickle.loads(pickle.dumps(kind("a.pdf", "the %(what)s is damaged", what=Reason("workbook"))))
    assert (type(error), error.path) == (kind, "a.pdf")
    assert error.reason == Reason("the %(what)s is damaged", {"what": Reason("workbook")})
    assert str(error) == "a.pdf: the workbook is damaged"


def test_one_child_reads_small_files_up_to_a_number_and_a_size() -> None:
    ours, theirs = Pipe()
    with ours, theirs:
        child = _Child(0, ours)
        assert child.may_read(900_000)
        assert not _Child(0, ours, files=1, bytes=200_000).may_read(900_000)
        assert not _Child(0, ours, files=25).may_read(10)


def test_what_is_learnt_of_one_small_file_serves_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = Pipe()
    forked: list[int] = []
    fork = os.fork

    def counted() -> int:
        forked.append(1)
        return fork()

    monkeypatch.setattr(os, "fork", counted)
    for name in ("a.txt", "b.txt", "c.txt"):
        ours.send((job(tmp_path, name), Limits(seconds=30)))
    reader = threading.Thread(target=worker.serve, args=[theirs], daemon=True)
    reader.start()
    said = [ours.recv() for _ in range(6)]
    ours.close()
    assert [one.id for one in said[::2]] == ["a.txt", "b.txt", "c.txt"]
    assert (len(forked), [one.status for one in said[1::2]]) == (1, [0, 0, 0])
