import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rag.answering.extractive.calibrated import FILE, read_calibrated
from rag.answering.extractive.thresholds import usual_thresholds
from rag.evaluation.calibrating.command import CalibrationOptions, run_calibration
from rag.models.reader import WEIGHTS, identity
from rag.settings import Settings
from rag.types import Answer, Language, Outcome, Question, Value
from tests.rag.evaluation.fakes import FakePipeline, gold_question


@dataclass(frozen=True, slots=True)
class Told:
    """What the pipeline says to one question."""

    sure: float
    right: bool = True
    short: float | None = None
    language: str = "id"


class SurePipeline(FakePipeline):
    """Answers as it is told, rightly or with another figure."""

    def __init__(self, told: dict[str, Told]) -> None:
        super().__init__({f"Pertanyaan {name}?" for name in told})
        self._told = {f"Pertanyaan {name}?": one for name, one in told.items()}

    def answer(self, question: Question) -> Answer:
        told = self._told[question.text]
        plain = super().answer(question)
        if not told.right:
            plain = replace(plain, sentences=(), citations=())
        short = Value("4.584 orang" if told.right else "385 orang") if told.short is not None else None
        return replace(plain, confidence=told.sure, short_answer=short, short_confidence=told.short)


def _told(**groups: tuple[int, Told]) -> dict[str, Told]:
    return {f"{name}{n}": one for name, (count, one) in groups.items() for n in range(count)}


def _calibrate(folder: Path, told: dict[str, Told], options: CalibrationOptions | None = None) -> tuple[str, int]:
    gold = folder / "gold.jsonl"
    rows = [gold_question(name, language=one.language).model_dump_json() for name, one in told.items()]
    gold.write_text("\n".join(rows))
    settings = Settings(_env_file=None, index=folder)
    return run_calibration([gold], SurePipeline(told), settings, usual_thresholds(), options or CalibrationOptions())


ENOUGH = _told(sure=(60, Told(0.9, short=0.95)), less=(40, Told(0.51, right=False, short=0.9)))


def test_the_thresholds_are_written_beside_the_index_and_told_with_what_they_promise(tmp_path: Path) -> None:
    text, status = _calibrate(tmp_path, ENOUGH)
    assert status == 0
    kept = read_calibrated(tmp_path)
    assert kept is not None
    assert kept.reader == identity(WEIGHTS)
    assert (kept.answers, kept.short_answers) == ({"id": 0.52}, {"id": 0.92})
    assert (kept.at_most, kept.confidence, kept.questions, kept.index_version) == (0.05, 0.95, 100, "v1")
    assert "shown from confidence 0.52: 60 shown, 0 of them wrong" in text
    assert "at most 5.0% of those shown are wrong (with 95.0% confidence; upper bound here 4.9%)" in text
    assert "so far, in Indonesian: from 0.48, 100 shown, 40 of them wrong" in text
    assert "No question was in English: nothing is promised there." in text
    assert "or about any single answer" in text


def test_json_holds_the_same(tmp_path: Path) -> None:
    found = json.loads(_calibrate(tmp_path, ENOUGH, CalibrationOptions(as_json=True))[0])
    answers, short = found["promises"]
    assert (answers["of"], answers["languages"], answers["chosen"]["least"]) == ("answers", ["id"], 0.52)
    assert (short["of"], short["chosen"]["shown"], short["failed"]["wrong"]) == ("short_answers", 60, 40)
    assert found["file"] == str(tmp_path / FILE)


def test_too_few_questions_promise_nothing_and_leave_what_was_written(tmp_path: Path) -> None:
    _calibrate(tmp_path, ENOUGH)
    before = (tmp_path / FILE).read_text()
    text, status = _calibrate(tmp_path, _told(few=(30, Told(0.9))))
    assert status == 1
    assert "too few were shown: it takes 59, and that only if none of them is wrong" in text
    assert "it would take about 59 of them (now 30)" in text
    assert "Nothing was written; what was in force stays." in text
    assert (tmp_path / FILE).read_text() == before


def test_each_language_is_calibrated_by_itself_only_where_both_have_enough(tmp_path: Path) -> None:
    indonesian, english = Told(0.9), Told(0.71, language="en")
    both = json.loads(
        _calibrate(tmp_path, _told(a=(118, indonesian), b=(118, english)), CalibrationOptions(as_json=True))[0]
    )
    assert [one["languages"] for one in both["promises"] if one["of"] == "answers"] == [["id"], ["en"]]
    few = json.loads(
        _calibrate(tmp_path, _told(a=(118, indonesian), b=(117, english)), CalibrationOptions(as_json=True))[0]
    )
    assert [one["languages"] for one in few["promises"] if one["of"] == "answers"] == [["id", "en"]]


def test_indonesian_words_for_an_indonesian_terminal(tmp_path: Path) -> None:
    text, _ = _calibrate(tmp_path, ENOUGH, CalibrationOptions(language=Language.INDONESIAN))
    assert "Jawaban (bahasa Indonesia)" in text or "Jawaban (Indonesia)" in text
    assert "shown" not in text
    assert "promise" not in text


def test_a_short_answer_to_what_has_no_answer_is_wrong(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    told = _told(sure=(60, Told(0.9, short=0.95)), trap=(5, Told(0.9, short=0.95)))
    rows = [gold_question(name, answerable=not name.startswith("trap")).model_dump_json() for name in told]
    gold.write_text("\n".join(rows))
    settings = Settings(_env_file=None, index=tmp_path)
    options = CalibrationOptions(as_json=True)
    text, status = run_calibration([gold], SurePipeline(told), settings, usual_thresholds(), options)
    assert status == 1
    assert [one["failed"]["wrong"] for one in json.loads(text)["promises"]] == [5, 5]


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.DECLINED])
def test_what_was_not_answered_is_not_counted_as_shown(tmp_path: Path, outcome: Outcome) -> None:
    class Silent(SurePipeline):
        def answer(self, question: Question) -> Answer:
            return Answer(question.text, Language.INDONESIAN, outcome)

    gold = tmp_path / "gold.jsonl"
    gold.write_text(gold_question("a").model_dump_json())
    settings = Settings(_env_file=None, index=tmp_path)
    options = CalibrationOptions(as_json=True)
    text, _ = run_calibration([gold], Silent({"a": Told(1.0)}), settings, usual_thresholds(), options)
    assert json.loads(text)["promises"][0]["before"][0]["shown"] == 0
