"""The members of a list: one exchanged for another hardly moves the nearness of the whole, so each must be named."""

import re
from collections.abc import Iterator, Sequence

from rag.answering.guard.meaning import Meaning
from rag.answering.guard.support import Unit
from rag.answering.guard.terms import Kind, Term, all_keys, supported
from rag.language.function_words import ANY_JOINT

_BETWEEN = re.compile(rf",\s*(?:{ANY_JOINT}\s+)?|\s+{ANY_JOINT}\s+|\n", re.IGNORECASE)
_LIST = re.compile(rf",[^,;:]+?,?\s+{ANY_JOINT}\s", re.IGNORECASE)
_THE_SAME = 0.95  # cosine of single words from which they are taken for one another


def members_stand(text: str, said: Sequence[Term], unit: Unit, meaning: Meaning) -> bool:
    """Whether every member of a list of three or more has a word that the source says, in whatever language."""
    if not _LIST.search(text):
        return True
    known = unit.keys | all_keys(unit.before) | unit.topic
    words = [term for term in unit.own if term.kind is Kind.WORD]
    return all(
        any(supported(term, known) or meaning.nearest_word(term, words) >= _THE_SAME for term in member)
        for member in _members(text, said)
    )


def _members(text: str, said: Sequence[Term]) -> Iterator[list[Term]]:
    """The words between commas and "and"; what has an amount, a name or a place is looked at by other rules."""
    cuts = list(_BETWEEN.finditer(text))
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    for start, end in zip(starts, ends, strict=True):
        member = [term for term in said if start <= term.start < end]
        if member and all(term.kind is Kind.WORD for term in member):
            yield member
