"""Sources and their runs come back as they were kept."""

from pathlib import Path

from rag.errors import Reason
from rag.library.records import Field
from rag.library.watching.records import Kind, Run, Seen, Trouble
from rag.library.watching.store import sources, sources_if_any


def test_a_run_comes_back_with_its_reasons_to_be_put_into_any_language(tmp_path: Path) -> None:
    inner = Reason("larger than %(limit)s MB", {"limit": 2.5})
    run = Run("2026-02-01T00:00:00.000+00:00", 1, 2, 3, 4, (Trouble("/a", Reason("%(why)s", {"why": inner, "n": 7})),))
    with sources(tmp_path) as store:
        source = store.add(Kind.FOLDER, "/srv", 60, {Field.TAGS: "a, b"}, "siti")
        store.note_run(source, run)
        assert store.last_run(source.id) == run
        assert store.one(source.id).said == {Field.TAGS: "a, b"}
        assert store.one(source.id).due_at > source.due_at


def test_what_was_seen_is_known_by_place_and_replaced(tmp_path: Path) -> None:
    first, second = Seen("/a", "1", at="x"), Seen("/a", "2", '"e"', "m", "ab", "a.html", "y")
    with sources(tmp_path) as store:
        store.note_seen(1, first)
        store.note_seen(1, second)
        store.note_seen(2, first)
        assert store.seen(1) == {"/a": second}


def test_looking_makes_no_library_where_there_is_none(tmp_path: Path) -> None:
    with sources_if_any(tmp_path / "library") as store:
        assert store.all() == ()
    assert not (tmp_path / "library").exists()
