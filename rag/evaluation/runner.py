"""Puts gold questions to a pipeline and scores what comes back."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

from rag.errors import IndexMissing, RagError
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.run import Item, Run, RunInfo
from rag.evaluation.scoring import TextOf, score_answer, score_retrieval
from rag.schemas import answer_to_json, hit_to_json
from rag.settings import Settings
from rag.types import Answer, Document, Hit, Outcome, Question
from rag.wording.words import N_

EVIDENCE_LIMIT = 10
DOCUMENTS_KEPT = 256


class IndexFacts(Protocol):
    """What a pipeline's status tells; `version` is None while there is no index."""

    @property
    def version(self) -> str | None: ...

    @property
    def documents(self) -> int: ...

    @property
    def passages(self) -> int: ...

    @property
    def model(self) -> str: ...


class Answering(Protocol):
    """The part of a pipeline an evaluation needs."""

    def answer(self, question: Question) -> Answer: ...

    def search(self, question: Question, limit: int) -> Sequence[Hit]: ...

    def document(self, document_id: str) -> Document | None: ...

    def status(self) -> IndexFacts: ...


def run_gold(
    gold: Sequence[GoldQuestion],
    pipeline: Answering,
    settings: Settings,
    progress: Callable[[int], None] | None = None,
) -> Run:
    """Answers every question in order; `progress` gets the number done. A question that fails counts as wrong.

    Raises IndexMissing before the first question, so that an empty index is not mistaken for wrong answers.
    """
    status = pipeline.status()
    if status.version is None:
        raise IndexMissing(N_("%(index)s: there is no index to evaluate; run `rag ingest` first"), index=settings.index)
    text_of = _text_reader(pipeline)
    items = []
    for done, question in enumerate(gold, start=1):
        items.append(_run_one(question, pipeline, text_of))
        if progress:
            progress(done)
    return Run(describe(gold, settings, status), tuple(items))


def describe(gold: Sequence[GoldQuestion], settings: Settings, status: IndexFacts) -> RunInfo:
    """What a run is about to be made on; secrets are left out of the settings."""
    return RunInfo(
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        program=_program_version(),
        model=status.model,
        index_version=status.version,
        documents=status.documents,
        passages=status.passages,
        settings=settings.model_dump(mode="json", exclude=_private(settings)),
        hashes=_hashes(gold, settings.index, status.version),
    )


def _run_one(gold: GoldQuestion, pipeline: Answering, text_of: TextOf) -> Item:
    question = gold.to_question()
    try:
        answer = answer_to_json(pipeline.answer(question))
        evidence = _evidence(question, answer["understood_as"], pipeline)
    except RagError as error:
        return _failed(gold, str(error))
    retrieval = score_retrieval([hit["document_id"] for hit in evidence], gold.documents) if gold.documents else None
    return Item(gold, answer, evidence, score_answer(gold, answer, text_of=text_of), retrieval)


def _evidence(question: Question, understood_as: str | None, pipeline: Answering) -> tuple[dict[str, Any], ...]:
    standalone = Question(understood_as or question.text, question.language)
    hits = pipeline.search(standalone, EVIDENCE_LIMIT)
    return tuple(hit_to_json(hit, rank) for rank, hit in enumerate(hits, start=1))


def _failed(gold: GoldQuestion, reason: str) -> Item:
    nothing = {"outcome": Outcome.NOT_FOUND, "text": "", "short_answer": None, "citations": ()}
    score = score_answer(gold.model_copy(update={"outcomes": (Outcome.ANSWERED,)}), nothing)
    retrieval = score_retrieval([], gold.documents) if gold.documents else None
    return Item(gold, None, (), score, retrieval, reason)


def _text_reader(pipeline: Answering) -> TextOf:
    @lru_cache(maxsize=DOCUMENTS_KEPT)
    def text_of(document_id: str) -> str | None:
        document = pipeline.document(document_id)
        return document.text if document else None

    return text_of


def _hashes(gold: Sequence[GoldQuestion], index: Path, index_version: str | None) -> Mapping[str, str]:
    questions = json.dumps([question.model_dump(mode="json") for question in gold], ensure_ascii=False, sort_keys=True)
    hashes = {"gold": hashlib.sha256(questions.encode()).hexdigest()}
    manifest = index / (index_version or "") / "manifest.json"
    if manifest.is_file():
        hashes["index"] = hashlib.sha256(manifest.read_bytes()).hexdigest()
    return hashes


def _private(settings: Settings) -> set[str]:
    """Secrets, and the chat model's address, which may hold a password; answers name the model."""
    return {"chat_url"} | {name for name, value in settings if hasattr(value, "get_secret_value")}


def _program_version() -> str:
    try:
        return version("tanya-lampung")
    except PackageNotFoundError:
        return "unknown"
