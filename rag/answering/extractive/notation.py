"""Figures as the cells of a table and short answers write them, and back."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from rag.types import Language

_CURRENCY = "Rp"
_IN_BRACKETS = re.compile(r"\(\s*([\d.,]+\s*%?)\s*\)")
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")
# "92,5" and "1.250.000" are Indonesian, "41.6" and "1,250,000" English; "954.000" may be either.
_ONLY = {
    Language.INDONESIAN: re.compile(r"(?<![\d.,])(?:\d+(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3}){2,})(?![\d.,])"),
    Language.ENGLISH: re.compile(r"(?<![\d.,])(?:\d+(?:,\d{3})*\.\d{1,2}|\d{1,3}(?:,\d{3}){2,})(?![\d.,])"),
}


def figure_of(text: str, language: Language = Language.INDONESIAN) -> Decimal | None:
    """The number a cell writes in the notation of `language` ("1.250,5", "Rp7.500", "35,1 %"); None for all else."""
    bare = text.strip().lower().removeprefix(_CURRENCY.lower()).strip(" .%*")
    digits = bare.removesuffix("persen").removesuffix("per cent").strip()
    if not digits or not all(character in "0123456789.,-" for character in digits):
        return None
    grouping, point = (".", ",") if language is Language.INDONESIAN else (",", ".")
    whole, _, decimals = digits.partition(point)
    if grouping in whole and any(len(part) != 3 for part in whole.split(grouping)[1:]):
        return None  # neither thousands nor a number in this notation: "1.25"
    try:
        return Decimal(f"{whole.replace(grouping, '')}.{decimals or 0}")
    except InvalidOperation:
        return None


def signed_figure_of(text: str, language: Language = Language.INDONESIAN) -> Decimal | None:
    """The same of a change: "+13,5", "−20", and "(750)" for what is less."""
    plain = text.strip().replace("−", "-").replace("–", "-").removeprefix("+").strip()
    inside = _IN_BRACKETS.fullmatch(plain)
    figure = figure_of(inside[1] if inside else plain, language)
    return -abs(figure) if inside and figure is not None else figure


def notation_of(texts: Iterable[str], usual: Language) -> Language:
    """The language whose notation figures are in, told by those that can be of one only; else the `usual` one.

    Where three digits stand behind each point, as in "954.000", the points are of thousands: a table of names and
    figures is often taken for English.
    """
    every = tuple(texts)
    found = {language for text in every for language, sort in _ONLY.items() if sort.search(text)}
    if len(found) == 1:
        return found.pop()
    pointed = [text for text in every if "." in text and figure_of(text, Language.ENGLISH) is not None]
    grouped = bool(pointed) and all(_GROUPED.search(text) for text in pointed)
    return Language.INDONESIAN if grouped and not found else usual


def written(figure: Decimal, language: Language = Language.INDONESIAN) -> str:
    """A number in the notation of `language`: "1.250,5"."""
    plain = f"{figure.normalize():,f}" if figure % 1 else f"{figure:,.0f}"
    return plain if language is Language.ENGLISH else plain.replace(",", "\0").replace(".", ",").replace("\0", ".")


def currency_of(texts: Iterable[str]) -> str:
    """What stands before every one of them: "Rp", or ""."""
    texts = list(texts)
    return _CURRENCY if texts and all(text.strip().startswith(_CURRENCY) for text in texts) else ""
