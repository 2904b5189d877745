import json
from pathlib import Path

import pytest

from rag.documents.apart import Job, Limits
from rag.errors import ClusterFailed
from rag.index.bulk import stages
from rag.index.bulk.stages import Bundle, Embedder, Making, bundles, groups
from tests.fakes import WordEncoder
from tests.rag.index.bulk.workers import text
from tests.rag.index.versions.builders import document

LIMITS = Limits()


def job(path: Path) -> Job:
    return Job(path, path.name, frozenset())


def test_groups_hold_every_file_once_and_in_order() -> None:
    jobs = [job(Path(f"/srv/berkas-{number}.txt")) for number in range(1000)]
    found = list(groups(jobs, LIMITS))
    assert [each for group in found for each in group.jobs] == jobs
    assert [group.first for group in found] == [sum(len(each.jobs) for each in found[:at]) for at in range(len(found))]
    assert max(len(group.jobs) for group in found) <= 256
    assert list(groups([], LIMITS)) == []


def test_a_new_file_leaves_most_groups_as_they_were() -> None:
    jobs = [job(Path(f"/srv/berkas-{number}.txt")) for number in range(2000)]
    before = {group.jobs for group in groups(jobs, LIMITS)}
    after = {group.jobs for group in groups([job(Path("/srv/baru.txt")), *jobs], LIMITS)}
    assert len(before - after) <= 2 < len(before)


def test_large_files_are_read_apart(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        path.write_bytes(b"")
        with path.open("r+b") as file:
            file.truncate(9_000_000)
    assert [len(group.jobs) for group in groups([job(path) for path in paths], LIMITS)] == [2, 1]


def test_bundles_hold_what_was_read_in_order_and_are_cut_by_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "_BUNDLE_CHARS", 3000)
    rows = [{"id": f"b{number}", "title": "J", "text": text(number)} for number in range(4)]
    (tmp_path / "k.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "x.txt").write_text("Isi berkas yang pendek.")
    (group,) = groups([job(tmp_path / "k.jsonl"), job(tmp_path / "x.txt")], LIMITS)
    found = list(bundles(group))
    assert [[each.id for each in bundle.documents] for bundle in found] == [["b0", "b1"], ["b2", "b3"], ["x.txt"]]
    assert [position for bundle in found for position, _ in bundle.items] == [0, 0, 0, 0, 0, 1, 1]


def test_what_ends_every_worker_ends_the_run_with_the_documents_named(tmp_path: Path) -> None:
    class Ends(WordEncoder):
        def encode_passages(self, *_: object) -> object:  # type: ignore[override]
            raise KeyboardInterrupt  # the nearest to a process that is gone

    embed = Embedder(Making(Ends, tmp_path, {"passage_tokens": 50}))
    bundle = Bundle(((0, document("a", "sawah")), (1, document("b", "ladang"))))
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            embed(bundle)
    with pytest.raises(ClusterFailed, match="from a to b"):
        embed(bundle)
