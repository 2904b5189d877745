"""What a text names; worked out once for each text, however many questions are asked of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rag.language.dates import find_dates, years_in
from rag.language.events import events_in
from rag.language.grave import matters_in
from rag.language.quantities import find_quantities
from rag.language.stems import carries_topic, stem
from rag.language.territories import place_codes, territory_codes
from rag.language.text import words

_TEXTS = 16_384  # remembered; sentences and passages of what is asked about most


@dataclass(frozen=True)
class TextFacts:
    """Each fact is worked out when it is first asked for."""

    text: str

    @cached_property
    def territories(self) -> frozenset[str]:
        """Codes of the countries and provinces, and of those that a regency lies in."""
        return territory_codes(self.text)

    @cached_property
    def places(self) -> frozenset[str]:
        """Codes of all places, with the provinces they lie in."""
        return place_codes(self.text)

    @cached_property
    def years(self) -> frozenset[str]:
        """As written."""
        return frozenset(years_in(self.text))

    @cached_property
    def dated(self) -> frozenset[str]:
        """Years as written, and those in which a date lies that is written another way ("17/08/98")."""
        return self.years | {str(mention.first.year) for mention in find_dates(self.text)}

    @cached_property
    def events(self) -> frozenset[int]:
        """Numbers of the events that it has a word for."""
        return events_in(self.text)

    @cached_property
    def grave(self) -> frozenset[int]:
        """The grave matters that it has a word for."""
        return matters_in(self.text)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Values of its quantities, whatever they count."""
        return frozenset(one.value for one in find_quantities(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(words(self.text))

    @cached_property
    def terms(self) -> frozenset[str]:
        """As indexed."""
        return frozenset(map(stem, self.words))

    @cached_property
    def ordered_terms(self) -> tuple[str, ...]:
        """By the alphabet, so that those with one beginning stand together."""
        return tuple(sorted(self.terms))

    @cached_property
    def every_term(self) -> str:
        """All of them in one string, in which parts of words are found."""
        return " ".join(self.ordered_terms)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the words that carry the topic."""
        return frozenset(map(stem, filter(carries_topic, self.words)))


@lru_cache(_TEXTS)
def facts_of(text: str) -> TextFacts:
    """What `text` names."""
    return TextFacts(text)


@dataclass(frozen=True)
class Told:
    """What all the evidence names together; `texts` are its sentences, titles, headings and dates, each once."""

    texts: tuple[TextFacts, ...]

    @classmethod
    def by(cls, texts: Iterable[str]) -> "Told":
        return cls(tuple(facts_of(text) for text in dict.fromkeys(texts)))

    @cached_property
    def territories(self) -> frozenset[str]:
        return frozenset().union(*(one.territories for one in self.texts))

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset().union(*(one.places for one in self.texts))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(one.words for one in self.texts))

    @cached_property
    def dated(self) -> frozenset[str]:
        return frozenset().union(*(one.dated for one in self.texts))

    @cached_property
    def events(self) -> frozenset[int]:
        return frozenset().union(*(one.events for one in self.texts))
