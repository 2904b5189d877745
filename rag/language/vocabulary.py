"""The words that the program knows, of both languages: one that is none of them is a name, a slip or a disguise."""

from functools import cache, lru_cache

from rag.language import function_words as fw
from rag.language.everyday_spellings import SPELLINGS
from rag.language.grave import words_for_matters
from rag.language.stems import stem
from rag.language.translation.lookup import english_stem, translated_words

# What is a word by itself, however short; other words have four letters at least.
_SMALL = fw.LIGHT_ID | fw.ASKING_ID | fw.ENGLISH | fw.ASKING_EN | fw.BE | fw.POLITE
SHORTEST = 4
_WORDS = 4096  # that are remembered


@lru_cache(_WORDS)
def is_word(word: str) -> bool:
    """Whether a lower-case word is Indonesian or English, by its stem."""
    if word in _SMALL:
        return len(word) > 1
    return len(word) >= SHORTEST and not {word, stem(word), english_stem(word)}.isdisjoint(_known())


@lru_cache(_WORDS)
def is_indonesian(word: str) -> bool:
    """Whether a lower-case word, or its stem, is known among those of Indonesian texts."""
    return not {word, stem(word)}.isdisjoint(_known())


@cache
def _known() -> frozenset[str]:
    everyday = (word for standard, typed in SPELLINGS.items() for word in (*standard.split(), *typed.split()))
    return translated_words() | words_for_matters() | {*everyday}
