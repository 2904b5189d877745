from pathlib import Path
from threading import Event

import pytest

from rag.evaluation.background import BackgroundEvaluation
from rag.evaluation.run_store import fetch
from rag.settings import Settings
from rag.types import Answer, Question
from tests.rag.evaluation.fakes import FakePipeline, gold_question


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(gold_question("a").model_dump_json(exclude_defaults=True))
    return Settings(_env_file=None, gold=gold, evaluations=tmp_path / "runs", index=tmp_path)


def test_a_finished_run_is_kept_under_the_name_told(settings: Settings) -> None:
    evaluation = BackgroundEvaluation(settings)
    thread = evaluation.start(FakePipeline({"Pertanyaan a?"}))
    assert thread is not None
    thread.join(30)
    assert (evaluation.progress.running, evaluation.progress.done) == (False, 1)
    assert fetch(str(evaluation.progress.name), settings.evaluations).items[0].score.right


def test_a_second_start_while_one_runs_does_nothing(settings: Settings) -> None:
    waiting, may_answer = _Waiting(), Event()
    waiting.may_answer = may_answer
    evaluation = BackgroundEvaluation(settings)
    thread = evaluation.start(waiting)
    assert thread is not None
    assert evaluation.start(waiting) is None
    may_answer.set()
    thread.join(30)
    assert evaluation.progress.name


def test_an_index_without_a_version_is_told_as_the_problem(settings: Settings) -> None:
    evaluation = BackgroundEvaluation(settings)
    thread = evaluation.start(FakePipeline(set(), version=None))
    assert thread is not None
    thread.join(30)
    assert "rag ingest" in str(evaluation.progress.problem)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_after_an_unforeseen_error_the_next_run_can_start(settings: Settings) -> None:
    evaluation = BackgroundEvaluation(settings)
    thread = evaluation.start(_Broken(set()))
    assert thread is not None
    thread.join(30)
    assert evaluation.progress.problem == "unexpected error; see the log"
    again = evaluation.start(FakePipeline({"Pertanyaan a?"}))
    assert again is not None
    again.join(30)
    assert evaluation.progress.name


class _Waiting(FakePipeline):
    may_answer: Event

    def __init__(self) -> None:
        super().__init__({"Pertanyaan a?"})

    def answer(self, question: Question) -> Answer:
        assert self.may_answer.wait(10)
        return super().answer(question)


class _Broken(FakePipeline):
    def answer(self, question: Question) -> Answer:
        raise RuntimeError("a defect")
