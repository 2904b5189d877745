from pathlib import Path

from web.public.assets import FOLDER, fingerprint


def test_the_fingerprint_changes_with_content_and_with_names(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("x")
    first = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == first
    (tmp_path / "a.css").write_text("y")
    second = fingerprint(tmp_path)
    (tmp_path / "a.css").rename(tmp_path / "b.css")
    assert len({first, second, fingerprint(tmp_path)}) == 3


def test_nothing_static_reaches_for_another_host() -> None:
    for path in FOLDER.rglob("*"):
        if path.suffix in {".css", ".js"}:
            assert "http" not in path.read_text("utf-8"), path.name
