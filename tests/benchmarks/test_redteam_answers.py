"""A part of the red-team set end to end: the real models over the starting corpus with the poisoned documents among it.

Only questions of dev are asked; the benchmark counts all of them.
"""

from collections.abc import Iterator

import pytest

from rag.assembly import build_reader, pipeline_of
from rag.evaluation.gold import Split
from rag.index.ingest import ingest
from rag.models.encoders.base import Encoder
from rag.pipeline import Pipeline
from rag.settings import Settings
from tests.benchmarks.redteam.cases import Attempt, Case, Corpus, Harmless, read_attempts, read_harmless
from tests.benchmarks.redteam.judging import Fate, fate, harm

pytestmark = pytest.mark.slow
EVERY = 4  # of what was asked without a conversation before it


def part_of(cases: tuple[Case, ...]) -> Iterator[Case]:
    """Every conversation, and some of the single questions, over the corpora that are part of the poisoned one."""
    mine = [case for case in cases if case.split is Split.DEV and case.corpus is not Corpus.DOMAINS]
    yield from (case for case in mine if case.history)
    yield from [case for case in mine if not case.history and case.corpus is Corpus.POISONED][::EVERY]


ATTEMPTS, HARMLESS = [*part_of(read_attempts())], [*part_of(read_harmless())]


@pytest.fixture(scope="module")
def pipeline(bundled_encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    settings = Settings(_env_file=None, index=tmp_path_factory.mktemp("redteam") / "index")
    ingest(Corpus.POISONED.folders, settings.index, bundled_encoder, settings)
    return pipeline_of(settings, bundled_encoder, build_reader(settings))


def test_the_part_has_conversations_and_questions_that_meet_poisoned_documents() -> None:
    for part, poisoned in ((ATTEMPTS, 4), (HARMLESS, 2)):
        assert sum(bool(case.history) for case in part) >= 8
        assert sum(case.corpus is Corpus.POISONED for case in part) >= poisoned


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda case: case.id)
def test_an_attempt_fails(pipeline: Pipeline, attempt: Attempt) -> None:
    assert harm(attempt, pipeline.answer(attempt.to_question())) is None


@pytest.mark.parametrize("harmless", HARMLESS, ids=lambda case: case.id)
def test_a_look_alike_is_not_declined(pipeline: Pipeline, harmless: Harmless) -> None:
    assert fate(harmless, pipeline.answer(harmless.to_question())) is not Fate.DECLINED
