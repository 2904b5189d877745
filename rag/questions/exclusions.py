"""What a question leaves out: "Selain gubernur, siapa yang hadir?" is not answered with the governor."""

import re
from dataclasses import dataclass

from rag.language.function_words import ANY_AND, QUESTION_WORDS
from rag.language.offices import Office, office_in
from rag.language.patterns import any_of
from rag.language.text import words

_EXCEPT = re.compile(r"\b(?:selain|kecuali|other than|besides|apart from|except(?: for)?) ", re.IGNORECASE)
_ASKS = re.compile(rf"[?;]|,? \b{any_of(QUESTION_WORDS | {'negara', 'provinsi', 'pejabat'})}\b", re.IGNORECASE)
_MEMBERS = re.compile(rf",? {ANY_AND} |, ")


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One thing a question leaves out: its words, and the office, if it is one."""

    words: frozenset[str]
    office: Office | None


def exclusions_in(text: str) -> tuple[tuple[Exclusion, ...], str]:
    """What the question leaves out, and the question without the words for it."""
    squeezed = " ".join(text.split())
    members = _members(squeezed)
    rest = squeezed
    for member in members:
        rest = rest.replace(member, "", 1)
    return tuple(map(_exclusion, members)), rest


def _members(squeezed: str) -> tuple[str, ...]:
    """In the question's own words; empty when it leaves nothing out."""
    begin = _EXCEPT.search(squeezed)
    if begin is None:
        return ()
    end = _ASKS.search(squeezed, begin.end())
    named = squeezed[begin.end() : end.start() if end else len(squeezed)]
    return tuple(member.strip(" ,.") for member in _MEMBERS.split(named) if member.strip(" ,."))


def _exclusion(member: str) -> Exclusion:
    return Exclusion(frozenset(words(member)), office_in(member))
