"""The stretches of a passage that can support a sentence, each with what it says and what it leans on."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rag.answering.guard.names import Title
from rag.answering.guard.terms import Kind, Term, all_keys, raw_words, terms
from rag.language.text import is_list_item, sentence_spans
from rag.types import Passage

_REMEMBERED = 256  # passages; an answer asks about the same few again for each of its sentences
_GAP = 4  # characters of white space between a passage and the next
# Openings and words that make a sentence lean on the one before it.
_LEANS = re.compile(
    r"^(?:menurut (?:dia|nya)|selain itu|karena itu|oleh karena itu|meskipun begitu|meski demikian)\b|"
    r"\b(?:ia|dia|beliau|mereka|tersebut|itu|ini|he|she|it|they|this|these|such)\b|\b\w{4,}nya\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """`passage.text[start:end]`, a sentence or a list with its introduction.

    `own` is what it says, `before` what the sentence it leans on says, `topic` what the whole passage is about.
    """

    passage: Passage
    start: int
    end: int
    own: tuple[Term, ...]
    before: tuple[Term, ...]
    topic: frozenset[str]
    meant: tuple[Title, ...] = ()  # who is meant by an office or a pronoun, found by reference.py
    above: str = ""  # the sentence it leans on, the line that introduces its list

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def spoken(self) -> str:
        """What it says as a reader understands it, below what it leans on."""
        return f"{self.above} {self.text}" if self.above else self.text

    @property
    def keys(self) -> frozenset[str]:
        return all_keys(self.own)

    @property
    def words(self) -> tuple[str, ...]:
        return raw_words(self.text)


@lru_cache(_REMEMBERED)
def units(passage: Passage, lead_in: str = "") -> tuple[Unit, ...]:
    """Sentences, lists as a whole, and each item of a list together with the line that introduces it.

    `lead_in` is the line that introduces the list with which the passage begins.
    """
    spans = _spans(passage.text)
    analysed = {span: terms(passage.text[slice(*span)]) for span in dict.fromkeys(span for span, _ in spans)}
    topic = _topic(passage, [analysed[span] for span, _ in spans])
    introduction = lead_in
    found = []
    for span, leans_on in spans:
        above = passage.text[slice(*leans_on)] if leans_on else ""
        if is_list_item(passage.text[slice(*span)]):
            above = above or introduction
        else:
            introduction = ""
        before = terms(above) if above else ()
        found.append(Unit(passage, *span, analysed[span], before, topic, above=above))
    return tuple(found)


def joined(available: Sequence[Unit]) -> tuple[Unit, ...]:
    """Every two sentences that follow each other, as one."""
    return tuple(
        _joined(one, other)
        for one, other in pairwise(available)
        if one.passage is other.passage and one.end <= other.start <= one.end + _GAP
    )


def _joined(one: Unit, other: Unit) -> Unit:
    text = one.passage.text[one.start : other.end]
    meant = (*one.meant, *other.meant)
    return Unit(one.passage, one.start, other.end, terms(text), one.before, one.topic, meant, one.above)


def lead_in(passage: Passage, around: Sequence[Passage]) -> str:
    """The line that introduces the list with which the passage begins, when the passage before it is at hand."""
    if not is_list_item(passage.text):
        return ""
    for other in around:
        if other.document_id == passage.document_id and 0 <= passage.start - other.end <= _GAP:
            lines = [line for line in other.text.splitlines() if line.strip()]
            return next((line for line in reversed(lines) if not is_list_item(line)), "")
    return ""


def _spans(text: str) -> list[tuple[tuple[int, int], tuple[int, int] | None]]:
    """Each span with the one it leans on."""
    found: list[tuple[tuple[int, int], tuple[int, int] | None]] = []
    intro: tuple[int, int] | None = None
    previous: tuple[int, int] | None = None
    items: list[tuple[int, int]] = []
    for span in sentence_spans(text):
        sentence = text[slice(*span)]
        if is_list_item(sentence) and intro is not None:
            items.append(span)
            found.append((span, intro))
            continue
        if items and intro is not None:
            found.append(((intro[0], items[-1][1]), None))
        items, intro = [], span if sentence.endswith(":") else None
        found.append((span, previous if previous and _LEANS.search(sentence) else None))
        previous = span
    if items and intro is not None:
        found.append(((intro[0], items[-1][1]), None))
    return found


def _topic(passage: Passage, sentences: Sequence[Sequence[Term]]) -> frozenset[str]:
    """Places named in most sentences, and what title and heading name if the passage says it too.

    A title by itself supports nothing; it only tells which programme or meeting a passage goes on about.
    """
    counts = Counter(key for found in sentences for key in {k for t in found if t.kind is Kind.PLACE for k in t.keys})
    often = {key for key, count in counts.items() if count > max(1, len(sentences) / 2)}
    said = frozenset().union(*(all_keys(found) for found in sentences)) if sentences else frozenset()
    titles = all_keys(terms(passage.title)) | all_keys(terms(passage.heading or ""))
    return frozenset(often) | (titles & (said | all_keys(terms(passage.heading or ""))))
