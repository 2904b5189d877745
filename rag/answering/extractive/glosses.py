"""Words that a question says once more in brackets, as the documents have them: "archive room (Ruang Arsip)"."""

import re

from rag.answering.extractive.facts import facts_of
from rag.language.stems import carries_topic, stem
from rag.language.text import words

_BRACKETED = re.compile(r"(?P<before>[^().,;:?!]+)\((?P<again>[^()]+)\)")
_WORDS = re.compile(r"[^\W\d_][\w-]*")


def said_again(text: str, known: frozenset[str]) -> frozenset[str]:
    """Stems of the words right before a bracket whose words are all known: "archive", "room"."""
    found: set[str] = set()
    for match in _BRACKETED.finditer(text):
        again = facts_of(match["again"]).stems
        if again and again <= known:
            for word in reversed(_WORDS.findall(match["before"])):
                if not carries_topic(word.lower()):
                    break
                found.update(map(stem, words(word)))
    return frozenset(found)
