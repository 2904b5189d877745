"""Masks what names a person (NIK, KK, telephone, bank card, e-mail) before anything is stored or logged."""

import re

# Brackets, full stops, spaces and every kind of hyphen and dash.
_GAP = r"[ ().\u00a0\u2010-\u2015-]{0,3}"
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DATE = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?P<part>[./-])(?:0?[1-9]|1[0-2])(?P=part)(?:19|20)\d\d(?!\d)"
_YEARS = rf"(?<!\d)(?:(?:19|20)\d\d{_GAP}){{3}}(?:19|20)\d\d(?!\d)"
_AMOUNT = r"Rp ?\d[\d.,]*"
_SIXTEEN_DIGITS = rf"(?<!\d)(?:\d{_GAP}){{15}}\d(?!\d)"
_CARD_OF_FIFTEEN = rf"(?<!\d)3[47](?:{_GAP}\d){{13}}(?!\d)"
_FIGURES = re.compile(r"\d{1,3}(?:\.\d{3})+(?: \d{1,3}(?:\.\d{3})+)+")  # "1.234 5.678", the row of a table
_PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)}
)
# At home, abroad, and at home from abroad without the plus; a bracket belongs to it that closes after the area code.
_TELEPHONE = (
    r"(?<![\d.,])(?:\((?=\+?\d{1,4}\)))?"
    rf"(?:\+\d(?:{_GAP}\d){{8,13}}|0(?=[2-9]\d)(?:{_GAP}\d){{8,12}}|62{_GAP}8(?:{_GAP}\d){{7,11}})(?!\d)"
)
# The first that fits at a place takes it, so a date or an amount is never part of a number that is masked.
_NUMBERS = re.compile(
    f"(?P<surel>{_EMAIL})|(?P<figure>{_AMOUNT}|{_DATE}|{_YEARS})|(?P<identity>{_SIXTEEN_DIGITS})"
    f"|(?P<card>{_CARD_OF_FIFTEEN})|(?P<telepon>{_TELEPHONE})"
)


def mask(text: str) -> str:
    """The text with identity, card and telephone numbers and e-mail addresses replaced by what they were."""
    return _NUMBERS.sub(_masked, text)


def _masked(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "surel" | "telepon":
            return f"[{found.lastgroup}]"
        case "card":
            return "[kartu]" if _checks(found[0]) else found[0]
        case "identity":
            return _sixteen(found[0])
    return found[0]


def _sixteen(written: str) -> str:
    """Sixteen digits that are no figures are somebody's number, of a card where its check digit fits and its kind."""
    if _FIGURES.fullmatch(written):
        return written
    return "[kartu]" if written[0] in "23456" and _checks(written) and not _of_a_resident(written) else "[NIK/KK]"


def _of_a_resident(written: str) -> bool:
    """A NIK begins with a province; its seventh to tenth digits are a day, of women 40 more, and a month."""
    digits = "".join(character for character in written if character.isdigit())
    day, month = int(digits[6:8]) % 40, int(digits[8:10])
    return int(digits[:2]) in _PROVINCES and 1 <= day <= 31 and 1 <= month <= 12


def _checks(written: str) -> bool:
    """Luhn's sum, which every bank card has."""
    digits = [int(character) for character in written if character.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
