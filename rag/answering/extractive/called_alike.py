"""What a text calls the things that a question names otherwise.

The English words of a table for those of an Indonesian question, "Weekend" for its Saturday, "Q3" for its third
quarter, "Senin-Kamis" for its Tuesday. A thing that the text calls as the question does is called nothing else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rag.answering.extractive.ordinals import ordinals_in, written_in
from rag.language.calendar_names import any_weekday, weekday_numbers
from rag.language.stems import carries_topic, stem
from rag.language.text import words
from rag.language.translation.cognates import cognates
from rag.language.translation.lookup import likely_translations
from rag.questions.understanding import Query
from rag.types import Language

Topic = tuple[frozenset[str], ...]

_LIKELY = 0.2  # probability from which a translation counts
_SHORTEST = 3  # letters of an English word that is looked up
_TEXTS = 1024  # whose words are remembered
_TO = r"\s*(?:[-–/]|s\.?/?d\.?|sampai|hingga|to|until|through)\s*"
_DAYS = re.compile(rf"\b(?P<first>{any_weekday()}){_TO}(?P<last>{any_weekday()})\b", re.IGNORECASE)
_SATURDAY = 5
_WEEK = (
    (re.compile(r"\bweekends?\b", re.IGNORECASE), ("weekend", "weekends"), range(_SATURDAY, 7)),
    (re.compile(r"\bakhir pekan\b", re.IGNORECASE), ("pekan",), range(_SATURDAY, 7)),
    (re.compile(r"\bweekdays?\b", re.IGNORECASE), ("weekday", "weekdays"), range(_SATURDAY)),
    (re.compile(r"\bhari kerja\b", re.IGNORECASE), ("kerja",), range(_SATURDAY)),
)


def topic_in(query: Query, topic: Topic, text: str, language: Language) -> Topic:
    """The groups of a `topic`, each with the index terms by which a text in a language names it."""
    known = _english(text) if language is Language.ENGLISH and query.language is Language.INDONESIAN else ()
    named = [*_of_days(query, text), *_of_ordinals(query, text)]
    if not known and not named:
        return topic
    return tuple(
        group.union(
            *(terms for own, terms in named if own in group), *({term} for term, meant in known if meant & group)
        )
        for group in topic
    )


def meant_by(text: str) -> frozenset[str]:
    """The Indonesian index terms that the words of an English text may stand for."""
    return frozenset().union(*(meant for _, meant in _english(text)))


@lru_cache(_TEXTS)
def _english(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Index terms of an English text with what they may be called in Indonesian."""
    found = sorted(word for word in set(words(text)) if word.isalpha() and len(word) >= _SHORTEST)
    return tuple((stem(word), meant) for word in found if carries_topic(word) and (meant := _called(word)))


def _called(word: str) -> frozenset[str]:
    known = likely_translations(word, _LIKELY)
    return known or frozenset(map(stem, cognates(word)))


def _of_days(query: Query, text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """For each day of the week in a question that a text does not name, what stands there for it."""
    numbers = weekday_numbers()
    counted = {one.kind for one in ordinals_in(query.text)}
    asked = [word for word in sorted(query.words) if word in numbers and word not in counted]
    if not asked:
        return
    ranges = [
        (match, numbers[match["first"].lower()], numbers[match["last"].lower()]) for match in _DAYS.finditer(text)
    ]
    alone = {numbers[word] for word in words(_DAYS.sub(" ", text)) if word in numbers}
    for word in asked:
        day = numbers[word]
        if day in alone:
            yield stem(word), _names_of(day)
            continue
        within = [match for match, first, last in ranges if first <= day <= last]
        spanned = (stem(match[end].lower()) for match in within for end in ("first", "last"))
        week = (term for pattern, terms, days in _WEEK if day in days and pattern.search(text) for term in terms)
        yield stem(word), frozenset((*spanned, *map(stem, week)))


def _names_of(day: int) -> frozenset[str]:
    return frozenset(stem(name) for name, number in weekday_numbers().items() if number == day)


def _of_ordinals(query: Query, text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """For the words by which a question counts to something, those by which a text counts to the same."""
    for one in ordinals_in(query.text):
        kinds, numbers = written_in(text, one)
        if numbers:
            yield stem(one.kind), frozenset(map(stem, kinds))
            yield stem(one.said), frozenset(map(stem, numbers))
