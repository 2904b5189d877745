"""Masks numbers that name a person (NIK, KK, telephone) before anything is stored or logged."""

import re

# Brackets, full stops, spaces and every kind of hyphen and dash.
_GAP = r"[ ().\u00a0\u2010-\u2015-]{0,3}"
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DATE = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?P<part>[./-])(?:0?[1-9]|1[0-2])(?P=part)(?:19|20)\d\d(?!\d)"
_YEARS = rf"(?<!\d)(?:(?:19|20)\d\d{_GAP}){{3}}(?:19|20)\d\d(?!\d)"
_AMOUNT = r"Rp ?\d[\d.,]*"
_SIXTEEN_DIGITS = rf"(?<!\d)(?:\d{_GAP}){{15}}\d(?!\d)"
# At home, abroad, and at home from abroad without the plus; a bracket belongs to it that closes after the area code.
_TELEPHONE = (
    r"(?<![\d.,])(?:\((?=\+?\d{1,4}\)))?"
    rf"(?:\+\d(?:{_GAP}\d){{8,13}}|0(?:{_GAP}\d){{8,12}}|62{_GAP}8(?:{_GAP}\d){{7,11}})(?!\d)"
)
# The first that fits at a place takes it, so a date or an amount is never part of a number that is masked.
_NUMBERS = re.compile(
    f"(?P<surel>{_EMAIL})|(?P<figure>{_AMOUNT}|{_DATE}|{_YEARS})|(?P<identity>{_SIXTEEN_DIGITS})|(?P<telepon>{_TELEPHONE})"
)
_MASKS = {"surel": "[surel]", "identity": "[NIK/KK]", "telepon": "[telepon]"}


def mask(text: str) -> str:
    """The text with identity numbers, telephone numbers and e-mail addresses replaced by what they were."""
    return _NUMBERS.sub(lambda found: _MASKS.get(found.lastgroup or "", found[0]), text)
