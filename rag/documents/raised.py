"""Raised figures: an exponent stays one, and the mark of a note is no part of the number before it."""

import re

_RAISED = str.maketrans("0123456789+-−=()nabc*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵃᵇᶜ*")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
# A unit, a variable, a power of ten.
_WITH_EXPONENT = re.compile(
    r"(?:^|[\W\d_])(?:[khdc]?m|mm|[A-Za-z])$|(?:^|[^\d.,])10$"
)  # a unit, a variable, a power of ten
_NOTE_MARK = re.compile(r"[\s(\[]*(?:\d{1,3}|[*†‡]{1,3}|[a-z])(?:\s*,\s*\d{1,3})*[\s)\].]*")
_LOOKED_AT = 12  # characters


def raised_after(before: str, said: str) -> str | None:
    """What raised characters right behind `before` are read as; None for the mark of a note."""
    before = before[-_LOOKED_AT:]
    is_mark = _NOTE_MARK.fullmatch(said) is not None and bool(before) and not before[-1].isspace()
    if is_mark and not _WITH_EXPONENT.search(before):
        return None
    return said.translate(_RAISED)


def lowered(text: str) -> str:
    """Figures below the line, as in H₂O."""
    return text.translate(_LOWERED)
