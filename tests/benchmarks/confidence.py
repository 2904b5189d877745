"""Fits the confidence of answers on the gold questions, cross-validated by question.

    python -m tests.benchmarks.confidence --index build/gate

Prints the AUC of answerable against unanswerable questions, the logistic weights of `Calibration`, and how many
unanswerable questions are refused at each share of answerable ones kept. Questions that a rule declines or refuses (no
question, a country or year that no source names) count as refused. Only questions of the split "dev" are used.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.confidence import clipped_margin, unsupported
from rag.answering.extractive.nearness import Nearness
from rag.answering.extractive.scoring import Scored, Scorer, Weights
from rag.assembly import build_encoder
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.index.versions import LiveIndex
from rag.models import bundled
from rag.models.encoders.caching import CachingEncoder
from rag.models.reader import load_reader
from rag.questions.refusing import refusal
from rag.questions.understanding import Query, Understanding, read
from rag.retrieval.retriever import Retriever
from rag.schemas import AskRequest, TurnIn
from rag.settings import Settings


@dataclass(frozen=True, slots=True)
class Observation:
    """One question: what its best sentence and its surest span say; None where a rule refuses it."""

    answerable: bool
    language: str
    signals: tuple[float, float, float] | None


class Observer:
    """Runs retrieval and scoring, without the decision."""

    def __init__(self, settings: Settings) -> None:
        encoder = build_encoder(settings)
        self._settings = settings
        self._retriever = Retriever(encoder)
        reader = load_reader(bundled.unpack(settings.cache), settings.cache, settings.backend, settings.threads)
        self._scorer, self._encoder = Scorer(reader), CachingEncoder(encoder)
        self._version = LiveIndex(settings.index, encoder.fingerprint).current()

    def __call__(self, gold: GoldQuestion) -> Observation:
        _, scored = self.scored(gold)
        signals = None
        if scored:
            signals = clipped_margin(scored), scored[0].signals.semantic, scored[0].signals.context
        return Observation(gold.answerable, gold.language, signals)

    def scored(self, gold: GoldQuestion) -> tuple[Query, tuple[Scored, ...]]:
        """The question understood and its sentences, best first; none where a rule refuses it."""
        history = [TurnIn(question=turn.question, answer=turn.answer) for turn in gold.history]
        question = AskRequest(question=gold.question, language=gold.language, history=history).to_question()
        if refusal(question.text, self._settings.max_question_chars):
            return read(question), ()
        query = Understanding(self._settings.max_question_chars).understand(question)
        evidence = self._retriever.retrieve(query, self._version, self._settings.passages_read)
        scored = self._scorer.score(query, candidates(evidence.hits, whole_tables=query.wants_list))
        scored = Nearness(self._encoder, query, evidence.vector, Weights().semantic).settled(scored)
        return query, () if unsupported(query, scored) else scored


def report(observations: Iterable[Observation]) -> None:
    seen = list(observations)
    judged = [one for one in seen if one.signals]
    ruled_out = sum(not one.answerable for one in seen if not one.signals)
    features = np.array([one.signals for one in judged])
    labels = np.array([one.answerable for one in judged])
    model = LogisticRegression(max_iter=2000)
    groups = np.arange(len(judged)) % 5
    sure = cross_val_predict(model, features, labels, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
    print(f"{len(seen)} questions; refused by rule: {ruled_out} unanswerable,", end=" ")
    print(f"{sum(one.answerable for one in seen if not one.signals)} answerable")
    print(f"AUC of the others: {roc_auc_score(labels, sure):.3f}")
    model.fit(features, labels)
    margin, semantic, context = model.coef_[0]
    print(
        f"weights: margin {margin:.2f}, semantic {semantic:.2f}, context {context:.2f}, bias {model.intercept_[0]:.2f}"
    )
    unanswerable = ruled_out + int((~labels).sum())
    for kept in (0.97, 0.95, 0.93, 0.9):
        threshold = float(np.quantile(sure[labels], 1 - kept))
        refused = (ruled_out + int((sure[~labels] < threshold).sum())) / unanswerable
        print(
            f"threshold {threshold:.2f}: {kept:.0%} of the answerable kept, {refused:.1%} of the unanswerable refused"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, default=Path("build/gate"))
    parser.add_argument("--gold", type=Path, default=Path("seeds/gold"))
    arguments = parser.parse_args()
    gold = [question for question in read_questions([arguments.gold]) if question.split == "dev"]
    observe = Observer(Settings(index=arguments.index))
    report([observe(question) for question in track(gold, description="Gold questions")])


if __name__ == "__main__":
    main()
