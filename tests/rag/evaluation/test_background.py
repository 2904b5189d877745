import threading
from contextlib import nullcontext
from pathlib import Path
from threading import Event

import pytest

from rag.evaluation import background
from rag.evaluation.background import BackgroundEvaluation, End, Order
from rag.evaluation.importers import read_questions
from rag.evaluation.run_store import fetch
from rag.settings import Settings
from rag.types import Answer, Question
from tests.patience import PATIENCE_S
from tests.rag.evaluation.fakes import FakePipeline, gold_question


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(gold_question("a").model_dump_json(exclude_defaults=True))
    return Settings(_env_file=None, gold=gold, evaluations=tmp_path / "runs", index=tmp_path)


def start(evaluation: BackgroundEvaluation, pipeline: FakePipeline, settings: Settings, **more) -> threading.Thread:
    def read():
        return read_questions([settings.gold])

    def ended(*what) -> None:
        ends.append(what)

    assert evaluation.claim()
    return evaluation.start(Order(read, lambda: nullcontext((pipeline, settings)), ended, **more))


ends: list[tuple] = []


@pytest.fixture(autouse=True)
def no_ends() -> None:
    ends.clear()


def test_a_finished_run_is_kept_under_the_name_told(settings: Settings) -> None:
    evaluation = BackgroundEvaluation(settings)
    start(evaluation, FakePipeline({"Pertanyaan a?"}), settings).join(PATIENCE_S)
    progress = evaluation.progress
    assert (progress.running, progress.done) == (False, 1)
    assert fetch(str(progress.name), settings.evaluations).items[0].score.right
    assert ends == [(End.FINISHED, progress.name, "")]


def test_while_one_runs_the_place_is_taken(settings: Settings) -> None:
    waiting, may_answer = _Waiting(), Event()
    waiting.may_answer = may_answer
    evaluation = BackgroundEvaluation(settings)
    thread = start(evaluation, waiting, settings)
    assert not evaluation.claim()
    may_answer.set()
    thread.join(PATIENCE_S)
    assert evaluation.claim()


def test_a_run_waits_while_people_ask_but_not_for_ever(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "LONGEST_PAUSE_S", 0.3)
    looks: list[bool] = []

    def busy() -> bool:
        looks.append(True)
        return True

    evaluation = BackgroundEvaluation(settings)
    start(evaluation, FakePipeline({"Pertanyaan a?"}), settings, busy=busy).join(PATIENCE_S)
    assert 3 <= len(looks) <= 5
    assert evaluation.progress.name


def test_a_run_that_is_stopped_keeps_nothing(settings: Settings) -> None:
    waiting = _Waiting()
    waiting.may_answer = Event()
    evaluation = BackgroundEvaluation(settings)
    thread = start(evaluation, waiting, settings)
    evaluation.stop()
    waiting.may_answer.set()
    thread.join(PATIENCE_S)
    assert ends == [(End.STOPPED, None, "")]
    assert not settings.evaluations.exists()


def test_an_index_without_a_version_is_told_as_the_problem(settings: Settings) -> None:
    evaluation = BackgroundEvaluation(settings)
    start(evaluation, FakePipeline(set(), version=None), settings).join(PATIENCE_S)
    assert "rag ingest" in str(evaluation.progress.problem)


def test_after_an_unforeseen_error_the_next_run_can_start(settings: Settings) -> None:
    evaluation = BackgroundEvaluation(settings)
    start(evaluation, _Broken(set()), settings).join(PATIENCE_S)
    assert evaluation.progress.problem == "unexpected error; see the log"
    start(evaluation, FakePipeline({"Pertanyaan a?"}), settings).join(PATIENCE_S)
    assert evaluation.progress.name


class _Waiting(FakePipeline):
    may_answer: Event

    def __init__(self) -> None:
        super().__init__({"Pertanyaan a?"})

    def answer(self, question: Question) -> Answer:
        assert self.may_answer.wait(PATIENCE_S)
        return super().answer(question)


class _Broken(FakePipeline):
    def answer(self, question: Question) -> Answer:
        raise RuntimeError("a defect")
