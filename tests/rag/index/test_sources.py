import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from rag.index.sources import PassedOver, SourceFile, find_sources


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def ids(*paths: Path) -> list[str]:
    return [found.document_id for found in find_sources(paths) if isinstance(found, SourceFile)]


def passed_over(*paths: Path) -> dict[str, tuple[str, bool]]:
    return {
        found.path.name: (str(found.reason), found.failed)
        for found in find_sources(paths)
        if isinstance(found, PassedOver)
    }


def test_ids_are_paths_relative_to_the_folder_given_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "sub/dua.md", "sub/satu.md", "a.txt")
    assert ids(tmp_path) == ["a.txt", "b.txt", "sub/dua.md", "sub/satu.md"]
    assert ids(tmp_path / "sub") == ["dua.md", "satu.md"]


def test_the_id_of_a_file_given_itself_is_its_name(tmp_path: Path) -> None:
    write(tmp_path, "sub/satu.md")
    assert ids(tmp_path / "sub" / "satu.md") == ["satu.md"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert ids(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_a_relative_path_and_an_absolute_one_have_the_same_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "docs/a.txt")
    monkeypatch.chdir(tmp_path)
    (relative,), (absolute,) = find_sources([Path("docs")]), find_sources([tmp_path / "docs"])
    assert relative.origin == absolute.origin
    assert relative.origin.path == tmp_path / "docs" / "a.txt"


def test_what_is_not_there_is_a_failure(tmp_path: Path) -> None:
    assert passed_over(tmp_path / "none.pdf") == {"none.pdf": ("there is no such file or folder: check the path", True)}


def test_hidden_and_lock_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".git/config", ".DS_Store", "~$surat.docx", "surat.docx")
    assert ids(tmp_path) == ["surat.docx"]
    assert passed_over(tmp_path).keys() == {".git", ".DS_Store", "~$surat.docx"}
    assert not any(failed for _, failed in passed_over(tmp_path).values())


def test_links_are_followed_to_files_of_the_folder_only(tmp_path: Path) -> None:
    write(tmp_path, "given/a.txt", "given/sub/b.txt", "secret.txt")
    (tmp_path / "given" / "inside.txt").symlink_to(tmp_path / "given" / "a.txt")
    (tmp_path / "given" / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "given" / "loop").symlink_to(tmp_path / "given")
    (tmp_path / "given" / "dangling.txt").symlink_to(tmp_path / "given" / "gone.txt")
    assert ids(tmp_path / "given") == ["a.txt", "inside.txt", "sub/b.txt"]
    assert passed_over(tmp_path / "given").keys() == {"outside.txt", "loop", "dangling.txt"}


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert passed_over(tmp_path) == {"pipe.txt": ("not a regular file", False)}


def test_a_name_that_is_no_utf8_gets_an_id_that_is(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x", "utf-8")
    assert ids(tmp_path) == ["caf\ufffd.txt"]


def test_a_link_to_itself_is_passed_over_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "z.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    assert ids(tmp_path) == ["a.txt", "z.txt"]
    told = ("a link that leads to itself", False)
    assert passed_over(tmp_path) == {"loop.txt": told, "one": told, "two": told}


def test_a_link_to_itself_that_is_given_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert passed_over(tmp_path / "loop") == {"loop": ("a link that leads to itself", True)}


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may read everything; whoever is root becomes nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("mode", [0o000, 0o444])  # closed; its names may be read, and nothing else
def test_what_may_not_be_read_is_named_and_the_others_are_read(mode: int) -> None:
    with TemporaryDirectory() as name:  # the folders of pytest are closed to others
        folder = Path(name)
        folder.chmod(0o755)
        write(folder, "a.txt", "closed/b.txt", "open/c.txt")
        (folder / "closed").chmod(mode)
        with as_somebody_else():
            assert ids(folder) == ["a.txt", "open/c.txt"]
            ((reason, failed),) = passed_over(folder).values()
            ((given, given_failed),) = passed_over(folder / "closed" / "b.txt").values()
        (folder / "closed").chmod(0o755)
    assert "permissions" in reason
    assert "permissions" in given
    assert failed
    assert given_failed


def test_folders_far_below_each_other_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    try:
        deepest = folder
        for _ in range(sys.getrecursionlimit() + 200):
            deepest = deepest / "a"
            deepest.mkdir()
        (deepest / "x.txt").write_text("Kopi.")
        (folder / "b.txt").write_text("Teh.")
        assert [found.path.name for found in find_sources([folder])] == ["x.txt", "b.txt"]
    finally:  # which neither pytest nor shutil can remove
        subprocess.run(["rm", "-rf", folder], check=True)
