"""Masks numbers that name a person (NIK, KK, telephone) before anything is stored or logged."""

import re

_SIXTEEN_DIGITS = re.compile(r"(?<!\d)(?:\d[ .-]?){15}\d(?!\d)")
_TELEPHONE = re.compile(r"(?<![\d.,])(?:\+?62[ .-]?|0)8\d(?:[ .-]?\d){6,11}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def mask(text: str) -> str:
    """The text with identity numbers, mobile numbers and e-mail addresses replaced by what they were."""
    text = _SIXTEEN_DIGITS.sub("[NIK/KK]", text)
    text = _TELEPHONE.sub("[telepon]", text)
    return _EMAIL.sub("[surel]", text)
