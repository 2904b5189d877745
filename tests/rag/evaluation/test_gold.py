import json
from pathlib import Path
from typing import Any

import pytest

from rag.errors import BadInput
from rag.evaluation.gold import Split, load_gold, make_question, unique
from rag.types import Language, Outcome, Turn

ROW: dict[str, Any] = {
    "id": "a-1",
    "question": "Berapa?",
    "language": "id",
    "kind": "number",
    "outcomes": ["answered"],
    "documents": ["d.md"],
    "expected": [["1", "satu"]],
}


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_row_becomes_a_question_with_its_history(tmp_path: Path) -> None:
    row = {**ROW, "history": [{"question": "Siapa?", "answer": "Dia."}], "split": "held"}
    [(where, question)] = load_gold(_file(tmp_path, json.dumps(row)))
    assert where.endswith("gold.jsonl, line 1")
    assert question.to_question().history == (Turn("Siapa?", "Dia."),)
    assert question.language is Language.INDONESIAN
    assert question.split is Split.HELD


def test_acceptable_outcomes_decide_what_must_happen() -> None:
    either = make_question({**ROW, "outcomes": ["answered", "not_found"]}, "here")
    refusal = make_question({**ROW, "outcomes": ["declined"], "documents": [], "expected": []}, "here")
    assert (either.answerable, either.must_answer, either.must_refuse) == (True, False, False)
    assert (refusal.answerable, refusal.must_answer, refusal.must_refuse) == (False, False, True)
    assert refusal.outcomes == (Outcome.DECLINED,)


def test_a_broken_line_is_named_with_file_and_line(tmp_path: Path) -> None:
    path = _file(tmp_path, json.dumps(ROW), "", "{oops")
    with pytest.raises(BadInput, match=r"gold\.jsonl, line 3: is not JSON"):
        list(load_gold(path))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"langauge": "id"}, "langauge"),
        ({"language": "jv"}, "language"),
        ({"outcomes": []}, "outcomes"),
        ({"documents": [], "expected": []}, "an answerable question needs"),
        ({"outcomes": ["not_found"]}, "must not be answered has neither"),
        ({"expected": [[]]}, "at least one alternative"),
        ({"expected": [[" "]]}, "none may be blank"),
    ],
)
def test_a_bad_field_is_named(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadInput, match=complaint):
        make_question({**ROW, **change}, "gold.jsonl, line 1")


def test_an_id_used_twice_names_both_places() -> None:
    question = make_question(ROW, "x")
    with pytest.raises(BadInput, match=r"b\.jsonl, line 2: the id 'a-1' is already used in a\.jsonl, line 1"):
        unique([("a.jsonl, line 1", question), ("b.jsonl, line 2", question)])


def test_a_file_in_another_encoding_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"id": "é"}'.encode("latin-1"))
    with pytest.raises(BadInput, match="save it as UTF-8"):
        list(load_gold(path))


def test_line_separators_inside_a_question_do_not_split_it(tmp_path: Path) -> None:
    row = json.dumps({**ROW, "question": "Apa\u2028itu?"}, ensure_ascii=False)
    [(_, question)] = load_gold(_file(tmp_path, row))
    assert question.question == "Apa\u2028itu?"
