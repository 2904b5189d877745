from pathlib import Path

import pytest

from rag.errors import BadInput
from rag.evaluation.run import load_run, save_run
from tests.rag.evaluation.fakes import refused, right, run, wrong


def test_a_saved_run_comes_back_equal(tmp_path: Path) -> None:
    made = run(right("a"), wrong("b"), refused("c", answerable=False))
    save_run(made, tmp_path / "deep" / "run.json")
    assert load_run(tmp_path / "deep" / "run.json") == made


def test_saving_leaves_no_temporary_file(tmp_path: Path) -> None:
    save_run(run(right("a")), tmp_path / "run.json")
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


@pytest.mark.parametrize("text", ["", "[]", '{"format": 99}', '{"format": 1, "info": {}, "items": []}'])
def test_another_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(BadInput, match=r"other\.json"):
        load_run(path)


def test_a_missing_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such run"):
        load_run(tmp_path / "gone.json")


def test_a_folder_in_place_of_a_run_is_told_as_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        load_run(tmp_path)
