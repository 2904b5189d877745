"""What a briefing is about, and how much a text is about it: words weigh by how few passages hold them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.facts import facts_of
from rag.index.lexical import LexicalIndex
from rag.questions.understanding import Query


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic or question; `weights` are those of the words that carry it, as the index has them, and sum up to 1."""

    query: Query
    weights: tuple[tuple[frozenset[str], float], ...]

    def share_in(self, *texts: str) -> float:
        """How much of its words, 0..1, the texts hold together."""
        held = frozenset().union(*(facts_of(text).terms for text in texts))
        return sum(weight for group, weight in self.weights if group & held)


def theme_of(query: Query, lexical: LexicalIndex) -> Theme:
    """Words that no passage holds count as the rarest."""
    rarity = [(group, _rarity(group, lexical)) for group in query.topic]
    total = sum(weight for _, weight in rarity)
    return Theme(query, tuple((group, weight / total) for group, weight in rarity) if total else ())


def share(themes: Sequence[Theme], *texts: str) -> float:
    """Of the theme that the texts hold most of, 0..1."""
    return max(theme.share_in(*texts) for theme in themes)


def _rarity(group: frozenset[str], lexical: LexicalIndex) -> float:
    held = max((lexical.frequency(term) for term in group), default=0)
    return math.log((len(lexical) + 1) / (held + 0.5))
