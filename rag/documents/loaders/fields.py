"""Values that front matter, JSON and HTML meta tags hold, as the types of a Document."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from rag.documents.cleaning import tidy
from rag.language.dates import published_day
from rag.types import Language, Notice, NoticeKind

_SHOWN = 40  # characters of a value that is no date


def as_date(value: object) -> date | None:
    """A day in Jakarta from what YAML or JSON hold: a date, a time or text."""
    if isinstance(value, date):
        return published_day(value.isoformat())
    return published_day(value) if isinstance(value, str) else None


def date_of(fields: Mapping[str, Any], *names: str) -> tuple[date | None, tuple[Notice, ...]]:
    """The first of the named fields that is given, as a day, and a notice when it is none."""
    value = next((fields[name] for name in names if fields.get(name)), None)
    day = as_date(value)
    if value is None or day is not None:
        return day, ()
    shown = " ".join(str(value).split())[:_SHOWN]
    return None, (Notice(NoticeKind.UNREAD_DATE, name=shown),)


def as_language(code: str | None) -> Language | None:
    """The language of a code such as "id", "en-GB" or "in_ID"; None for others."""
    primary = re.split(r"[-_]", (code or "").strip().lower())[0]
    return {"id": Language.INDONESIAN, "in": Language.INDONESIAN, "en": Language.ENGLISH}.get(primary)


def first_string(fields: Mapping[str, Any], *names: str) -> str | None:
    """The first of the named fields that holds a word or a number, on one line."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return " ".join(tidy(str(value)).split()) or None
    return None
