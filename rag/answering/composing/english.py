"""English for short answers that are numbers, units, dates or places; anything less plain is left in Indonesian."""

import re

from rag.language.dates import find_dates
from rag.language.territory_names import english_name
from rag.types import Language
from rag.wording.words import words_of

_UNITS = {
    "orang": "people",
    "jiwa": "people",
    "bulan": "months",
    "tahun": "years",
    "hari": "days",
    "minggu": "weeks",
    "jam": "hours",
    "menit": "minutes",
    "persen": "per cent",
    "%": "%",
    "pekerja migran": "migrant workers",
    "negara": "countries",
    "provinsi": "provinces",
    "desa": "villages",
    "alumni": "alumni",
    "siswa": "students",
    "siswa kelas xii": "grade 12 students",
    "ton": "tons",
    "hektare": "hectares",
    "unit": "units",
    "program": "programmes",
    "sektor": "sectors",
    "kali": "times",
}
_SINGULAR = {"months": "month", "years": "year", "days": "day", "weeks": "week", "hours": "hour", "people": "person"}
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


def in_english(short: str) -> str | None:
    """The English for an Indonesian short answer, or None when it is not wholly understood or needs none."""
    bare = short.strip().rstrip(".")
    translated = _date(bare) or _amount(bare) or _places(bare)
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
    if match is None:
        return None
    part = {name: value.lower().strip() for name, value in match.groupdict().items()}
    number = english_number(part["number"])
    unit = _UNITS.get(part["unit"], "")
    unit = _SINGULAR.get(unit, unit) if number == "1" else unit
    figure = (
        f"{number}{unit}" if unit == "%" else " ".join(filter(None, (number, _MAGNITUDES[part["magnitude"]], unit)))
    )
    figure = f"Rp{figure}" if part["currency"] else figure
    return " ".join(filter(None, ("a full" if part["penuh"] else "", _QUALIFIERS[part["qualifier"]], figure)))


def english_number(number: str) -> str:
    """'4.584' -> '4,584', '4584' -> '4,584', '35,1' -> '35.1', '35.1' -> '35.1'; a year keeps its form."""
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?P<decimal>,\d+)?", number)
    if grouped:
        return number.replace(",", "\0").replace(".", ",").replace("\0", ".")
    if re.fullmatch(r"\d+,\d+", number):
        return number.replace(",", ".")
    return f"{int(number):,}" if number.isdigit() and len(number) > 3 and not number.startswith("0") else number


def _places(text: str) -> str | None:
    parts = re.split(r"(, dan |, | dan )", text)
    english = [english_name(part) for part in parts[::2]]
    if not all(english):
        return None
    joins = [join.replace("dan", "and") for join in parts[1::2]]
    return "".join(name + join for name, join in zip(map(str, english), [*joins, ""], strict=True))
