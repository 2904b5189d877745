"""One spelling for numbers, dates and small words, so that "9.154", "9154" and "9,154" compare equal."""

import calendar
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from rag.language.dates import DateMention, find_dates
from rag.language.numerals import MAGNITUDES, SMALL
from rag.language.patterns import any_of

_PERCENT = re.compile(r"%|\bpersen\b|\bper\s?cent\b")
_RUPIAH = re.compile(r"\brp\.?\s*(?=\d)")
_NUMBER = re.compile(rf"(?<![\w.,])(?P<digits>\d+(?:[.,]\d+)*)(?:\s*(?P<magnitude>{any_of(MAGNITUDES)})\b)?(?!\w)")
_TOKEN = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d(?!\d)|\d+\.\d+|\w+|%")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_CLITIC = "nya"
_SHORTEST_WITH_CLITIC = 6


def normalise(text: str) -> tuple[str, ...]:
    """Comparable tokens: NFKC, lower case, ISO dates and months, plain decimal numbers, "%" for percent, no "-nya"."""
    return _tokens(_with_iso_dates(unicodedata.normalize("NFKC", text)))


def searchable(text: str) -> tuple[str, ...]:
    """The tokens of a text that others are looked for in: those of `normalise`, and days in a row as written, too.

    So "11 Mei" stands in "11 Mei sampai 31 Juli 2026", beside the two days in full.
    """
    return _tokens(_with_iso_dates(unicodedata.normalize("NFKC", text), written=True))


def _tokens(text: str) -> tuple[str, ...]:
    plain = text.casefold()
    plain = _RUPIAH.sub("rp ", _PERCENT.sub(" % ", plain))
    plain = _NUMBER.sub(_plain_number, plain)
    return tuple(_plain_word(token) for token in _TOKEN.findall(plain))


def contains(tokens: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether `wanted` stands in `tokens` as one unbroken run; an empty `wanted` never does.

    A year or a month stands in each of its days.
    """
    size = len(wanted)
    return size > 0 and any(
        all(map(_says, tokens[start : start + size], wanted)) for start in range(len(tokens) - size + 1)
    )


def _says(token: str, wanted: str) -> bool:
    return token == wanted or (_DATE.fullmatch(token) is not None and token.startswith(f"{wanted}-"))


def _with_iso_dates(text: str, written: bool = False) -> str:
    """`written`: behind the two of a stretch of days stands what said them."""
    for mention in reversed(find_dates(text)):
        iso = _iso(mention)
        if iso:
            kept = text[mention.start : mention.end] if written and " " in iso else ""
            text = f"{text[: mention.start]} {iso} {kept} {text[mention.end :]}"
    return text


def _iso(mention: DateMention) -> str | None:
    """ "2026-02-12" for a day, "2026-02" for a whole month, both ends of days that follow each other.

    None for anything longer, which stays as written.
    """
    first, last = mention.first, mention.last
    if first == last:
        return first.isoformat()
    whole_month = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_month:
        return first.strftime("%Y-%m") if (first.year, first.month) == (last.year, last.month) else None
    return f"{first} {last}"


def _plain_number(match: re.Match[str]) -> str:
    digits = _plain_digits(match["digits"])
    if match["magnitude"] is None or digits is None:
        return digits or match[0]
    value = Decimal(digits) * 10 ** MAGNITUDES[match["magnitude"]]
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _plain_digits(written: str) -> str | None:
    """ "9.154" -> "9154", "35,1" -> "35.1"; None for what is no number ("10.2.3")."""
    groups = re.split(r"[.,]", written)
    separators = re.findall(r"[.,]", written)
    if not separators:
        return written
    if len(set(separators)) == 2:
        return _mixed(groups, separators)
    if len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:]):
        return "".join(groups)
    return ".".join(groups) if len(groups) == 2 else None


def _mixed(groups: list[str], separators: list[str]) -> str | None:
    """Both separators occur: the last is the decimal one and may stand only once ("1.234.567,5")."""
    if separators.count(separators[-1]) > 1 or any(len(group) != 3 for group in groups[1:-1]):
        return None
    return "".join(groups[:-1]) + "." + groups[-1]


def _plain_word(token: str) -> str:
    if token in SMALL:
        return str(SMALL[token])
    if token.endswith(_CLITIC) and len(token) >= _SHORTEST_WITH_CLITIC:
        return token.removesuffix(_CLITIC)
    return token
