"""Whether a span can be the answer asked for: money for "gaji", a share for "persen", the holder of an office."""

import re

from rag.answering.extractive.checks.exclusions import excepted, without_exception
from rag.answering.extractive.checks.place import is_place_asked_for
from rag.language.offices import holds_office, is_named, of_other_provinces, office_in, places_of_the_office
from rag.language.question_kinds import AnswerType, answer_type, fits
from rag.language.territories import territory_codes

_PAY = re.compile(
    r"\b(?:gaji|upah|honor\w*|biaya\w*|tarif\w*|anggaran\w*|dana|harga\w*|earn\w*|salar(?:y|ies)|wages?|costs?|"
    r"budgets?|funding|fees?)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\b(?:berapa|brp|sebesar apa|how much|how large|how big|what (?:is|was|are))\b", re.IGNORECASE)
_NAME_OF = re.compile(r"\b(?:nama|name of)\b", re.IGNORECASE)
_UNITS = {
    AnswerType.MONEY: re.compile(
        r"\brp|rupiah|us\$|\$|\busd\b|dolar|ringgit|\brm\b|\byen\b|euro|\b(?:juta|miliar|triliun)\b|gratis|"
        r"free of charge",
        re.IGNORECASE,
    ),
    AnswerType.PERCENTAGE: re.compile(r"%|persen|per ?cent|separuh|setengah|half", re.IGNORECASE),
    AnswerType.DURATION: re.compile(
        r"detik|menit|\bjam\b|hari|minggu|pekan|bulan|tahun|semester|abad|"
        r"second|minute|hour|day|week|month|year|seumur hidup|selamanya",
        re.IGNORECASE,
    ),
}
_MOST_ASKED = re.compile(
    r"\b(?:paling|plg|ter(?:banyak|besar|tinggi|rendah|kecil|sedikit|luas|lama))\b|(?<!at )\b(?:most|least)\b|"
    r"\b(?:largest|biggest|highest|lowest|fewest|smallest|longest|shortest|top)\b",
    re.IGNORECASE,
)
_MOST_SAID = re.compile(
    _MOST_ASKED.pattern + r"|\b(?:utama|unggul\w*|mayoritas|sebagian besar|main|majority)\b", re.IGNORECASE
)
# Which countries or provinces: asked as such, or as the members of a list.
_TERRITORY_ASKED = re.compile(
    r"\b(?:negara|provinsi)(?:[- ](?:negara|provinsi))? (?:mana|apa|tujuan|saja)\b|"
    r"\b(?:sebutkan|daftar) (?:\w+ ){0,2}(?:negara|provinsi|tujuan)\b|"
    r"\b(?:which|what|list|name) (?:\w+ ){0,4}(?:countr(?:y|ies)|provinces?|destinations)\b",
    re.IGNORECASE,
)
_WHERE_TO = re.compile(r"\bke mana\b", re.IGNORECASE)
_SOMEWHERE = re.compile(r"\b(?:ke|di|menuju|to|in) +(?:\w+ +)?[A-Z]")
_NUMERAL_BEFORE = re.compile(r"\b([IVXLC]+) $")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ONE_FIGURE = frozenset(_UNITS) | {AnswerType.NUMBER}
_CLAUSE = re.compile(r"[,;](?!\d)\s*|\s+(?:dan|serta|sedangkan|sementara|and|while)\s+")
_ROW = re.compile(r"^[^:;\n]+: [^;\n]+; ", re.MULTILINE)
_ROWS = 3  # from which a table can be compared
_NEAR = 14  # characters around the span in which its unit may stand


def wanted_kind(question: str) -> AnswerType | None:
    """The kind of answer a question wants; a question after pay or cost wants money however it is worded."""
    kind = answer_type(question)
    if kind in (None, AnswerType.NUMBER) and _PAY.search(question) and _HOW_MUCH.search(question):
        return AnswerType.MONEY
    if kind is None and _NAME_OF.search(question) and office_in(question):
        return AnswerType.PERSON
    return kind


def plausible(question: str, kind: AnswerType | None, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` can answer; `text` is the sentence or passage around the span."""
    span = text[start:end]
    if "\n" not in text.strip() and excepted(question, text, start, end):
        return False  # a list that begins with it goes on with those asked for
    if _MOST_ASKED.search(question) and not _MOST_SAID.search(text) and len(_ROW.findall(text)) < _ROWS:
        return False  # a row of a table does not say that it is the largest one; all rows together show it
    places = territory_codes(text) - territory_codes(question)
    if not places and (
        _TERRITORY_ASKED.search(question) or (_WHERE_TO.search(question) and not _SOMEWHERE.search(text))
    ):
        return False  # a list of jobs is no list of destinations
    if kind is None:
        return True
    if kind is AnswerType.PLACE and not is_place_asked_for(question, text, start, span):
        return False
    if not fits(span, kind) or (kind is AnswerType.NUMBER and _numeral_again(text, start, span)):
        return False
    unit = _UNITS.get(kind)
    if unit is not None and not unit.search(text[max(0, start - _NEAR) : end + _NEAR]):
        return False
    if kind is not AnswerType.PERSON:
        return True
    office = office_in(without_exception(question))
    return office is None or (is_named(span) and holds_office(office, question, text, start, end))


def of_another_place(question: str, passage: str) -> bool:
    """Whether the holder of an office of some province is asked for, and the passage names only others.

    "Gubernur Rahmat menyatakan ..." says whose governor he is to readers of the whole page only.
    """
    return office_in(question) is not None and of_other_provinces(passage, places_of_the_office(question))


def _numeral_again(text: str, start: int, span: str) -> bool:
    """Whether it is the "12" of "kelas XII (12)", which counts nothing."""
    opened = start - 1 if text[start - 1 : start] == "(" else start
    numeral = _NUMERAL_BEFORE.search(text[:opened][-10:]) if text[opened : opened + 1] == "(" else None
    return numeral is not None and span.strip("() ") == str(_value(numeral[1]))


def _value(numeral: str) -> int:
    """Of a Roman numeral."""
    values = [_ROMAN[letter] for letter in numeral]
    after = [*values[1:], 0]
    return sum(-one if one < other else one for one, other in zip(values, after, strict=True))


def narrowed(kind: AnswerType | None, span: str) -> str:
    """The span, or only its first clause when one figure is wanted and that clause holds one."""
    first = _CLAUSE.split(span, maxsplit=1)[0]
    return first if kind is not None and kind in _ONE_FIGURE and fits(first, kind) else span
