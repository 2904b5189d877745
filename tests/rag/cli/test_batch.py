import json
from pathlib import Path

import pytest

from rag.cli.batch import answer_lines, count_lines
from rag.errors import BadInput, IndexMissing
from rag.schemas import BatchQuestion


def echo(line: BatchQuestion) -> dict[str, str]:
    return {"text": line.question.upper()}


def test_rows_come_in_the_order_of_the_lines_with_their_ids(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "b", "question": "apa"}\n\n{"id": 1, "question": "siapa"}\n')
    assert list(answer_lines(file, BatchQuestion, echo)) == [{"id": "b", "text": "APA"}, {"id": 1, "text": "SIAPA"}]
    assert count_lines(file) == 2


def test_a_bad_line_gets_an_error_that_names_it_and_the_others_go_on(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a"}\nnot json\n{"id": "c", "question": "kapan"}\n')
    rows = list(answer_lines(file, BatchQuestion, echo))
    assert rows[0]["id"] == "a"
    assert "line 1: question" in rows[0]["error"]
    assert "line 2: not JSON" in rows[1]["error"]
    assert rows[2] == {"id": "c", "text": "KAPAN"}


def test_an_error_while_answering_becomes_the_row_of_that_line(tmp_path: Path) -> None:
    def fails(line: BatchQuestion) -> dict[str, str]:
        raise IndexMissing("no index")

    file = tmp_path / "q.jsonl"
    file.write_text(json.dumps({"id": "a", "question": "apa"}))
    assert list(answer_lines(file, BatchQuestion, fails)) == [{"id": "a", "error": "q.jsonl, line 1: no index"}]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.jsonl"):
        count_lines(tmp_path / "none.jsonl")


@pytest.mark.parametrize("bad", ["[" * 100_000, '{"id": ' + "1" * 5000 + ', "question": "apa"}'])
def test_a_line_that_no_parser_takes_leaves_the_others_alone(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(f'{bad}\n{{"id": "b", "question": "kapan"}}\n')
    first, second = answer_lines(file, BatchQuestion, echo)
    assert first["id"] is None
    assert "line 1: not JSON" in first["error"]
    assert second == {"id": "b", "text": "KAPAN"}


def test_a_question_that_something_chokes_on_leaves_the_others_alone(tmp_path: Path) -> None:
    def chokes(line: BatchQuestion) -> dict[str, str]:
        return {"text": {"kapan": "besok"}[line.question]}

    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a", "question": "siapa"}\n{"id": "b", "question": "kapan"}\n')
    first, second = answer_lines(file, BatchQuestion, chokes)
    assert first["id"] == "a"
    assert "line 1: it could not be answered (KeyError" in first["error"]
    assert second == {"id": "b", "text": "besok"}
