"""What of a document was kept, and whether an answer is right."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from rag.evaluation.metrics.answers import forbidden_found, missing_groups
from rag.evaluation.normalise import contains, normalise
from rag.types import Outcome
from tests.benchmarks.structure.cases import Ask

_AROUND_WORDS = ".,;:!?()[]|\"'*-–•“”"


class Verdict(StrEnum):
    """What became of a question; a refusal where one is due is RIGHT."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED = "refused"
    NOT_READ = "not_read"  # the program does not know this kind of file


@dataclass(frozen=True, slots=True)
class Said:
    """What a person sees of an answer, as its documented JSON has it."""

    outcome: Outcome
    text: str = ""
    short_answer: str | None = None
    quotes: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()  # sentences that quote nothing: what was computed from a table
    confidence: float = 0.0

    @classmethod
    def of(cls, answer: dict[str, Any]) -> Self:
        quotes = tuple(citation["quote"] for citation in answer["citations"])
        caution = (
            1 if answer.get("tentative") else 0
        )  # the sentence before quotes that may not answer says nothing itself
        sentences = (sentence["text"] for sentence in answer["sentences"][caution:])
        own = tuple(text for text in sentences if not _quotes_any(text, quotes))
        outcome = Outcome(answer["outcome"])
        return cls(outcome, answer["text"], answer["short_answer"], quotes, own, answer["confidence"])

    @property
    def headline(self) -> str:
        """What a hurried person takes for the answer."""
        return self.short_answer or next(iter((*self.own_words, *self.quotes)), self.text)


def verdict(asked: Ask, answer: Said) -> Verdict:
    """WRONG is only what was answered; a refusal that was not due is REFUSED."""
    if answer.outcome in asked.outcomes and answer.outcome is not Outcome.ANSWERED:
        return Verdict.RIGHT
    if answer.outcome is not Outcome.ANSWERED:
        return Verdict.REFUSED
    said = Outcome.ANSWERED in asked.outcomes and _says(asked, answer)
    return Verdict.RIGHT if said else Verdict.WRONG


def kept_in_order(lines: Sequence[str], text: str) -> tuple[bool, ...]:
    """Which lines belong to the longest run of lines that stand in `text` in this order (Hunt & Szymanski 1977)."""
    words = _words(text)
    ends: list[int] = []  # ends[n]: the earliest word at which a chain of n + 1 lines can end
    chains: list[tuple[int, ...]] = []
    for number, line in enumerate(lines):
        for place in reversed(_places(_words(line), words)):
            length = bisect_left(ends, place)
            chain = (*(chains[length - 1] if length else ()), number)
            ends[length : length + 1] = [place]
            chains[length : length + 1] = [chain]
    kept = set(chains[-1]) if chains else set()
    return tuple(number in kept for number in range(len(lines)))


def stands_in(line: str, text: str) -> bool:
    """Whether the words of `line` stand in `text` side by side."""
    return bool(_places(_words(line), _words(text)))


def _says(asked: Ask, answer: Said) -> bool:
    """Whether everything asked for is shown and the headline is no other thing.

    A headline with the value asked for beside its neighbour is right when it shows a row or the terms of a sum; a list
    may not hold a stranger, nor a short answer a neighbour.
    """
    shown = [answer.short_answer or "", answer.text, *answer.quotes]
    if missing_groups(shown, asked.expected):
        return False
    held = len(missing_groups([answer.headline], asked.expected)) < len(asked.expected)
    barred = bool(forbidden_found([answer.headline], asked.forbidden))
    if answer.short_answer is not None:
        return held and not barred
    if answer.own_words and not held:
        return False
    return not barred or (held and len(asked.expected) == 1)


def _quotes_any(text: str, quotes: Sequence[str]) -> bool:
    words = normalise(text)
    return any(contains(words, normalise(quote)) for quote in quotes)


def _places(line: Sequence[str], text: Sequence[str]) -> list[int]:
    size = len(line)
    if not size:
        return []
    return [
        start for start in range(len(text) - size + 1) if text[start] == line[0] and text[start : start + size] == line
    ]


def _words(text: str) -> list[str]:
    plain = (word.strip(_AROUND_WORDS) for word in text.casefold().replace("’", "'").split())
    return [word for word in plain if word]
