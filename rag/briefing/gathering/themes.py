"""What a briefing is about, and how much a text is about it: words weigh by how few passages hold them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.facts import facts_of
from rag.index.lexical import LexicalIndex
from rag.language.stems import terms
from rag.questions.understanding import Query
from rag.types import Document

_MENTIONS = 2  # of a word, from which a document is not about something else


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic or question; `weights` are those of the words that carry it, as the index has them, and sum up to 1."""

    query: Query
    weights: tuple[tuple[frozenset[str], float], ...]
    rarest: frozenset[str]  # the index terms of the word that fewest passages hold, of those that any does

    def share_in(self, *texts: str) -> float:
        """How much of its words, 0..1, the texts hold together."""
        held = frozenset().union(*(facts_of(text).terms for text in texts))
        return sum(weight for group, weight in self.weights if group & held)

    def is_told_by(self, document: Document) -> bool:
        """Whether a document is headed by the rarest word, or says it more than in passing."""
        heads = (document.text[heading.start : heading.end] for heading in document.headings)
        if any(facts_of(text).terms & self.rarest for text in (document.title, *heads)):
            return True
        return sum(term in self.rarest for term in terms(document.text)) >= _MENTIONS


def theme_of(query: Query, lexical: LexicalIndex) -> Theme:
    """Words that no passage holds count as the rarest."""
    held = [(group, max((lexical.frequency(term) for term in group), default=0)) for group in query.topic]
    rarity = [(group, math.log((len(lexical) + 1) / (passages + 0.5))) for group, passages in held]
    total = sum(weight for _, weight in rarity)
    known = [(passages, group) for group, passages in held if passages]
    rarest = min(known, key=lambda each: each[0], default=(0, frozenset[str]()))[1]
    return Theme(query, tuple((group, weight / total) for group, weight in rarity) if total else (), rarest)


def share(themes: Sequence[Theme], *texts: str) -> float:
    """Of the theme that the texts hold most of, 0..1."""
    return max(theme.share_in(*texts) for theme in themes)
