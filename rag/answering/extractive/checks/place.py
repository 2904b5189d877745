"""Whether a span can be the place that a question asks for."""

import re

from rag.language.territories import territory_codes
from rag.language.text import words

# Two words may stand between: "di sekolah negeri masing-masing".
_LOCATED = re.compile(
    r"\b(?:di|ke|dari|pada|dalam|melalui|lewat|menuju|secara|via|at|in|to|from|through|on)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"\b(?:daring|online|luring|offline)\b|\w\.\w{2,}", re.IGNORECASE)
_CHOICE = re.compile(r"\b(?:atau|antara|or|between)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(r"^(?:apakah|is|are|does|did)\b", re.IGNORECASE)
_ORIGIN = re.compile(r"\b(?:dari ?mana|from where|where .* from)\b", re.IGNORECASE)
_AT_ONE_PLACE = re.compile(r"\bdi ?mana\b(?! saja)", re.IGNORECASE)
_ONE = 2  # countries or provinces; "Metro, Lampung, Indonesia" is one place
_IN_WHICH = re.compile(r"\bdi (?P<noun>ruang|ruangan|aula|gedung|hotel) (?:mana|apa)\b", re.IGNORECASE)


def is_place_asked_for(question: str, text: str, start: int, span: str) -> bool:
    """New to who asks, a place at all, and one for "di mana"."""
    if _CHOICE.search(question) or _YES_OR_NO.search(question):
        return True
    if _repeats(question, span):
        return False
    if _ORIGIN.search(question):
        return True
    located = _LOCATED.search(text[:start][-60:]) is not None
    if not located and _AT_ONE_PLACE.search(question) and len(territory_codes(span)) > _ONE:
        return False
    return located or _could_be_place(span)


def venue_asked_for(question: str, text: str) -> tuple[int, int] | None:
    """Offsets of the room for "di ruang mana", of the hotel for "di hotel mana", where `text` names just one."""
    asked = _IN_WHICH.search(question)
    if asked is None:
        return None
    named = re.compile(rf"\b(?i:{asked['noun'].removesuffix('an')})(?:an)?(?: [A-Z][\w-]*)+")
    found = [match.span() for match in named.finditer(text)]
    return found[0] if len(found) == 1 else None


def _could_be_place(span: str) -> bool:
    """A name or an address: "caregiver dan housemaid" is nowhere."""
    return span != span.lower() or bool(territory_codes(span)) or _ONLINE.search(span) is not None


def _repeats(question: str, span: str) -> bool:
    """Whether the question names all of it: nobody asks where in order to hear the place he named."""
    return frozenset(words(span)) <= frozenset(words(question))
