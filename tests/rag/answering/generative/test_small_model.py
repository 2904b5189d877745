"""A real server and a real, very small model, which writes fluent gibberish and so makes a good liar.

A sample: `python -m tests.benchmarks.small_model` asks all gold questions with the real encoder and reader.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.answering.generative.answerer import GenerativeAnswerer
from rag.answering.guard.guard import Guard
from rag.documents.chunking import split
from rag.documents.loaders import load
from rag.errors import ModelUnavailable
from rag.models.chat.openai_api import Limits, OpenAIChat
from rag.questions.understanding import read
from rag.retrieval.evidence import Evidence
from rag.types import AnswerReady, Document, Hit, Language, Method, Question
from tests.rag.answering.fakes import AlikeEncoder, QuotesFirst
from tests.rag.answering.llama import KEY, MODEL, SmallModelMissing, serving_small_model
from tests.rag.answering.verification import unsupported

SEEDS = Path(__file__).parents[4] / "seeds"
QUESTIONS = 2  # of each language; some seconds each on one core
PASSAGES = 2

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    try:
        with serving_small_model() as address:
            yield address
    except SmallModelMissing as missing:
        pytest.skip(str(missing))


def documents() -> dict[str, Document]:
    loaded = (one for path in (SEEDS / "documents").glob("*.md") for one in load(path, path.name, 1 << 20))
    return {one.id: one for one in loaded if isinstance(one, Document)}


def questions(language: Language) -> list[tuple[Question, str]]:
    rows = (json.loads(line) for line in (SEEDS / f"gold/answerable.{language}.jsonl").read_text("utf-8").splitlines())
    return [(Question(row["question"], language), row["documents"][0]) for row in rows if row.get("documents")][
        :QUESTIONS
    ]


def test_the_server_wants_its_key(url):
    with pytest.raises(ModelUnavailable, match="401"):
        list(OpenAIChat(url, MODEL, "falsch", Limits(attempts=1)).stream([], 20))


@pytest.mark.parametrize("language", list(Language))
def test_no_number_or_name_of_a_lying_model_reaches_the_answer_unless_a_source_has_it(url, language):
    stored = documents()
    model = OpenAIChat(url, MODEL, KEY, Limits(tokens=40))
    answerer = GenerativeAnswerer(model, Guard(AlikeEncoder()), QuotesFirst(), timeout_s=30)
    asked = questions(language)
    assert len(asked) == QUESTIONS
    for question, document_id in asked:
        passages = split(stored[document_id], AlikeEncoder().count_tokens, 100)[:PASSAGES]
        evidence = Evidence(read(question), tuple(Hit(passage, 1.0, (Method.DENSE,)) for passage in passages))
        *_, last = answerer.answer(evidence, stored.__getitem__)
        assert isinstance(last, AnswerReady)
        assert unsupported(last.answer, stored.__getitem__) == ()
