import os
from pathlib import Path

import pytest

from rag.errors import IndexBusy, IndexCorrupt, IndexMissing
from rag.index.versions import OpenVersion, building, current_name, list_versions, prune, rollback, verify
from rag.index.versions.manifest import LAYOUT
from tests.rag.index.versions.builders import nearest, publish


def three(folder: Path) -> list[str]:
    """Oldest first."""
    return [publish(folder, {"a": text}) for text in ("satu", "dua", "tiga")]


def test_versions_are_listed_newest_first_with_the_current_one_marked(tmp_path: Path) -> None:
    names = three(tmp_path)
    listed = list_versions(tmp_path)
    assert [version.name for version in listed] == names[::-1]
    assert [version.current for version in listed] == [True, False, False]
    assert all(version.manifest is not None and version.manifest.passages == 1 for version in listed)


def test_a_folder_without_an_index_has_no_versions(tmp_path: Path) -> None:
    assert list_versions(tmp_path / "none") == ()


def test_rolling_back_makes_the_older_version_current(tmp_path: Path) -> None:
    names = three(tmp_path)
    assert rollback(tmp_path) == names[1]
    assert current_name(tmp_path) == names[1]
    assert rollback(tmp_path) == names[0]
    with pytest.raises(IndexMissing, match="older"):
        rollback(tmp_path)


def test_rolling_forward_again_is_by_name(tmp_path: Path) -> None:
    names = three(tmp_path)
    rollback(tmp_path)
    assert rollback(tmp_path, names[2]) == current_name(tmp_path) == names[2]


def test_rolling_back_passes_over_damaged_versions(tmp_path: Path) -> None:
    names = three(tmp_path)
    (tmp_path / names[1] / "passages.jsonl").write_bytes(b"{}")
    assert rollback(tmp_path) == current_name(tmp_path) == names[0]


def test_no_rolling_back_to_a_damaged_version(tmp_path: Path) -> None:
    names = three(tmp_path)
    for name in names[:2]:
        (tmp_path / name / "passages.jsonl").write_bytes(b"{}")
    with pytest.raises(IndexCorrupt, match=r"passages\.jsonl"):
        rollback(tmp_path, names[1])
    with pytest.raises(IndexMissing, match="whole"):
        rollback(tmp_path)
    assert current_name(tmp_path) == names[2]


@pytest.mark.parametrize("form", ["./{}", "../{folder}/{}", "{absolute}/{}", "{}/", ".", ".."])
def test_no_rolling_back_to_a_path(tmp_path: Path, form: str) -> None:
    names = three(tmp_path)
    with pytest.raises(IndexMissing, match="no index version"):
        rollback(tmp_path, form.format(names[0], folder=tmp_path.name, absolute=tmp_path))
    assert current_name(tmp_path) == names[2]


@pytest.mark.parametrize("name", ["passages.jsonl", "vectors.faiss", "columns/ids.json", "lexical/terms.json"])
def test_verifying_finds_one_changed_byte(tmp_path: Path, name: str) -> None:
    path = tmp_path / publish(tmp_path, {"a": "satu"}) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(IndexCorrupt, match=name):
        verify(tmp_path)


def test_verifying_finds_missing_and_foreign_files(tmp_path: Path) -> None:
    version = tmp_path / publish(tmp_path, {"a": "satu"})
    (version / "stray").write_text("x", "utf-8")
    with pytest.raises(IndexCorrupt, match="stray"):
        verify(tmp_path)
    (version / "stray").unlink()
    (version / "vectors.faiss").unlink()
    with pytest.raises(IndexCorrupt, match=r"vectors\.faiss"):
        verify(tmp_path)
    with pytest.raises(IndexCorrupt, match=r"vectors\.faiss"):
        OpenVersion(version)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"layout": 99}', '{"layout": 1, "files": {}}'])
def test_a_manifest_that_is_none_is_named(tmp_path: Path, content: str) -> None:
    version = tmp_path / publish(tmp_path, {"a": "satu"})
    (version / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(IndexCorrupt, match=str(version)):
        verify(tmp_path)
    assert list_versions(tmp_path)[0].manifest is None


def test_a_version_written_before_documents_held_blocks_opens(tmp_path: Path) -> None:
    manifest = tmp_path / publish(tmp_path, {"a": "satu"}) / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"layout": {LAYOUT}', '"layout": 1'), "utf-8")
    assert OpenVersion(manifest.parent).manifest.layout == 1


def test_verifying_a_version_there_is_not_says_so(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "satu"})
    with pytest.raises(IndexMissing, match="nope"):
        verify(tmp_path, "nope")


@pytest.mark.parametrize("content", ["", "\n", "../elsewhere", ".."])
def test_a_pointer_to_nowhere_is_refused(tmp_path: Path, content: str) -> None:
    publish(tmp_path, {"a": "satu"})
    (tmp_path / "CURRENT").write_text(content, "utf-8")
    with pytest.raises(IndexMissing, match="CURRENT"):
        current_name(tmp_path)


def test_pruning_keeps_the_newest_and_the_current(tmp_path: Path) -> None:
    names = three(tmp_path)
    rollback(tmp_path, names[0])
    assert prune(tmp_path, keep=1) == (names[1],)
    assert [version.name for version in list_versions(tmp_path)] == [names[2], names[0]]


def test_pruning_leaves_versions_that_are_held_open(tmp_path: Path) -> None:
    names = three(tmp_path)
    held = OpenVersion(tmp_path / names[0])
    assert [version.in_use for version in list_versions(tmp_path)] == [False, False, True]
    assert prune(tmp_path, keep=1) == (names[1],)
    assert nearest(held, "satu") == "satu"
    del held
    assert prune(tmp_path, keep=1) == (names[0],)


def test_pruning_everything_is_refused(tmp_path: Path) -> None:
    three(tmp_path)
    with pytest.raises(ValueError, match="at least one"):
        prune(tmp_path, keep=0)


def test_a_version_deleted_by_hand_still_answers_whoever_holds_it(tmp_path: Path) -> None:
    version = OpenVersion(tmp_path / publish(tmp_path, {"a": "satu\ndua"}))
    for path in sorted((tmp_path / version.name).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert nearest(version, "dua") == "dua"
    assert version.document("a") is not None
    assert version.lexical.search("dua", 1)[0].tolist() == [1]


def test_only_one_builds_at_a_time(tmp_path: Path) -> None:
    with building(tmp_path), pytest.raises(IndexBusy, match=str(tmp_path)), building(tmp_path):
        pass
    with building(tmp_path):
        pass


def test_a_build_sweeps_what_killed_ones_left(tmp_path: Path) -> None:
    for name in (".building-x", ".removing-20250101T000000-000000"):
        (tmp_path / name / "lexical").mkdir(parents=True)
        (tmp_path / name / "manifest.json").write_text("{}", "utf-8")
    (tmp_path / f".CURRENT-{os.getpid()}").write_text("x", "utf-8")
    (tmp_path / "README.md").write_text("stays", "utf-8")
    name = publish(tmp_path, {"a": "satu"})
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([".lock", name, "CURRENT", "README.md"])
