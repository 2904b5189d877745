"""Hand-made items, runs and a pipeline that answers from a dictionary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rag.errors import RagError
from rag.evaluation.gold import GoldQuestion, make_question
from rag.evaluation.run import Item, Run, RunInfo
from rag.evaluation.scoring import score_answer, score_retrieval
from rag.types import (
    Answer,
    Citation,
    Document,
    Framing,
    Hit,
    Language,
    Method,
    Outcome,
    Passage,
    Question,
    Sentence,
    Timings,
)

DOCUMENT = Document("d.md", "Data", "Ke Taiwan 4.584 orang. Ke Jepang 385 orang.")


def gold_question(name: str, *, answerable: bool = True, **changes: Any) -> GoldQuestion:
    row: dict[str, Any] = {
        "id": name,
        "question": f"Pertanyaan {name}?",
        "language": "id",
        "kind": "number" if answerable else "near_miss",
        "outcomes": ["answered"] if answerable else ["not_found"],
    }
    if answerable:
        row |= {"documents": ["d.md"], "expected": [["4.584"]]}
    return make_question({**row, **changes}, name)


def answer_json(outcome: str, text: str = "", confidence: float = 0.9, total_ms: float = 10.0) -> dict[str, Any]:
    quote = {
        "number": 1,
        "document_id": "d.md",
        "title": "Data",
        "quote": text,
        "start": 0,
        "end": len(text),
        "page": None,
    }
    return {
        "outcome": outcome,
        "text": f"{text} [1]" if outcome == "answered" else "Tidak ditemukan.",
        "short_answer": None,
        "citations": [quote] if outcome == "answered" else [],
        "confidence": confidence,
        "timings_ms": {"total": total_ms},
        "model": "extractive",
        "understood_as": None,
    }


def item(gold: GoldQuestion, answer: Mapping[str, Any], found: Sequence[str] = ("d.md",)) -> Item:
    evidence = tuple({"rank": rank, "document_id": name, "text": "Petikan."} for rank, name in enumerate(found, 1))
    retrieval = score_retrieval(found, gold.documents) if gold.documents else None
    score = score_answer(gold, answer, text_of={"d.md": DOCUMENT.text}.get)
    return Item(gold, answer, evidence, score, retrieval)


def right(name: str, **changes: Any) -> Item:
    return item(gold_question(name), answer_json("answered", "Ke Taiwan 4.584 orang.", **changes))


def wrong(name: str, **changes: Any) -> Item:
    return item(gold_question(name), answer_json("answered", "Ke Jepang 385 orang.", **changes), found=("e.md", "d.md"))


def refused(name: str, *, answerable: bool) -> Item:
    return item(gold_question(name, answerable=answerable), answer_json("not_found"))


def run(*items: Item) -> Run:
    info = RunInfo("2026-02-13T00:00:00+00:00", "0.1.0", "toy", "v1", 1, 1, {"index": "index"}, {"gold": "00"})
    return Run(info, items)


@dataclass(frozen=True, slots=True)
class FakeStatus:
    version: str | None
    documents: int = 1
    passages: int = 1
    model: str = "toy"


class FakePipeline:
    """Answers "Ke Taiwan 4.584 orang." to what is in `known`, refuses the rest, fails on what is in `broken`."""

    def __init__(self, known: set[str], broken: frozenset[str] = frozenset(), version: str | None = "v1") -> None:
        self.known, self.broken, self.version = known, broken, version

    def status(self) -> FakeStatus:
        return FakeStatus(self.version)

    def document(self, document_id: str) -> Document | None:
        return DOCUMENT if document_id == DOCUMENT.id else None

    def search(self, question: Question, limit: int) -> tuple[Hit, ...]:
        passage = Passage("d.md#0", "d.md", 0, 22, DOCUMENT.text[:22], "Data")
        return (Hit(passage, 1.0, (Method.DENSE,)),)

    def answer(self, question: Question) -> Answer:
        if question.text in self.broken:
            raise RagError("the model broke")
        timings = Timings(total=12.0)
        if question.text not in self.known:
            return Answer(question.text, Language.INDONESIAN, Outcome.NOT_FOUND, timings_ms=timings)
        citation = Citation(1, "d.md", "Data", DOCUMENT.text[:22], 0, 22)
        return Answer(
            question.text,
            Language.INDONESIAN,
            Outcome.ANSWERED,
            sentences=(Sentence(Framing.STATEMENT, (citation,), statement="Ke Taiwan 4.584 orang."),),
            citations=(citation,),
            confidence=0.9,
            timings_ms=timings,
        )
