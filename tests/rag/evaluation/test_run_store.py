from pathlib import Path

import pytest

from rag.errors import BadInput
from rag.evaluation.run_store import fetch, keep, list_runs
from tests.rag.evaluation.fakes import right, run, wrong


def test_a_kept_run_is_fetched_by_its_name(tmp_path: Path) -> None:
    made = run(right("a"))
    name = keep(made, tmp_path)
    assert name == "2026-02-13T00-00-00-00-00"
    assert fetch(name, tmp_path) == made


def test_two_runs_of_one_second_are_both_kept(tmp_path: Path) -> None:
    names = [keep(run(right("a")), tmp_path), keep(run(wrong("a")), tmp_path)]
    assert names[1] == f"{names[0]}-2"
    assert [listed.name for listed in list_runs(tmp_path)] == [names[1], names[0]]


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", ".hidden", "a\x00"])
def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="not the name of a run"):
        fetch(name, tmp_path / "inner")


def test_a_rewritten_run_is_listed_anew(tmp_path: Path) -> None:
    name = keep(run(right("a")), tmp_path)
    assert [listed.questions for listed in list_runs(tmp_path)] == [1]
    path = tmp_path / name / "run.json"
    keep(run(right("a"), right("b")), tmp_path / "other")
    path.write_bytes((tmp_path / "other" / name / "run.json").read_bytes())
    assert [listed.questions for listed in list_runs(tmp_path)] == [2]


def test_an_empty_or_missing_folder_lists_nothing(tmp_path: Path) -> None:
    assert list(list_runs(tmp_path / "gone")) == []
