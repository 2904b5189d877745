from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from rag.errors import IndexCorrupt
from rag.index import lexical, merging, postings
from rag.index.term_columns import open_terms, stored_postings

BEFORE = ["kopi teh", "teh teh gula", "kopi"]
Held = dict[str, list[tuple[int, int]]]


def held(folder: Path) -> Held:
    """Row and count of every passage with each term."""
    found = stored_postings(folder)
    assert found is not None
    (run,) = found.runs
    parts = {term: run.part(number, number + 1) for number, term in enumerate(found.vocabulary)}
    return {term: list(zip(part.rows.tolist(), part.counts.tolist(), strict=True)) for term, part in parts.items()}


def lengths(folder: Path) -> list[int]:
    found = stored_postings(folder)
    assert found is not None
    return found.lengths.tolist()


@pytest.fixture
def before(tmp_path: Path) -> Path:
    lexical.build(BEFORE, tmp_path / "before")
    return tmp_path / "before"


def extended(before: Path, kept: list[int], texts: Iterable[str]) -> Path:
    found = stored_postings(before)
    assert found is not None
    lexical.extend(found, np.array(kept, np.int64), texts, before.with_name("after"))
    return before.with_name("after")


def test_terms_are_counted_passage_by_passage(before: Path) -> None:
    assert held(before) == {"kopi": [(0, 1), (2, 1)], "teh": [(0, 1), (1, 2)], "gula": [(1, 1)]}
    assert lengths(before) == [2, 3, 1]


def test_kept_passages_come_first_and_new_ones_after_them(before: Path) -> None:
    after = extended(before, [0, 2], ["teh susu", "kopi kopi"])
    assert held(after) == {"kopi": [(0, 1), (1, 1), (3, 2)], "teh": [(0, 1), (2, 1)], "susu": [(2, 1)]}
    assert lengths(after) == [2, 1, 2, 2]


def test_with_all_kept_and_nothing_new_nothing_changes(before: Path) -> None:
    after = extended(before, [0, 1, 2], [])
    assert (held(after), lengths(after)) == (held(before), lengths(before))


def test_kept_passages_are_not_taken_apart_again(before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(postings, "terms", lambda text: seen.append(text) or text.split())
    extended(before, [0, 1, 2], ["susu"])
    assert seen == ["susu"]


def test_no_texts_hold_nothing(tmp_path: Path) -> None:
    lexical.build([], tmp_path / "before")
    assert held(tmp_path / "before") == {}
    assert held(extended(tmp_path / "before", [], ["teh"])) == {"teh": [(0, 1)]}


def test_runs_that_wait_on_the_disk_and_parts_of_few_terms_make_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = np.random.default_rng(7)
    texts = [" ".join(f"w{word}" for word in draws.zipf(1.4, 12) % 300) for _ in range(400)]
    kept = np.sort(draws.choice(300, 120, replace=False)).tolist()
    lexical.build(texts[:300], tmp_path / "one" / "before")
    extended(tmp_path / "one" / "before", kept, texts[300:])
    monkeypatch.setattr(postings, "_RUN", 100)
    monkeypatch.setattr(merging, "_AT_ONCE", 50)
    lexical.build(texts[:300], tmp_path / "two" / "before")
    extended(tmp_path / "two" / "before", kept, texts[300:])
    for file in sorted((tmp_path / "one").rglob("*")):
        other = tmp_path / "two" / file.relative_to(tmp_path / "one")
        assert other.is_dir() if file.is_dir() else other.read_bytes() == file.read_bytes()
    assert len(list((tmp_path / "two").rglob("*"))) == len(list((tmp_path / "one").rglob("*")))
    peaks = np.load(tmp_path / "one" / "after" / "peaks.npy")
    opened = open_terms(tmp_path / "one" / "after")
    highest = [float(opened.columns.of(number)[1].max()) for number in range(len(opened.vocabulary))]
    assert opened.most.tolist() == pytest.approx(highest)
    assert len(peaks) == len(opened.vocabulary)


@pytest.mark.parametrize("name", ["rows.npy", "counts.npy"])
@pytest.mark.parametrize("damage", ["changed", "cut"])
def test_postings_that_the_disk_has_changed_are_not_carried_over(before: Path, name: str, damage: str) -> None:
    data = (before / name).read_bytes()
    (before / name).write_bytes(data[:-1] + b"\x07" if damage == "changed" else data[:-2])
    with pytest.raises(IndexCorrupt):
        extended(before, [0, 2], ["teh"])
