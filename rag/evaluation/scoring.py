"""One answer held against one gold question."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rag.evaluation.gold import GoldQuestion
from rag.evaluation.metrics.answers import (
    best_token_f1,
    citation_precision,
    citation_recall,
    forbidden_found,
    missing_groups,
    nugget_recall,
    quote_is_exact,
)
from rag.evaluation.metrics.retrieval import hit_at, ndcg_at, recall_at, reciprocal_rank
from rag.types import Outcome

AnswerJson = Mapping[str, Any]
TextOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer earned; None where the question or the answer does not allow the measure."""

    correct: bool  # an acceptable outcome, and if it answers: all required strings, no forbidden one
    refused: bool
    missing: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    nuggets: float | None
    right_document: bool | None
    citation_precision: float | None
    citation_recall: float | None
    quotes: int
    exact_quotes: int | None  # None when the documents were not at hand
    short_f1: float | None
    short_right: bool | None = None  # runs of before this measure have none

    @property
    def right(self) -> bool:
        """Correct, and where documents are expected one of them is cited."""
        return self.correct and self.right_document is not False


@dataclass(frozen=True, slots=True)
class RetrievalScore:
    """How well the passages found hold the expected documents."""

    hit_at_1: float
    hit_at_5: float
    reciprocal_rank: float
    ndcg_at_10: float
    recall_at_10: float


def score_answer(
    gold: GoldQuestion,
    answer: AnswerJson,
    acceptable_documents: Collection[str] | None = None,
    text_of: TextOf | None = None,
) -> Score:
    """Scores the JSON form of an answer; `acceptable_documents` replaces those of the gold question."""
    acceptable = gold.documents if acceptable_documents is None else acceptable_documents
    refused = answer["outcome"] != Outcome.ANSWERED
    texts = [answer["text"], answer.get("short_answer") or "", *(c["quote"] for c in answer["citations"])]
    missing = missing_groups(texts, gold.expected)
    forbidden = () if refused else forbidden_found([answer["text"]], gold.forbidden)
    acceptable_outcome = answer["outcome"] in gold.outcomes
    counts = not refused and gold.answerable
    cited = [citation["document_id"] for citation in answer["citations"]]
    quotes = [(citation["document_id"], citation["quote"]) for citation in answer["citations"]]
    return Score(
        correct=acceptable_outcome and not forbidden and (refused or not missing),
        refused=refused,
        missing=() if refused else missing,
        forbidden=forbidden,
        nuggets=nugget_recall(texts, gold.expected) if counts else None,
        right_document=any(document in acceptable for document in cited) if counts and acceptable else None,
        citation_precision=citation_precision(cited, acceptable) if counts and acceptable else None,
        citation_recall=citation_recall(quotes, gold.expected, acceptable) if counts and acceptable else None,
        quotes=len(quotes),
        exact_quotes=None if text_of is None else _exact_quotes(answer, text_of),
        short_f1=_short_f1(gold, answer) if counts else None,
        short_right=_short_right(gold, answer) if counts else None,
    )


def score_retrieval(documents: Sequence[str], acceptable: Collection[str]) -> RetrievalScore:
    """Scores the document ids of the passages found, best first; a document counts where it first occurs."""
    ranked = tuple(dict.fromkeys(documents))
    return RetrievalScore(
        hit_at_1=hit_at(ranked, acceptable, 1),
        hit_at_5=hit_at(ranked, acceptable, 5),
        reciprocal_rank=reciprocal_rank(ranked, acceptable, 10),
        ndcg_at_10=ndcg_at(ranked, dict.fromkeys(acceptable, 1.0), 10),
        recall_at_10=recall_at(ranked, acceptable, 10),
    )


def _exact_quotes(answer: AnswerJson, text_of: TextOf) -> int:
    return sum(
        quote_is_exact(text_of(citation["document_id"]), citation["start"], citation["end"], citation["quote"])
        for citation in answer["citations"]
    )


def _short_f1(gold: GoldQuestion, answer: AnswerJson) -> float | None:
    """Only where one group says what the shortest answer is; a list has no single span."""
    short = answer.get("short_answer")
    return best_token_f1(short, gold.expected[0]) if short and len(gold.expected) == 1 else None


def _short_right(gold: GoldQuestion, answer: AnswerJson) -> bool | None:
    """Whether the few words above the quotes hold a required string; None without such words or strings."""
    short = answer.get("short_answer")
    return len(missing_groups([short], gold.expected)) < len(gold.expected) if short and gold.expected else None
