"""Numbers and days of spreadsheets and charts as their number format shows them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from openpyxl.utils.datetime import from_excel

from rag.documents.loaders.sheets.day_formats import Day, show_day
from rag.types import Language

Value = bool | int | float | str | date | time | timedelta | None

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<width>.)|\*(?P<fill>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<general>General|Standard)|(?P<exponent>E[+-]0+)|(?P<place>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_DAY_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_SIGNIFICANT = 10  # figures that a cell without a format shows of a fraction
_GROUP = 3
_MAX_PLACES = 30
_LAST_DAY = 2_958_466  # 31 December 9999, and one
_SEPARATORS = {Language.INDONESIAN: (".", ","), Language.ENGLISH: (",", ".")}  # of thousands and of decimals


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts of a format, which apply to positive, negative, zero and text."""

    tokens: tuple[tuple[str, str], ...]  # kind and text
    condition: tuple[str, Decimal] | None
    is_day: bool


def show(value: Value, code: str, language: Language) -> str:
    """The text a reader sees in a cell; thousands and decimals are parted as the language of the sheet does it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    if isinstance(value, Day):
        return show_day(value, code, language)
    number = _decimal(value)
    if number is None:
        return str(value)
    section, absolute = _chosen(_sections(code or "General"), number)
    if section.is_day and 0 <= number < _LAST_DAY:
        return show(from_excel(float(number)), code, language)
    return _filled(section, abs(number) if absolute else number, language).strip()


def _decimal(value: int | float) -> Decimal | None:
    try:
        number = Decimal(repr(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "other"
        if kind == "other" and match[0] == ";":
            parts.append([])
        else:
            parts[-1].append((kind, match[kind] or ""))
    return tuple(_section(tokens) for tokens in parts)


def _section(tokens: Sequence[tuple[str, str]]) -> _Section:
    conditions = (_CONDITION.fullmatch(text) for kind, text in tokens if kind == "bracket")
    found = next((match for match in conditions if match), None)
    letters = any(kind == "other" and _DAY_LETTERS.match(text) for kind, text in tokens)
    elapsed = any(kind == "bracket" and _ELAPSED.fullmatch(text) for kind, text in tokens)
    return _Section(tuple(tokens), (found[1], Decimal(found[2])) if found else None, letters or elapsed)


def _chosen(sections: Sequence[_Section], number: Decimal) -> tuple[_Section, bool]:
    """The section for a number, and whether it is shown without its sign."""
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _holds(section.condition, number):
                return section, False
        return numeric[-1], False
    if number < 0 and len(numeric) > 1:
        return numeric[1], True
    if number == 0 and len(numeric) > 2:
        return numeric[2], True
    return numeric[0], False


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    sign, bound = condition
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


def _filled(section: _Section, number: Decimal, language: Language) -> str:
    kinds = {kind for kind, _ in section.tokens}
    if "general" in kinds:
        shown = _general(number, language)
        return "".join(shown if kind == "general" else _literal(kind, text) for kind, text in section.tokens)
    if "place" not in kinds:
        return "".join(_literal(kind, text) for kind, text in section.tokens)
    if any(kind == "other" and text == "/" for kind, text in section.tokens):
        return _fraction(section, number)
    return _placed(section.tokens, number, language)


def _general(number: Decimal, language: Language) -> str:
    """Whole numbers with all their figures; fractions with ten."""
    if number == number.to_integral_value():
        return f"{number:f}".partition(".")[0]
    return format(float(number), f".{_SIGNIFICANT}g").replace(".", _SEPARATORS[language][1])


def _fraction(section: _Section, number: Decimal) -> str:
    below = sum(kind == "place" for kind, _ in section.tokens[[text for _, text in section.tokens].index("/") :])
    whole, rest = divmod(Fraction(abs(number)), 1)
    part = rest.limit_denominator(10 ** min(below, 4) - 1 or 9)
    sign = "-" if number < 0 else ""
    if part.denominator == 1:
        return f"{sign}{whole + part.numerator}"
    return f"{sign}{f'{whole} ' if whole else ''}{part.numerator}/{part.denominator}"


def _placed(tokens: Sequence[tuple[str, str]], number: Decimal, language: Language) -> str:
    """Figures in the places of a format, literal text around and between them."""
    places = [index for index, (kind, _) in enumerate(tokens) if kind == "place"][:_MAX_PLACES]
    first, last = places[0], places[-1]
    texts = [text if kind == "other" else "" for kind, text in tokens]
    point = texts.index(".", first) if "." in texts[first:] else next(iter(_points(texts, first)), last + 1)
    whole = [index for index in places if index < point]
    part = [index for index in places if index > point]
    scale = 3 * _trailing_commas(texts, last) - 2 * texts.count("%")
    exponent = next((index for index, (kind, _) in enumerate(tokens) if kind == "exponent"), None)
    power = 0 if exponent is None or not number else number.adjusted()
    rounded = number.scaleb(-scale - power).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    figures, _, decimals = f"{abs(rounded):f}".partition(".")
    shown = _whole(tokens, whole, figures, "," in texts[first : whole[-1] if whole else first], language)
    decimals = _trimmed(decimals, [tokens[index][1] for index in part])
    head = "".join(_literal(kind, text) for kind, text in tokens[:first] if (kind, text) != ("other", "."))
    tail = "".join(_literal(kind, text) for kind, text in tokens[last + 1 :] if kind != "exponent" and text != ",")
    sign = "-" if rounded < 0 else ""
    raised = f"E{'-' if power < 0 else '+'}{abs(power):02d}" if exponent is not None else ""
    return head + sign + shown + (_SEPARATORS[language][1] + decimals if decimals else "") + raised + tail


def _points(texts: Sequence[str], first: int) -> list[int]:
    """A format such as ".00" has its point before the first place."""
    return [first - 1] if first and texts[first - 1] == "." else []


def _trailing_commas(texts: Sequence[str], last: int) -> int:
    """Each comma right after the last place divides by a thousand."""
    count = 0
    while last + 1 + count < len(texts) and texts[last + 1 + count] == ",":
        count += 1
    return count


def _whole(
    tokens: Sequence[tuple[str, str]], places: Sequence[int], figures: str, grouped: bool, language: Language
) -> str:
    """The whole part: the figures from the right, literal text where it stands between the places."""
    least = sum(tokens[index][1] == "0" for index in places)
    figures = figures.lstrip("0").rjust(least, "0")
    literal = [
        (len(places) - 1 - position, _literal(*tokens[index]))
        for position, start in enumerate(places[:-1])
        for index in range(start + 1, places[position + 1])
        if tokens[index] != ("other", ",") and _literal(*tokens[index])
    ]
    if literal:
        for right, text in reversed(literal):
            cut = max(0, len(figures) - right)
            figures = figures[:cut] + text + figures[cut:] if cut else figures
        return figures
    return f"{int(figures):,}".replace(",", _SEPARATORS[language][0]) if grouped and figures else figures


def _trimmed(decimals: str, places: Sequence[str]) -> str:
    """Decimals without the zeros that "#" does not ask for."""
    while decimals and decimals[-1] == "0" and places[len(decimals) - 1] != "0":
        decimals = decimals[:-1]
    return decimals


def _literal(kind: str, text: str) -> str:
    if kind in ("quoted", "escaped", "other", "currency"):
        return text
    return " " if kind == "fill" and text == " " else ""
