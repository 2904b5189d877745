"""What the words of a question are called in the texts: what is searched for, and what an answer should be about."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.language.calendar_names import month_numbers
from rag.language.stems import STOP_TERMS, content_words, stem, terms
from rag.language.text import words
from rag.language.translation.abbreviations import ABBREVIATIONS
from rag.language.translation.lookup import expanded_terms, translated_terms
from rag.types import Language

_IN_MAY = re.compile(r"\b(?:in|of|until|since|by|for|during) May\b|\bMay (?=\d)")
_NOUN = re.compile(r"(?:ke|pe).{3,}an(?:nya)?")  # "kedalaman" says something, though its stem, "dalam", does not
_LIKELY = 0.08  # weight of a translation from which it counts


def search_terms(typed: str, text: str, language: Language, glossary: bool = True) -> dict[str, float]:
    """Weighted index terms: translated, or in standard spelling (`text`) besides the typed one."""
    if language is Language.ENGLISH:
        return translated_terms(typed, glossary)
    meant = expanded_terms(text, typed) if glossary else {}
    return meant | {term: 1.0 for term in (*terms(typed), *terms(text)) if term not in STOP_TERMS}


def whole_topic_of(text: str, language: Language, glossary: bool = True) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each word that carries the topic, groups of index terms; an Indonesian text that names it has one of each.

    An English word is looked up in the bilingual table; an Indonesian one stands for itself and its abbreviation. What
    an abbreviation stands for is named by all of its words: a "kartu" alone is no KTP.
    """
    groups = [_parts_of(word, language, glossary) for word in content_words(text)]
    if _IN_MAY.search(text):  # else a verb
        groups.append((month_terms("may"),))
    return tuple(dict.fromkeys(group for group in groups if group))


def topic_of(whole: Iterable[Iterable[frozenset[str]]]) -> tuple[frozenset[str], ...]:
    """The same, for each word the terms of all its groups together, any of which may name it."""
    return tuple(dict.fromkeys(frozenset().union(*parts) for parts in whole))


@lru_cache(maxsize=4096)  # one question asks for each of its words several times, and others for many of them again
def _parts_of(word: str, language: Language, glossary: bool) -> tuple[frozenset[str], ...]:
    long = [stem(part) for part in words(ABBREVIATIONS.get(word, ""))] if glossary else []
    parts = [term for term in long if term not in STOP_TERMS]
    if language is Language.ENGLISH or not parts:
        return tuple(group for group in [_named_by(word, language, glossary)] if group)
    return tuple(frozenset({stem(word), term}) for term in parts)


def _named_by(word: str, language: Language, glossary: bool) -> frozenset[str]:
    named = {*_likely(_others(word, language, glossary).items()), *terms(word), *month_terms(word)}
    own = terms(word) if _NOUN.fullmatch(word) else ()
    return frozenset(named - STOP_TERMS).union(own)


def month_terms(word: str) -> frozenset[str]:
    """What a month is called, whole and short, in either language; nothing for another word."""
    number = month_numbers().get(word)
    return frozenset(stem(name) for name, other in month_numbers().items() if number and other == number)


def _others(word: str, language: Language, glossary: bool) -> dict[str, float]:
    if language is Language.ENGLISH:
        return translated_terms(word, glossary)
    return expanded_terms(word) if glossary else {}


def _likely(weights: Iterable[tuple[str, float]]) -> Iterable[str]:
    return (term for term, weight in weights if weight >= _LIKELY)
