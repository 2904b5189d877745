"""Which of the documents that were found are about a topic: those that have its words.

The words of an English topic are looked for as they are translated. The table that translates them is a learned one
and has no word for some, so that what the encoder finds near counts as well there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.language.stems import content_words, terms
from rag.language.text import words
from rag.language.translation.lookup import english_stem, translated_terms
from rag.questions.understanding import Query
from rag.retrieval.evidence import Evidence
from rag.types import Hit, Language

_MOST_WORDS = 0.75  # share of the topic's words that a text about it has: 1 of 1, 2 of 2, 3 of 3, 3 of 4
_HALF = 0.5
_NEAR, _NEAREST = 0.815, 0.835  # cosines from which an English topic needs half of its words, and none


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word of a topic: the terms that may name it, with how likely each does; `english` is its English stem."""

    weights: tuple[tuple[str, float], ...]
    english: str | None = None

    def stands_in(self, told: "Told") -> bool:
        """One of the terms of an Indonesian word; of an English one what most likely translates it, or itself."""
        if self.english is None:
            return any(term in told.terms for term, _ in self.weights)
        if self.english in told.english:
            return True
        whole = sum(weight for _, weight in self.weights)
        return sum(weight for term, weight in self.weights if term in told.terms) > _HALF * whole


class Told:
    """What texts say, as terms and as stems of English words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        self.terms = frozenset(term for text in self.texts for term in terms(text))

    @cached_property
    def english(self) -> frozenset[str]:
        return frozenset(english_stem(word) for text in self.texts for word in words(text))


@dataclass(frozen=True, slots=True)
class Found:
    """A document and the shares, 0..1, of the topic's words that its title and publisher, and its passages, have."""

    id: str
    in_title: float
    in_text: float
    near: bool = False  # in meaning, whatever its words

    @property
    def is_named(self) -> bool:
        return self.in_title >= _MOST_WORDS

    @property
    def is_about(self) -> bool:
        return self.is_named or self.near or self.in_text >= _MOST_WORDS


def topic_words(query: Query) -> tuple[TopicWord, ...]:
    """The words that carry a topic."""
    if query.language is Language.INDONESIAN:
        return tuple(TopicWord(tuple((term, 1.0) for term in sorted(group))) for group in query.topic)
    return tuple(_english(word) for word in dict.fromkeys(content_words(query.text)))


def found_about(part: Evidence) -> tuple[Found, ...]:
    """Of every document among the hits, in the order in which they were found."""
    by_document: dict[str, list[Hit]] = {}
    for hit in part.hits:
        by_document.setdefault(hit.passage.document_id, []).append(hit)
    asked = topic_words(part.query)
    return tuple(_found(part.query, asked, document_id, hits) for document_id, hits in by_document.items())


def about(part: Evidence) -> tuple[str, ...]:
    """Those that the title tells, else those that a passage does."""
    found = found_about(part)
    named = [one.id for one in found if one.is_named]
    return tuple(named or [one.id for one in found if one.is_about])


def share_of(asked: Sequence[TopicWord], texts: Iterable[str]) -> float:
    """Share, 0..1, of the words that stands in the texts; 1 when nothing is asked."""
    told = Told(texts)
    return sum(word.stands_in(told) for word in asked) / len(asked) if asked else 1.0


def told_around(hits: Sequence[Hit], document_id: str, start: int) -> tuple[str, ...]:
    """Title, headings and words of the passage that holds a place of a document."""
    passages = (hit.passage for hit in hits if hit.passage.document_id == document_id)
    held = next((one for one in passages if one.start <= start < one.end), None)
    return (held.title, *held.headings, held.text) if held else ()


def _english(word: str) -> TopicWord:
    typed = frozenset(terms(word))
    translated: Mapping[str, float] = {
        term: weight for term, weight in translated_terms(word).items() if term not in typed
    }
    return TopicWord(tuple(translated.items()), english_stem(word))


def _found(query: Query, asked: Sequence[TopicWord], document_id: str, hits: Sequence[Hit]) -> Found:
    first = hits[0].passage
    head = f"{first.title} {first.publisher or ''}"
    texts = [f"{head} {' '.join(hit.passage.headings)} {hit.passage.text}" for hit in hits]
    if not asked or not _has_names(query, texts):
        return Found(document_id, 0.0, 0.0)
    in_text = max(_share(asked, text) for text in texts)
    return Found(document_id, _share(asked, head), in_text, _is_near(query, hits, in_text))


def _is_near(query: Query, hits: Sequence[Hit], in_text: float) -> bool:
    """Of an English topic; names would make everything near that has them."""
    if query.language is Language.INDONESIAN or query.places or query.names:
        return False
    nearest = max(hit.similarity or 0.0 for hit in hits)
    return nearest >= _NEAREST or (nearest >= _NEAR and in_text >= _HALF)


def _has_names(query: Query, texts: Sequence[str]) -> bool:
    """A text about another place, year or name has the other words of the topic, too."""
    told = frozenset(term for text in texts for term in terms(text))
    named = [frozenset(terms(word)) for place in query.places for word in place.words]
    named += [name.any_term for name in query.names] + [frozenset({year}) for year in query.years]
    return all(group & told for group in named)


def _share(asked: Sequence[TopicWord], text: str) -> float:
    told = Told((text,))
    return sum(word.stands_in(told) for word in asked) / len(asked)
