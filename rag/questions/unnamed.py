"""A question without the names in it: what is to be told, whoever it is told of.

A passage seldom repeats what its whole document is about: below the title "Vaksinasi rabies di Sukamaju" it says how
many animals were vaccinated, and not where.
"""

import re
from collections.abc import Iterable

from rag.language.function_words import PREPOSITIONS_ID
from rag.language.patterns import any_of
from rag.language.stems import carries_topic
from rag.language.text import words
from rag.language.translation.abbreviations import ABBREVIATIONS
from rag.questions.names import Name

_LOOSE = re.compile(r"\s+(?=[?!.,;])")
_FEWEST = 2  # words about the matter that must be left


def without_names(text: str, names: Iterable[Name], places: Iterable[str]) -> str | None:
    """An Indonesian text without its names and places, and the prepositions before them.

    None where there are none, or little else. What an everyday abbreviation stands for ("KTP", "SIM") is a thing, and
    no name.
    """
    called = [*(name.text for name in names if not name.text[:1].isdigit()), *places]
    parts = frozenset(word for each in called for word in words(each)) - ABBREVIATIONS.keys()
    if not parts:
        return None
    named = rf"(?:\b{any_of(PREPOSITIONS_ID)}\s+)?(?:\b{any_of(parts)}\b\s*)+"
    rest = _LOOSE.sub("", re.sub(named, "", text, flags=re.IGNORECASE)).strip()
    told = sum(map(carries_topic, words(rest)))
    return rest if rest != text and told >= _FEWEST else None
