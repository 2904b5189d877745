"""What a question leaves out: "Selain gubernur, siapa yang hadir?" is not answered with the governor."""

import re
from functools import lru_cache

from rag.language.offices import holds_office, is_named, office_in
from rag.language.text import words

_EXCEPT = re.compile(r"\b(?:selain|kecuali|other than|besides|apart from|except(?: for)?) ", re.IGNORECASE)
_ASKS = re.compile(
    r"[?;]|,? \b(?:siapa|apa|mana|berapa|kapan|bagaimana|negara|provinsi|pejabat|who|what|which|how|when|where)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r",? (?:dan|serta|and) |, ")


@lru_cache(64)
def left_out(question: str) -> tuple[str, ...]:
    """The members of what it leaves out, in its own words; empty when it leaves nothing out."""
    squeezed = " ".join(question.split())
    begin = _EXCEPT.search(squeezed)
    if begin is None:
        return ()
    end = _ASKS.search(squeezed, begin.end())
    named = squeezed[begin.end() : end.start() if end else len(squeezed)]
    return tuple(member.strip(" ,.") for member in _MEMBERS.split(named) if member.strip(" ,."))


def without_exception(question: str) -> str:
    """The question without the words of what it leaves out."""
    squeezed = " ".join(question.split())
    for member in left_out(question):
        squeezed = squeezed.replace(member, "", 1)
    return squeezed


def excepted(question: str, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is, or holds the office of, what the question leaves out."""
    return any(_is(member, text, start, end) for member in left_out(question))


def _is(member: str, text: str, start: int, end: int) -> bool:
    office = office_in(member)
    if office and is_named(text[start:end]) and holds_office(office, member, text, start, end):
        return True
    return frozenset(words(text[start:end])) <= frozenset(words(member))
