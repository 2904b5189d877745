"""Which term a question wants explained, and which one a sentence explains."""

import re

_ASKED = re.compile(
    r"(?:apa(?:kah)?|jelaskan|sebutkan)\s+(?:(?:yang\s+)?(?:di)?maksud(?:kan)?\s+(?:dengan|dari)|itu|(?:arti|pengertian|"
    r"definisi|makna)(?:nya)?(?:\s+(?:dari|kata|istilah))?)\s+(?P<id>[^?.,;]{2,80}?)(?:\s+itu)?\s*[?.]?"
    r"|what\s+(?:(?:is|are)\s+(?:meant\s+by|the\s+(?:meaning|definition)\s+of)|does)\s+(?P<en>[^?.,;]{2,80}?)"
    r"(?:\s+mean)?\s*[?.]?",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"(?:(?:[-*•]|\(?\w{1,3}[.)])\s+)?(?P<term>[^\s.:;,\n][^.:;,\n]{1,79}?)(?:\s+yang\s+selanjutnya\s+disebut[^.:;,\n]*?)?"
    r"\s+(?:adalah|ialah|merupakan|yaitu|(?:dapat\s+)?diartikan|is|are|means)\b",
    re.IGNORECASE,
)


def term_asked(question: str) -> str | None:
    """ "gabah titipan" of "Apa yang dimaksud dengan gabah titipan?"."""
    found = _ASKED.fullmatch(question.strip())
    return (found["id"] or found["en"]) if found else None


def term_explained(sentence: str) -> str | None:
    """ "Juru timbang" of "2. Juru timbang adalah orang yang mencatat gabah."."""
    found = _EXPLAINS.match(sentence)
    return found["term"] if found else None
