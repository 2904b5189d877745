"""Numbers as written in Indonesian and English: digits, words, money, percentages, and what they are measured in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rag.language.numerals import MAGNITUDES, MULTIPLIERS, SMALL, STEPS, TENS
from rag.language.patterns import any_of
from rag.language.spoken_amounts import implied_amounts, spoken_amounts
from rag.language.units import CONVERTED, CURRENCY_MARKS, MEASURES, MONEY, SHARE, TIME

_UNITS = SHARE | TIME | MEASURES | MONEY
_TOGETHER = {"ke" + word: SMALL[word] for word in "tiga empat lima enam tujuh delapan sembilan sepuluh".split()}
_VALUES = SMALL | TENS | _TOGETHER
_NUMBER_WORD = any_of([*_VALUES, *MAGNITUDES, *MULTIPLIERS, *STEPS])
_QUALIFIERS = {
    "more": r"lebih dari|melebihi|di atas|more than|over|above|exceed(?:s|ed|ing)?|at least|minimal|setidaknya|lebih|"
    r"paling sedikit|paling rendah|paling kurang|sekurang-kurangnya|sedikitnya|tidak kurang dari|"
    r"n(?:o|ot) (?:less|fewer) than|(?:old|long|larg|bigg|high|farth)er than|a minimum of",
    "less": r"kurang dari|di bawah|less than|fewer than|under|below|at most|maksimal|paling banyak|paling lama|"
    r"paling tinggi|selama-lamanya|setinggi-tingginya|tidak lebih dari|n(?:o|ot) more than|"
    r"(?:young|clos|short|small|low)er than|a maximum of|(?<!add )(?<!adds )up to",
    "about": r"sekitar|kira-kira|kurang lebih|about|around|approximately|roughly|some|hampir|almost|nearly",
}
_UNIT = any_of(_UNITS)
_WORD_MARKS = any_of(mark for mark in CURRENCY_MARKS if mark.isalpha())
_DIGITS = re.compile(
    rf"(?:(?P<currency>us\$|\$|\b{_WORD_MARKS}\.?)\s*|(?<![\w.,])(?<!\w-))"
    rf"(?P<digits>\d+(?:[.,:]\d+)*)(?:\s*(?P<magnitude>{any_of(MAGNITUDES)})\b)?"
    rf"(?:\s*\({_NUMBER_WORD}(?:\s+{_NUMBER_WORD})*\))?(?:[\s-]*(?P<unit>{_UNIT})(?!\w))?(?![\d])",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?<![\w-])(?P<words>{_NUMBER_WORD}(?:[\s-]+(?:and\s+)?{_NUMBER_WORD})*)(?![\w])"
    rf"(?P<half>\s+(?:setengah|and\s+a\s+half)\b(?:\s+(?P<scale>{any_of(MAGNITUDES)})\b)?)?(?:[\s-]*(?P<unit>{_UNIT})(?!\w))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\bno\.?|\bnomor|\bnumber)\s*$", re.IGNORECASE)
_NEVER_LEFT_OUT = frozenset({"%", "no"})
_LONGEST_QUALIFIER = 24
_BACK = 80  # characters before a number in which what is said of it stands; all of them would take quadratic time
_GRADE = re.compile(r"\b(?:kelas|grade|class|year)\s+$", re.IGNORECASE)  # the name of a class, no amount
_TH_GRADE = re.compile(r"th[\s-]grade", re.IGNORECASE)
_BEFORE = re.compile("|".join(rf"(?P<{name}>\b(?:{pattern}))" for name, pattern in _QUALIFIERS.items()), re.IGNORECASE)
_SAID_AGAIN = re.compile(rf"\d\s*{_UNIT}?\s*\($", re.IGNORECASE)  # "14 (empat belas) hari", as statutes write it
_ARTICLES = re.compile(r"(?:\bsalah\s+)$", re.IGNORECASE)
# "one of", "the main one": no amount.
_ONE_OF = re.compile(r"\s+(?:of|such|another|for|piece|sama lain)\b|\s*-\s*satunya|\s*(?:[.,;:!?)]|$)", re.IGNORECASE)
_PARTIES = re.compile(r"\s+(?:sides|parties|(?:belah )?pihak)\b", re.IGNORECASE)  # "the two sides met"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in `text[start:end]`, unit included; `unit` is "" for a count, "no" for the number of a regulation."""

    start: int
    end: int
    value: str  # decimal digits without grouping; as written when it is no number ("10.2.3", "15:01")
    unit: str = ""
    qualifier: str = ""  # more, less, about


