"""English for short answers that are numbers, units, dates, articles or places.

Anything less plain is left in Indonesian. Numbers are written as CLDR has them.
"""

import re
from decimal import Decimal

from babel.numbers import NumberFormatError, format_decimal, parse_decimal

from rag.language.dates import find_dates
from rag.language.territory_names import english_name
from rag.types import Language
from rag.wording.words import words_of

_UNITS = {  # one, and several
    "orang": ("person", "people"),
    "jiwa": ("person", "people"),
    "persen": ("per cent", "per cent"),
    "%": ("%", "%"),
    "bulan": ("month", "months"),
    "tahun": ("year", "years"),
    "hari": ("day", "days"),
    "minggu": ("week", "weeks"),
    "jam": ("hour", "hours"),
    "menit": ("minute", "minutes"),
    "pekerja migran": ("migrant worker", "migrant workers"),
    "negara": ("country", "countries"),
    "provinsi": ("province", "provinces"),
    "desa": ("village", "villages"),
    "alumni": ("alumni", "alumni"),
    "siswa": ("student", "students"),
    "siswa kelas xii": ("grade 12 student", "grade 12 students"),
    "ton": ("ton", "tons"),
    "hektare": ("hectare", "hectares"),
    "unit": ("unit", "units"),
    "program": ("programme", "programmes"),
    "sektor": ("sector", "sectors"),
    "kali": ("time", "times"),
}
_QUALIFIERS = {
    "lebih dari": "more than",
    "sekitar": "about",
    "kurang lebih": "about",
    "hampir": "almost",
    "melebihi": "more than",
    "kira-kira": "about",
    "mencapai": "as many as",
    "hanya": "only",
    "sebanyak": "",
    "sebesar": "",
    "": "",
}
_MAGNITUDES = {"ribu": "thousand", "juta": "million", "miliar": "billion", "triliun": "trillion", "": ""}
_AMOUNT = re.compile(
    r"(?P<qualifier>{qualifiers}|)\s*(?P<currency>Rp\.?|)\s*(?P<number>\d+(?:[.,]\d+)*)\s*(?P<magnitude>{magnitudes}|)\s*"
    r"(?P<unit>{units}|)(?P<penuh> penuh|)".format(
        qualifiers="|".join(filter(None, _QUALIFIERS)),
        magnitudes="|".join(filter(None, _MAGNITUDES)),
        units="|".join(sorted(_UNITS, key=len, reverse=True)),
    ),
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def in_english(short: str) -> str | None:
    """The English for an Indonesian short answer, or None when it is not wholly understood or needs none."""
    bare = short.strip().rstrip(".")
    translated = _date(bare) or _amount(bare) or _article(bare) or _places(bare)
    return translated if translated and translated.lower() != bare.lower() else None


def _date(text: str) -> str | None:
    mentions = find_dates(text)
    if (
        len(mentions) == 1
        and mentions[0].first == mentions[0].last
        and text[mentions[0].start : mentions[0].end] == text
    ):
        return words_of(Language.ENGLISH).date(mentions[0].first)
    return None


def _amount(text: str) -> str | None:
    match = _AMOUNT.fullmatch(text)
    if match is None or _YEAR.fullmatch(text):
        return None
    part = {name: value.lower().strip() for name, value in match.groupdict().items()}
    number, value = english_number(part["number"]), _value(part["number"])
    figure = " ".join(filter(None, (number, _MAGNITUDES[part["magnitude"]])))
    figure = f"Rp{figure}" if part["currency"] else figure
    one = value == 1 and not part["magnitude"]
    unit = _UNITS[part["unit"]][0 if one else 1] if part["unit"] else ""
    counted = f"{figure}{unit}" if unit == "%" else f"{figure} {unit}".rstrip()
    return " ".join(filter(None, ("a full" if part["penuh"] else "", _QUALIFIERS[part["qualifier"]], counted)))


def _article(text: str) -> str | None:
    match = re.fullmatch(r"Pasal (\d+[A-Z]{0,2})", text)
    return f"Article {match[1]}" if match else None


def _value(number: str) -> Decimal | None:
    """Of a number as Indonesian writes it, or as English does ("35.1"); None where it is no amount ("08.00")."""
    if re.match(r"0\d", number):
        return None
    try:
        return parse_decimal(number, locale="id", strict=True)
    except NumberFormatError:
        return Decimal(number) if re.fullmatch(r"\d+\.\d+", number) else None


def english_number(number: str) -> str:
    """'4.584' -> '4,584', '4584' -> '4,584', '35,10' -> '35.10', '35.1' -> '35.1'; what is no amount stays as it is."""
    value = _value(number)
    if value is None:
        return number
    places = max(0, -int(value.as_tuple().exponent))
    return str(format_decimal(value, format="#,##0" + ("." + "0" * places if places else ""), locale="en"))


def _places(text: str) -> str | None:
    parts = re.split(r"(, dan |, | dan )", text)
    english = [english_name(part) for part in parts[::2]]
    if not all(english):
        return None
    joins = [join.replace("dan", "and") for join in parts[1::2]]
    return "".join(name + join for name, join in zip(map(str, english), [*joins, ""], strict=True))
