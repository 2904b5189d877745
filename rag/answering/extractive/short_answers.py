"""The few words above the quotes, or none: a wrong headline is worse than no headline."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.answering.extractive.checks.exclusions import excepted
from rag.answering.extractive.checks.plausible import wanted_kind
from rag.answering.extractive.coverage import content_stems
from rag.answering.extractive.scoring import Scored
from rag.language.question_kinds import AnswerType
from rag.language.territories import territories_in
from rag.language.text import words

_LEAST = 0.85  # probability of being right from which a short answer is shown
_SURE = 12.0  # logits beyond which a margin says nothing more
_NEAR = 6.0  # logits beyond which a rival says nothing more
_ABOUT = 0.5  # share of the best sentence's coverage of the question that a rival has
_SAME = 0.5  # Jaccard similarity of words from which two spans say the same
# Not the comma of "1,5" and of "Ahmad, M.Si.".
_JOINED = re.compile(r"[;/\n]|,(?!\d)(?! ?(?:[A-Z]\w{0,3}\.)+)|\b(?:dan|serta|and|hingga)\b", re.IGNORECASE)
# What is answered with yes or no, or with one of two: spans of a sentence are neither.
_WHETHER = re.compile(
    r"^(?:(?:jadi|so|dan|and|lalu),? )?"
    r"(?:apakah (?!itu|saja)|apa (?:benar|ada|bisa|boleh|harus|perlu|sudah|masih|mereka|saya|kami|dia|ini) |benarkah|"
    r"bisa(?:kah)? |boleh(?:kah)? |adakah|haruskah|perlukah|"
    r"(?:is|are|was|were|do|does|did|can|could|may|must|should|has|have|will)(?:n['’]t)? )",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|,? (?:dan|and|serta|&)) (?:ke |to |di |in )?", re.IGNORECASE)
_OR_NOT = re.compile(r"\b(?:atau (?:tidak|bukan|belum)|or not)\b", re.IGNORECASE)
_OR = re.compile(r",? (?:atau|ataukah|or) (?:the |yang |di |in )?", re.IGNORECASE)
_WHICH_OF_TWO = re.compile(
    r"\b(?:lebih|mana|apakah|more|less|fewer|which|is|are|was|were|do|does|did)\b|^(?:di|in|from|dari) ", re.IGNORECASE
)
# Another question inside decides what is asked for: "Do you know how long it is?"
_ASKS_FOR = re.compile(
    r"\b(?:berapa|siapa|kapan|bagaimana|di ?mana|ke ?mana|nama|how|who|whom|when|where|what|why)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ShortCalibration:
    """Logistic weights for a short answer being right; fitted by tests/benchmarks/short_answers.py."""

    bias: float = 0.47
    margin: float = 0.18
    ahead: float = 0.27


def short_answer(
    question: str, scored: Sequence[Scored], several: bool, calibration: ShortCalibration | None = None
) -> str | None:
    """The reader's span in the best sentence where it is surely enough what was asked for; `scored` is best first.

    `several`: whether a list is asked for. One member of a list or of a table is no short answer to that.
    """
    short = read_in(scored[0]) if scored else None
    if not short or (several and not _JOINED.search(short)) or not _can_answer(question, short):
        return None
    if _of_several_places(question):
        return None
    best = scored[0].candidate
    if several and "\n" in best.text.strip() and "\n" not in short:
        return None
    at = best.text.find(short)
    if excepted(question, best.text, at, at + len(short)):
        return None
    sure = probability(margin_of(scored), ahead_of_rivals(scored), calibration or ShortCalibration())
    return short if sure >= _LEAST else None


def read_in(one: Scored) -> str | None:
    """What the reader found in a sentence, verbatim, if it prefers that over "no answer"."""
    if one.span is None or one.span.score <= 0:
        return None
    return one.candidate.hit.passage.text[one.span.start : one.span.end]


def probability(margin: float, ahead: float, calibration: ShortCalibration) -> float:
    """Of the short answer being right, 0..1."""
    return 1 / (1 + math.exp(-(calibration.bias + calibration.margin * margin + calibration.ahead * ahead)))


def margin_of(scored: Sequence[Scored]) -> float:
    """Logits of the best sentence's span over "no answer", -12..12; `scored` has a span in the first."""
    span = scored[0].span
    return max(-_SURE, min(_SURE, span.score if span else -_SURE))


def ahead_of_rivals(scored: Sequence[Scored]) -> float:
    """By how many logits that span is better read than the best one that says something else, -6..6.

    Sentences that hold less than half as much of the question are about something else and no rivals.
    """
    own, least = frozenset(words(_marked(scored[0]))), _ABOUT * scored[0].signals.context
    about = [one for one in scored[1:] if one.signals.context >= least]
    rivals = [min(_SURE, one.span.score) for one in about if one.span and not _alike(own, one)]
    return max(-_NEAR, min(_NEAR, margin_of(scored) - max(rivals, default=-_SURE)))


def _marked(one: Scored) -> str:
    """The reader's span, whether or not it prefers it over "no answer"."""
    return one.candidate.hit.passage.text[one.span.start : one.span.end] if one.span else ""


def _alike(own: frozenset[str], other: Scored) -> bool:
    said = frozenset(words(_marked(other)))
    return bool(own | said) and len(own & said) / len(own | said) >= _SAME


def _of_several_places(question: str) -> bool:
    """Whether a figure is wanted of each of several places ("ke Singapura dan Jepang"): one figure is half of that."""
    if wanted_kind(question) not in (AnswerType.NUMBER, AnswerType.PERCENTAGE, AnswerType.MONEY):
        return False
    places = territories_in(question)
    return any(_AND.fullmatch(question[a:b]) for (_, a), (b, _) in pairwise(places))


def _can_answer(question: str, short: str) -> bool:
    """No to "is it", and to "this or that" unless the short answer names one of them and not the other."""
    plain = " ".join(question.split())
    if _OR_NOT.search(plain):
        return False
    if _ASKS_FOR.search(plain):
        return True
    either = _OR.search(plain) if _WHICH_OF_TWO.search(plain) else None
    if either is None:
        return _WHETHER.match(plain) is None
    one, other = _ends_of(plain[: either.start()], plain[either.end() :])
    said = frozenset(content_stems(short))
    return bool(one & said) != bool(other & said)


def _ends_of(before: str, behind: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the two things between which "or" stands, the same number of words of each; shared ones left out."""
    second = re.split(r"[?,;.]", behind, maxsplit=1)[0].split()[:2]
    one = frozenset(content_stems(" ".join(before.rstrip(" ,").split()[-len(second) :]))) if second else frozenset()
    other = frozenset(content_stems(" ".join(second)))
    return (one - other) or one, (other - one) or other
