"""Figures as the cells of a table and short answers write them, and back."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from rag.types import Language

_CURRENCY = "Rp"


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


def written(figure: Decimal, language: Language = Language.INDONESIAN) -> str:
    """A number in the notation of `language`: "1.250,5"."""
    plain = f"{figure.normalize():,f}" if figure % 1 else f"{figure:,.0f}"
    return plain if language is Language.ENGLISH else plain.replace(",", "\0").replace(".", ",").replace("\0", ".")


def currency_of(texts: Iterable[str]) -> str:
    """What stands before every one of them: "Rp", or ""."""
    texts = list(texts)
    return _CURRENCY if texts and all(text.strip().startswith(_CURRENCY) for text in texts) else ""
