"""Whether a span can be the answer asked for: money for "gaji", a share for "persen", the holder of an office."""

import re

from rag.answering.offices import holds_office, is_named, office_in
from rag.names import territory_codes
from rag.reader import AnswerType, answer_type, fits
from rag.text import words

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
_LOCATED = re.compile(
    r"\b(?:di|ke|dari|pada|dalam|melalui|lewat|menuju|via|at|in|to|from|through|on)\s+(?:\w+\s+)?$", re.IGNORECASE
)
# "Selain gubernur, siapa ...": who or what is not the answer.
_EXCEPT = re.compile(
    r"\b(?:selain|kecuali|other than|besides|apart from|except(?: for)?) +(?P<left_out>[^,?;]+?)"
    r"(?=[,?;]|$| +(?:siapa|apa|mana|negara|provinsi|who|what|which)\b)[,]? *",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    r"\b(?:di|ke) (?P<noun>ruang|ruangan|aula|gedung|hotel|kantor|kota|kabupaten|kecamatan|kelurahan|desa|kampung|"
    r"pelabuhan|bandara|kampus) (?:mana|apa)\b",
    re.IGNORECASE,
)
_AT_ONE_PLACE = re.compile(r"\bdi ?mana\b(?! saja)", re.IGNORECASE)
_FEW_PLACES = 2
_NUMERAL_AGAIN = re.compile(r"\b[IVXLC]+ $")  # "kelas XII (12)"
_CHOICE = re.compile(r"\b(?:atau|apa|antara|or|between|apakah|is|are|does|did)\b", re.IGNORECASE)
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


def _excepted(question: str, text: str, start: int, end: int) -> bool:
    """Whether the span is, or holds the office of, what the question leaves out."""
    left_out = _EXCEPT.search(question)
    if left_out is None:
        return False
    named = left_out["left_out"]
    office = office_in(named)
    if office and is_named(text[start:end]) and holds_office(office, named, text, start, end):
        return True
    return frozenset(words(text[start:end])) <= frozenset(words(named))


def plausible(question: str, kind: AnswerType | None, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` can answer; `text` is the sentence or passage around the span."""
    span = text[start:end]
    if _excepted(question, text, start, end) or not _beside_its_noun(question, text, start, end):
        return False
    if _MOST_ASKED.search(question) and not _MOST_SAID.search(text) and len(_ROW.findall(text)) < _ROWS:
        return False  # a row of a table does not say that it is the largest one; all rows together show it
    places = territory_codes(text) - territory_codes(question)
    if not places and (
        _TERRITORY_ASKED.search(question) or (_WHERE_TO.search(question) and not _SOMEWHERE.search(text))
    ):
        return False  # a list of jobs is no list of destinations
    if kind is None:
        return True
    if kind is AnswerType.PLACE and not _is_place_asked_for(question, text, start, span):
        return False
    if not fits(span, kind) or (kind is AnswerType.NUMBER and _numeral_again(text, start, span)):
        return False
    unit = _UNITS.get(kind)
    if unit is not None and not unit.search(text[max(0, start - _NEAR) : end + _NEAR]):
        return False
    if kind is not AnswerType.PERSON:
        return True
    office = office_in(_EXCEPT.sub("", question))
    return office is None or (is_named(span) and holds_office(office, question, text, start, end))


def of_another_place(question: str, passage: str) -> bool:
    """Whether the holder of an office of some province or country is asked for, and the passage never names that one.

    "Gubernur Rahmat menyatakan ..." says whose governor he is to readers of the whole page only.
    """
    places = territory_codes(question)
    return bool(places) and office_in(question) is not None and not places & territory_codes(passage)


def _is_place_asked_for(question: str, text: str, start: int, span: str) -> bool:
    """New to who asks, a place at all, and one for "di mana"."""
    if _CHOICE.search(question):
        return True
    if _repeats(question, span) or not _could_be_place(text[:start], span):
        return False
    return not (_AT_ONE_PLACE.search(question) and len(territory_codes(span)) > _FEW_PLACES)


def _beside_its_noun(question: str, text: str, start: int, end: int) -> bool:
    """A room for "di ruang mana", not the town, where the sentence names a room."""
    asked = _IN_WHICH.search(question)
    noun = re.compile(rf"\b{asked['noun']}\b", re.IGNORECASE) if asked else None
    if noun is None or not noun.search(text):
        return True
    return bool(noun.search(text[start:end]) or re.search(rf"{noun.pattern} (?:\w+ )?$", text[:start], re.IGNORECASE))


def _could_be_place(before: str, span: str) -> bool:
    """A name, or what follows "di": "caregiver dan housemaid" is nowhere."""
    return span != span.lower() or bool(territory_codes(span)) or _LOCATED.search(before) is not None


def _numeral_again(text: str, start: int, span: str) -> bool:
    """Whether it is the "12" of "kelas XII (12)", which counts nothing."""
    opened = start - 1 if text[start - 1 : start] == "(" else start
    return text[opened : opened + 1] == "(" and _NUMERAL_AGAIN.search(text[:opened]) is not None and len(span) < 6


def _repeats(question: str, span: str) -> bool:
    """Whether the question names all of it: nobody asks where in order to hear the place he named."""
    return frozenset(words(span)) <= frozenset(words(question))


def narrowed(kind: AnswerType | None, span: str) -> str:
    """The span, or only its first clause when one figure is wanted and that clause holds one."""
    first = _CLAUSE.split(span, maxsplit=1)[0]
    return first if kind is not None and kind in _ONE_FIGURE and fits(first, kind) else span
