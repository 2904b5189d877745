"""What columns are called, with the units that they give."""

import re
from functools import lru_cache

from rag.answering.extractive.facts import facts_of
from rag.language.text import words
from rag.language.units import MEASURES as MEASURED
from rag.language.units import SHARE

_UNIT_WORDS = {**MEASURED, **SHARE}
_SHORT = frozenset(_UNIT_WORDS.values())
_BRACKETED = re.compile(r"\(([^()]*)\)")
_TEXTS = 4096  # names of columns and words of questions that are remembered


def called_terms(name: str) -> frozenset[str]:
    """Index terms of what a column is called, and the units that it gives: "Luas (ha)", "Laki-laki %"."""
    return facts_of(name).terms | units_in(name)


@lru_cache(_TEXTS)
def units_in(text: str) -> frozenset[str]:
    """The units that stand in a text, written out, short or as a sign, each as "unit:km"; letters alone in brackets."""
    bracketed = " ".join(_BRACKETED.findall(text)).casefold().split()
    short = {word for word in bracketed if word in _SHORT}
    long = {_UNIT_WORDS[word] for word in words(text) if word in _UNIT_WORDS}
    return frozenset(f"unit:{unit}" for unit in (*short, *long, *(["%"] if "%" in text else [])))
