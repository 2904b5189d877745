"""The statements of seeds/worded, and what is counted of them."""

from pathlib import Path

import pytest

from rag.errors import BadInput
from rag.evaluation.importers import read_questions
from tests.benchmarks.worded.statements import Truth, read_worded


def test_every_statement_belongs_to_a_gold_question_that_was_read() -> None:
    questions = {each.id: each for each in read_questions([Path("seeds/domains/gold")])}
    for one in read_worded():
        assert questions[one.question].split == "dev"


def test_no_statement_is_both_true_and_false_of_a_question() -> None:
    said = [(one.question, one.text) for one in read_worded()]
    assert len(set(said)) == len(said)


def test_a_file_is_read_by_its_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# q-1\n= Ya.\n\nx number | 3 hari.\n~ Hujan.\n", "utf-8")
    assert [(one.question, one.text, one.truth) for one in read_worded(tmp_path)] == [
        ("q-1", "Ya.", Truth.TRUE),
        ("q-1", "3 hari.", Truth.FALSE),
        ("q-1", "Hujan.", Truth.BESIDE),
    ]


@pytest.mark.parametrize("line", ["= tanpa pertanyaan", "# q\nbukan apa-apa"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(line, "utf-8")
    with pytest.raises(BadInput, match=r"a\.txt, line"):
        read_worded(tmp_path)
