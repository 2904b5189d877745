"""Exact match, F1, AUC, and risk against coverage, of everything that was said to the questions of a set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.models.reader import LIKELY
from rag.training.reader.measures import Outcome, auc, exact_match, f1_score, figures, normalised
from tests.benchmarks.reader.observing import Said, Seen

_RIGHT = 0.5  # F1 from which words are taken for the answer


@dataclass(frozen=True, slots=True)
class Way:
    """Figures of one way of answering; `f1` and `exact` are None for a way that never keeps silent.

    `span_*`, `around` (the sentence holds a right answer) and `document` (it is of a right document) are shares over
    the answerable questions.
    """

    questions: int
    answerable: int
    f1: float | None
    exact: float | None
    span_f1: float
    span_exact: float
    auc: float | None
    around: float
    document: float


@dataclass(frozen=True, slots=True)
class Risk:
    """Shares of all questions answered, and of the answers those with wrong words, and with none right around them."""

    answered: float
    wrong_words: float
    wrong_around: float


def way(seen: Sequence[Seen], name: str) -> Way:
    """Words count at probability .5, as in the closed figures, and against the right answer they fit best."""
    pairs = [(one, one.said[name]) for one in seen if name in one.said]
    outcomes = [_outcome(one, said) for one, said in pairs]
    able = [(one, said) for one, said in pairs if one.asked.answerable]
    found = figures(outcomes, LIKELY)
    decides = all(said.probability is not None for _, said in pairs)
    return Way(
        questions=len(pairs),
        answerable=len(able),
        f1=found.f1 if decides else None,
        exact=found.exact if decides else None,
        span_f1=found.span_f1,
        span_exact=found.span_exact,
        auc=auc([said.sure for _, said in able], [said.sure for one, said in pairs if not one.asked.answerable]),
        around=_share(able, holds_answer),
        document=_share(able, lambda one, said: said.document in one.asked.documents),
    )


def risk(seen: Sequence[Seen], name: str, least: float) -> Risk:
    """Of the answers given at the probability `least` or above."""
    pairs = [(one, one.said[name]) for one in seen if name in one.said]
    given = [(one, said) for one, said in pairs if (said.probability or 0.0) >= least]
    return Risk(
        len(given) / len(pairs) if pairs else 0.0,
        _share(given, lambda one, said: not _right(one, said)),
        _share(given, lambda one, said: not holds_answer(one, said)),
    )


def holds_answer(one: Seen, said: Said) -> bool:
    """Whether the words of a right answer stand together in the sentence; never for an unanswerable question."""
    text = f" {' '.join(normalised(said.around))} "
    return one.asked.answerable and any(f" {' '.join(normalised(answer))} " in text for answer in one.asked.answers)


def _right(one: Seen, said: Said) -> bool:
    return one.asked.answerable and f1_score(said.words, _nearest_truth(one, said)) >= _RIGHT


def _outcome(one: Seen, said: Said) -> Outcome:
    return Outcome(
        said.words, 1.0 if said.probability is None else said.probability, said.sure, _nearest_truth(one, said)
    )


def _nearest_truth(one: Seen, said: Said) -> str:
    """The right answer that what was said fits best; empty when there is none."""
    if not one.asked.answerable:
        return ""
    fit = [(exact_match(said.words, answer), f1_score(said.words, answer)) for answer in one.asked.answers]
    return one.asked.answers[fit.index(max(fit))]


def _share(pairs: Sequence[tuple[Seen, Said]], test: Callable[[Seen, Said], bool]) -> float:
    return sum(test(*pair) for pair in pairs) / len(pairs) if pairs else 0.0
