"""What the words of an English question are called in Indonesian, for the lexical side of retrieval.

A probabilistic structured query (Darwish & Oard 2003): each English word becomes the Indonesian terms it is translated
by, weighted by how likely they are. The probabilities come from our own glossary and from `translations.json`, a table
learned by `rag.training.translation`; a word that neither holds may be a loan. docs/decisions/fusion.md tells more.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import Stemmer

from rag.language.function_words import ENGLISH, REQUESTS_EN
from rag.language.stems import terms
from rag.language.text import words
from rag.language.translation.abbreviations import ABBREVIATIONS
from rag.language.translation.cognates import cognates
from rag.language.translation.glossary import EVERYDAY, GLOSSARY

TABLE, CIVIC = "translations.json", "civic_words.txt"
# A word that the table translates may still stand in the text, in a name say, but seldom does.
AS_TYPED = 0.25
LOANED = 0.7
MEANT = 0.4
CIVIC_TOO = 0.3  # of what offices call a word that was learned to be called otherwise
WRITTEN_OUT = 0.5  # the words of an abbreviation are common ones, so none may weigh as much as the abbreviation

STOP_WORDS = ENGLISH | REQUESTS_EN - {"list"} | {"doing", "having", "s", "t"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")
_OTHER_MARKS = str.maketrans(".,", ",.")
_STEMMER = Stemmer.Stemmer("english")


def translated_terms(question: str, glossary: bool = True) -> dict[str, float]:
    """Weighted terms for an English question over Indonesian texts; names and unknown words stand as they are typed.

    Without `glossary` only the learned table translates.
    """
    weights: dict[str, float] = {}
    for word in words(question):
        if word not in STOP_WORDS:
            for term, weight in _term_weights(word, glossary).items():
                weights[term] = max(weight, weights.get(term, 0.0))
    return weights


def expanded_terms(question: str, typed: str = "") -> dict[str, float]:
    """Weighted terms for an Indonesian question besides its own words; `typed` as it was before it was spelled out.

    What its abbreviations stand for, abbreviations of its words, and what documents say for words of everyday use.
    """
    asked = words(question)
    said = {*asked, *words(typed)} & EVERYDAY.keys()
    weights = {term: MEANT for word in sorted(said) for term in terms(EVERYDAY[word])}
    if not _abbreviated().isdisjoint(asked):
        for short, long in ABBREVIATIONS.items():
            if _stands_in(short, asked):
                weights |= dict.fromkeys(terms(long), WRITTEN_OUT)
            elif _stands_in(long, asked):
                weights |= dict.fromkeys(terms(short), 1.0)
    return weights


@cache
def _abbreviated() -> frozenset[str]:
    """First words of the abbreviations and of what they stand for."""
    return frozenset(words(name)[0] for pair in ABBREVIATIONS.items() for name in pair)


def _stands_in(name: str, asked: Sequence[str]) -> bool:
    return f" {name} " in f" {' '.join(asked)} "


def likely_translations(word: str, least: float = 0.3, civic: bool = True) -> frozenset[str]:
    """The index terms that a lower-case English word is translated by with at least that probability.

    Without the `civic` words, which are wide enough to search by and too wide to compare by: a stall is no kiosk.
    """
    known = (_known(True) if civic else _without_civic()).get(english_stem(word), {})
    return frozenset(term for term, weight in known.items() if weight >= least)


def english_stem(word: str) -> str:
    """The form under which the table and the glossary hold a lower-case English word."""
    return str(_STEMMER.stemWord(word))


def _term_weights(word: str, glossary: bool) -> dict[str, float]:
    typed = dict.fromkeys(terms(word), 1.0)
    if _NUMBER.fullmatch(word):
        return typed | dict.fromkeys(terms(word.translate(_OTHER_MARKS)), 1.0)  # 4,584 is written 4.584
    known = _known(glossary).get(english_stem(word))
    if known is not None:
        return dict.fromkeys(typed, AS_TYPED) | known
    return {term: LOANED for loan in cognates(word) for term in terms(loan)} | typed


@cache
def _known(glossary: bool) -> dict[str, dict[str, float]]:
    learned: dict[str, dict[str, float]] = json.loads((files(__package__) / TABLE).read_text("utf-8"))
    if not glossary:
        return learned
    return learned | {word: _beside(learned.get(word), names) for word, names in _civic_words().items()} | _named()


@cache
def translated_words() -> frozenset[str]:
    """Stems of the English words that are known, and the Indonesian terms that they are translated by."""
    known = _known(True)
    return frozenset(known) | {term for translations in known.values() for term in translations}


@cache
def _without_civic() -> dict[str, dict[str, float]]:
    return _known(False) | _named()


@cache
def _named() -> dict[str, dict[str, float]]:
    return {english_stem(word): dict.fromkeys(terms(names), 1.0) for word, names in GLOSSARY.items()}


def _beside(learned: dict[str, float] | None, names: Sequence[str]) -> dict[str, float]:
    """What a word is called, beside what it was learned to be called, if anything was."""
    if learned is None:
        return dict.fromkeys(names, 1.0)
    return dict.fromkeys(names, CIVIC_TOO) | {
        term: max(weight, CIVIC_TOO * (term in names)) for term, weight in learned.items()
    }


def _civic_words() -> dict[str, list[str]]:
    """By the stem of the English word, the terms of all that it is called."""
    found: dict[str, list[str]] = {}
    for line in (files(__package__) / CIVIC).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, names = line.split(": ")
            found.setdefault(english_stem(word), []).extend(terms(names))
    return found
