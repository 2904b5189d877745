"""What people say of a document, checked before it is kept."""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from rag.errors import LibraryProblem
from rag.library.records import Field
from rag.wording.words import N_

_LONGEST = {Field.TITLE: 300, Field.PUBLISHER: 200, Field.URL: 1000, Field.KIND: 60, Field.TAGS: 300}
_HERE = ZoneInfo("Asia/Jakarta")


def today_here() -> date:
    """The day it is for those who publish here."""
    return datetime.now(_HERE).date()


def checked(fields: Mapping[Field, str], today: date) -> dict[Field, str]:
    """The fields, tidied; "" says that a document has none. Raises LibraryProblem for what cannot be meant."""
    return {field: _checked(field, " ".join(value.split()), today) for field, value in fields.items()}


def _checked(field: Field, value: str, today: date) -> str:
    if field is Field.TITLE and not value:
        raise LibraryProblem(N_("a document needs a title: give one"))
    if not value:
        return ""
    if field is Field.PUBLISHED:
        return _day(value, today)
    if field is Field.URL and _scheme(value) not in ("http", "https"):
        raise LibraryProblem(
            N_("“%(value)s” is no address of a page: it begins with https:// or http://"), value=value[:80]
        )
    if len(value) > _LONGEST[field]:
        raise LibraryProblem(
            N_("“%(value)s …” is longer than %(limit)s characters: shorten it"), value=value[:40], limit=_LONGEST[field]
        )
    return ", ".join(dict.fromkeys(filter(None, map(str.strip, value.split(","))))) if field is Field.TAGS else value


def _scheme(value: str) -> str | None:
    """The scheme of an address that names a host."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return parts.scheme if parts.netloc else None


def _day(value: str, today: date) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise LibraryProblem(N_("“%(value)s” is no date: write it as 2025-08-27"), value=value[:40]) from error
    if day > today:
        raise LibraryProblem(N_("the date %(day)s lies in the future: check the year"), day=day.isoformat())
    return day.isoformat()
