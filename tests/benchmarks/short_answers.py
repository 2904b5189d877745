"""Fits how sure a short answer is, on the gold questions, cross-validated by question.

    python -m tests.benchmarks.short_answers --index build/gate [INDEX ...]

A short answer counts as right when it holds at least one of the required strings. Prints the logistic weights of
`ShortCalibration`, and for each threshold how many short answers are shown and how many of them are right. Questions of
the split "dev" are used, those that are answered; several indexes (of other texts with the same facts) give more to fit
on.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from rag.answering.extractive.confidence import Calibration, confidence
from rag.answering.extractive.short_answers import ShortCalibration, ahead_of_rivals, margin_of, short_answer
from rag.answering.extractive.thresholds import least_confidence
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.evaluation.metrics.answers import missing_groups
from rag.settings import Settings
from tests.benchmarks.confidence import Observer

_SHOW_ALL = ShortCalibration(bias=99.0)


@dataclass(frozen=True, slots=True)
class ShortObservation:
    """A short answer that could be shown."""

    question: str
    margin: float
    ahead: float
    right: bool


def observe(gold: Sequence[GoldQuestion], index: Path) -> Iterator[ShortObservation]:
    observer, least = Observer(Settings(index=index)), least_confidence()
    for question in track(gold, description=str(index)):
        query, scored = observer.scored(question)
        if not scored or confidence(scored, Calibration()) < least[question.language]:
            continue
        short = short_answer(query, scored, calibration=_SHOW_ALL).text
        if short is not None:
            right = len(missing_groups([short], question.expected)) < len(question.expected)
            yield ShortObservation(question.id, margin_of(scored), ahead_of_rivals(scored), right)


def report(seen: Sequence[ShortObservation]) -> None:
    features = np.array([(one.margin, one.ahead) for one in seen])
    labels = np.array([one.right for one in seen])
    model = LogisticRegression(max_iter=2000)
    groups = [one.question for one in seen]
    sure = cross_val_predict(model, features, labels, groups=groups, cv=GroupKFold(10), method="predict_proba")[:, 1]
    print(f"{len(seen)} short answers, right {labels.mean():.3f}; AUC {roc_auc_score(labels, sure):.3f}")
    model.fit(features, labels)
    margin, ahead = model.coef_[0]
    print(f"weights: bias {model.intercept_[0]:.2f}, margin {margin:.2f}, ahead {ahead:.2f}")
    for threshold in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        shown = sure >= threshold
        right = labels[shown].mean() if shown.any() else float("nan")
        print(f"from {threshold:.2f}: {shown.mean():.0%} shown, right {right:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, nargs="+", default=[Path("build/gate")])
    parser.add_argument("--gold", type=Path, default=Path("seeds/gold"))
    arguments = parser.parse_args()
    gold = [one for one in read_questions([arguments.gold]) if one.split == "dev" and one.expected]
    report([observation for index in arguments.index for observation in observe(gold, index)])


if __name__ == "__main__":
    main()