def find_quantities(text: str) -> Iterator[Quantity]:
    """Quantities as they are said ("8 pm"), in digits, in words: in this order, and none over another."""
    taken = bytearray(len(text))
    for quantity in _found(text):
        if not any(taken[quantity.start : quantity.end]):
            taken[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
            yield quantity


def implied(text: str) -> Iterator[Quantity]:
    """Quantities that a word of a source implies without a number: "seminggu", "half"."""
    return (Quantity(*amount) for amount in implied_amounts(text))


def _found(text: str) -> Iterator[Quantity]:
    yield from (Quantity(*amount) for amount in spoken_amounts(text))
    for match in _DIGITS.finditer(text):
        if not _GRADE.search(text, _back(match.start()), match.start()) and not _TH_GRADE.match(text, match.end()):
            yield _in_digits(text, match)
    for match in _WORDS.finditer(text):
        quantity = None if _SAID_AGAIN.search(text, _back(match.start()), match.start()) else _in_words(text, match)
        if quantity is not None:
            yield quantity


def _back(start: int) -> int:
    return max(0, start - _BACK)


def agrees(said: Quantity, source: Quantity, *, bounded: bool = True) -> bool:
    """Whether `said` repeats `source`: the same amount, be it in another unit of the same kind.

    `bounded`: with the same "more than" or "at most". A unit may be left out where the rest tells it ("aged 17", a
    column of hectares), but for shares and the numbers of regulations.
    """
    bounds = {"more", "less"}
    if bounded and said.qualifier != source.qualifier and {said.qualifier, source.qualifier} & bounds:
        return False
    if "" in {said.unit, source.unit} and not {said.unit, source.unit} & _NEVER_LEFT_OUT:
        return _number(said.value) == _number(source.value)
    return _amount(said) == _amount(source)


def _amount(quantity: Quantity) -> tuple[Decimal | str, str]:
    """In the smallest unit of its kind."""
    number = _number(quantity.value)
    unit, times = CONVERTED.get(quantity.unit, (quantity.unit, Decimal(1)))
    return (number, quantity.unit) if isinstance(number, str) else (number * times, unit)


def _number(value: str) -> Decimal | str:
    """ "08.00" is 8; as written what is no number, a time of day with a full stop."""
    try:
        return Decimal(value)
    except InvalidOperation:
        return value.replace(":", ".")


def _in_digits(text: str, match: re.Match[str]) -> Quantity:
    unit = _UNITS.get((match["unit"] or "").lower(), "")
    currency = (match["currency"] or "").lower().rstrip(".")
    value = plain_number(match["digits"])
    if match["magnitude"]:
        value = _scaled(value, MAGNITUDES[match["magnitude"].lower()])
    end = match.end()
    if _NUMBERED.search(text, _back(match.start("digits")), match.start("digits")):
        unit, end = "no", match.end("digits")
    qualifier, start = _qualifier(text, match.start())
    return Quantity(start, end, value, CURRENCY_MARKS.get(currency, unit), qualifier)


def _in_words(text: str, match: re.Match[str]) -> Quantity | None:
    words = [word for word in re.split(r"[\s-]+", match["words"].lower()) if word != "and"]
    part_of = _ARTICLES.search(text, _back(match.start()), match.start()) or _ONE_OF.match(text, match.end("words"))
    if words in (["satu"], ["one"]) and part_of:
        return None
    if words in (["dua"], ["two"]) and _PARTIES.match(text, match.end("words")):
        return None
    if words[0] in (*MAGNITUDES, *MULTIPLIERS):
        return None  # "juta" after digits belongs to them; alone it is no number
    unit = _UNITS.get((match["unit"] or "").lower(), "")
    qualifier, start = _qualifier(text, match.start())
    value = str(_value(words))
    if match["half"]:
        value = _scaled(f"{value}.5", MAGNITUDES[match["scale"].lower()] if match["scale"] else 0)
    return Quantity(start, match.end(), value, unit, qualifier)


def _value(words: list[str]) -> int:
    """Two hundred thousand, dua ratus ribu -> 200000."""
    total = current = 0
    for word in words:
        if word in STEPS and STEPS[word] >= 1000:  # "seribu dua ratus": what follows begins anew
            total += STEPS[word]
        elif word in STEPS:
            current += STEPS[word]
        elif word == "belas":
            current += 10
        elif word == "puluh":
            current += 9 * (current % 10)
        elif word in {"ratus", "hundred"}:
            current = max(1, current) * 100
        elif word in MAGNITUDES:
            total += max(1, current) * 10 ** MAGNITUDES[word]
            current = 0
        else:
            current += _VALUES[word]
    return total + current


def _qualifier(text: str, start: int) -> tuple[str, int]:
    """The bound before a number, and where number and bound begin; ("", start) without one."""
    window = max(0, start - _LONGEST_QUALIFIER)
    before = text[window:start].rstrip()
    match = next((match for match in _BEFORE.finditer(before) if match.end() == len(before)), None)
    return (match.lastgroup or "", window + match.start()) if match else ("", start)


def _scaled(value: str, power: int) -> str:
    try:
        scaled = Decimal(value) * 10**power
    except InvalidOperation:
        return value
    return f"{scaled:f}".rstrip("0").rstrip(".") if "." in f"{scaled:f}" else f"{scaled:f}"


def plain_number(written: str) -> str:
    """ "9.154" -> "9154", "35,1" -> "35.1", "1.234,5" -> "1234.5"; what fits no form stays as written."""
    if re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", written):
        return re.sub(r"[.,]", "", written)
    mixed = re.fullmatch(r"(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,](\d+)", written)
    if mixed:
        return re.sub(r"[.,]", "", mixed[1]) + "." + mixed[3]
    if re.fullmatch(r"\d+[.,]\d+", written):
        return written.replace(",", ".")
    return written
