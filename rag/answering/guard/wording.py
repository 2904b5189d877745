"""How well the words of a sentence are borne out by a source that is worded otherwise.

A logistic curve over what the lists and the embedding model say; fitted by tests/benchmarks/guard.py on sentences about
the starting corpus. It judges wording alone: amounts, dates, names, places, offices, denials and directions have rules
of their own, which no nearness outweighs.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from types import MappingProxyType

from rag.answering.guard.meaning import Meaning
from rag.answering.guard.support import Unit
from rag.answering.guard.terms import Kind, Term, all_keys, is_known, supported
from rag.types import Language

# Cosines of single words by multilingual-e5-small: below the first two words have nothing to do with each other.
_UNRELATED, _EQUAL = 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Wording:
    """All 0..1 but `near`; without a word to judge, everything counts as said."""

    near: float  # cosine of sentence and source
    own: float  # share of the words that the supporting sentence itself says, by the lists
    leaning: float  # the same, with what it leans on
    weakest: float  # cosine of the word least like any of the source
    softly: float  # share of the words said, where one not in the lists counts by its nearness
    contradicted: float  # share of the words that the lists have, with a meaning the source does not


@dataclass(frozen=True, slots=True)
class Curve:
    """Weights of `Wording`, in its order."""

    bias: float = -19.40
    weights: tuple[float, ...] = (10.34, 3.70, 1.72, 5.07, 4.78, -3.69)
    least: float = 0.5  # probability from which wording counts as borne out
    least_by_two: float = 0.75  # the same, by two sentences together

    def probability(self, wording: Wording) -> float:
        """That the source says it, 0..1."""
        said = sum(weight * value for weight, value in zip(self.weights, astuple(wording), strict=True))
        return _logistic(self.bias + said)


@dataclass(frozen=True, slots=True)
class Heard:
    """How sure a judge must be of a sentence: its logit as a probability, less where a rule objects."""

    bias: float
    margin: float  # weight of the judge's logit
    objected: float  # weight of the rules that object, however many
    least: float  # probability from which the sentence counts as borne out

    def bears_out(self, margin: float, *, objected: bool) -> bool:
        """For the judge's logit, and whether a rule objects."""
        return _logistic(self.bias + self.margin * margin + self.objected * objected) >= self.least


# Fitted on eight subjects held out in seeds/entailment and the split "held" of seeds/guard, where the curve over the
# wording had no weight beside the judge (docs/decisions/guard.md).
HEARD: Mapping[Language, Heard] = MappingProxyType(
    {
        Language.INDONESIAN: Heard(bias=0.71, margin=0.72, objected=0.0, least=0.86),
        Language.ENGLISH: Heard(bias=0.27, margin=0.71, objected=-0.31, least=0.82),
    }
)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


def wording(text: str, said: Sequence[Term], unit: Unit, meaning: Meaning) -> Wording:
    """What the words of `text`, whose terms are `said`, have in the unit."""
    near = meaning.nearness(text, unit.text)
    words = [term for term in said if term.kind is Kind.WORD]
    if not words:
        return Wording(near, 1.0, 1.0, 1.0, 1.0, 0.0)
    own = unit.keys
    leaning = own | all_keys(unit.before) | unit.topic
    missing = [term for term in words if not supported(term, leaning)]
    others = [term for term in unit.own if term.kind is Kind.WORD]
    alike = [meaning.nearest_word(term, others) for term in missing]
    borne = sum(min(1.0, max(0.0, (cosine - _UNRELATED) / (_EQUAL - _UNRELATED))) for cosine in alike)
    size = len(words)
    return Wording(
        near=near,
        own=sum(supported(term, own) for term in words) / size,
        leaning=(size - len(missing)) / size,
        weakest=min(alike, default=1.0),
        softly=(size - len(missing) + borne) / size,
        contradicted=sum(is_known(term) for term in missing) / size,
    )
