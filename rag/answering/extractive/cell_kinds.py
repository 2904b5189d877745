"""What a cell of a table holds: told by its words and the name of its column, more strictly than of a sentence."""

import re
from functools import cache

from rag.documents.table_heads import is_figure
from rag.language.calendar_names import any_month, any_weekday
from rag.language.dates import find_dates
from rag.language.question_kinds import AnswerType, fits
from rag.language.stems import terms
from rag.language.units import ANY_TIME

_MONEY = re.compile(r"\b(?:rp|idr|rupiah)|[$€]|\b(?:gratis|free)\b", re.IGNORECASE)
_MONEY_COLUMN = re.compile(rf"{_MONEY.pattern}|\b(?:harga|biaya|tarif|honor|upah|gaji|price|cost|fee)\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}\b(?!\d|[.,]\d)")


_LABELS = {
    AnswerType.PLACE: frozenset(terms("tempat lokasi alamat venue place location address")),
    AnswerType.TIME: frozenset(terms("pukul jam waktu time")),
    AnswerType.DATE: frozenset(terms("hari tanggal date day")),
    AnswerType.DURATION: frozenset(terms("lama jangka waktu durasi duration period")),
    AnswerType.PERSON: frozenset(terms("nama lengkap name full")),
}


def names_kind(label: str, kind: AnswerType | None) -> bool:
    """Whether a label says no more than what kind of thing stands behind it: "Tempat", "hari, tanggal"."""
    own = frozenset(terms(label))
    return kind in _LABELS and bool(own) and own <= _LABELS[kind]


def holds(text: str, column: str, kind: AnswerType) -> bool:
    """Whether a cell below the name of its `column` holds a thing of this kind."""
    match kind:
        case AnswerType.MONEY:
            return bool(_MONEY.search(text)) or (is_figure(text) and bool(_MONEY_COLUMN.search(column)))
        case AnswerType.DATE:
            return bool(find_dates(text)) or _calendar().search(text) is not None
        case AnswerType.TIME:
            return _TIME.search(text) is not None
        case AnswerType.DURATION:
            return _lasting().search(text) is not None or (_is_bare(text) and _unit().search(column) is not None)
        case AnswerType.PERCENTAGE:
            return "%" in text or "persen" in text.lower() or (is_figure(text) and "%" in column)
        case AnswerType.NUMBER:
            return any(map(str.isdigit, text)) and not _MONEY.search(text) and not find_dates(text)
        case AnswerType.PERSON | AnswerType.PLACE:
            return fits(text, kind) and not any(map(str.isdigit, text))


def _is_bare(text: str) -> bool:
    return is_figure(text) and not _MONEY.search(text)


@cache
def _calendar() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_month()}|{any_weekday()})\b", re.IGNORECASE)


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(rf"\d\s*{ANY_TIME}\b", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"\b{ANY_TIME}\b", re.IGNORECASE)
