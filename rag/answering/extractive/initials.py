"""A name written out and its initials are one: "RSP" and Rumah Singgah Pasien, Universitas Gadjah Mada and "UGM"."""

import re
from collections.abc import Iterator
from functools import lru_cache

_FEWEST = 3  # letters; two stand for too much
_RUN = re.compile(r"\b[A-Z][\w'’-]*(?: (?:dan |of |and |the )?[A-Z][\w'’-]*)+")
_CAPITAL = re.compile(r"\b[A-Z]")
_PATTERNS = 1024  # acronyms and questions that are remembered


def is_spelt_out(acronym: str, text: str) -> bool:
    """Whether words in the text that begin with capitals stand for the acronym."""
    if not (acronym.isalpha() and acronym.isupper() and len(acronym) >= _FEWEST):
        return False
    return _words_of(acronym).search(text) is not None


def shortened_in(question: str, text: str) -> frozenset[str]:
    """The words of names of the question that stand in the text by their initials alone."""
    found = (words for words, acronym in _acronyms(question) if re.search(rf"\b{acronym}\b", text))
    return frozenset(word for words in found for word in words)


@lru_cache(_PATTERNS)
def _words_of(acronym: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"[\w'’.-]+ (?:dan |of |and |the |untuk )?".join(acronym) + r"[\w'’-]+")


@lru_cache(_PATTERNS)
def _acronyms(question: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Each stretch of words with capitals, and what their first letters make."""
    return tuple(_stretches(question))


def _stretches(question: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for run in _RUN.finditer(question):
        capitals = [word for word in run[0].split() if _CAPITAL.match(word)]
        for begin in range(len(capitals)):
            for end in range(begin + _FEWEST, len(capitals) + 1):
                words = tuple(capitals[begin:end])
                yield words, "".join(word[0] for word in words)
