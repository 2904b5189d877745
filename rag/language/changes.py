"""Which side of a change a question asks for, and which one a figure stands on: "dari 80 meter menjadi 140 meter"."""

import re
from enum import StrEnum


class Side(StrEnum):
    """How it was, or how it is."""

    OLD = "old"
    NEW = "new"


_ASKED = {
    Side.OLD: re.compile(
        r"\b(?:sebelum(?:nya)?|semula|awalnya|mulanya|tadinya|dulu(?:nya)?|before|previously|originally|used to|"
        r"at first)\b",
        re.IGNORECASE,
    ),
    Side.NEW: re.compile(
        r"\b(?:sekarang|kini|saat ini|setelah(?:nya)?|sesudah(?:nya)?|terbaru|now|currently|today|after(?:wards)?)\b",
        re.IGNORECASE,
    ),
}
_BECAME = re.compile(r"\b(?:menjadi|to)\s+(?:sekitar\s+|about\s+)?$", re.IGNORECASE)


def side_asked(text: str) -> Side | None:
    """None where a question asks for neither, or for both."""
    found = [side for side, said in _ASKED.items() if said.search(text)]
    return found[0] if len(found) == 1 else None


def is_new(before: str) -> bool:
    """Whether what stands right behind this text is what something became."""
    return _BECAME.search(before) is not None
