"""A briefing as JSON and back, so that it can be kept, edited and exported later."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from rag.briefing.values import Audience, Briefing, Days, Entry, Part, Section
from rag.errors import BadInput
from rag.types import Citation, Excerpt, Language, Value

FORM = 1  # raise when the JSON changes its form


def to_json(briefing: Briefing) -> dict[str, Any]:
    """Only what JSON has: dates are ISO 8601."""
    return {"form": FORM, **_plain(asdict(briefing))}


def from_json(stored: Mapping[str, Any]) -> Briefing:
    """Undoes `to_json`. Raises BadInput for anything else."""
    if stored.get("form") != FORM:
        raise BadInput("this briefing was kept by another release of the program: make it anew")
    try:
        return Briefing(
            topic=stored["topic"],
            language=Language(stored["language"]),
            audience=Audience(stored["audience"]),
            index_version=stored["index_version"],
            made_at=stored["made_at"],
            sections=tuple(Section(Part(s["part"]), tuple(map(_entry, s["entries"]))) for s in stored["sections"]),
            questions=tuple(stored["questions"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"this is no briefing ({error}): make it anew") from error


def _entry(stored: Mapping[str, Any]) -> Entry:
    days = stored["days"]
    return Entry(
        text=stored["text"],
        citations=tuple(map(_citation, stored["citations"])),
        values=tuple(Value(**value) for value in stored["values"]),
        days=days and Days(date.fromisoformat(days["first"]), date.fromisoformat(days["last"])),
        context=stored["context"],
        edited=stored["edited"],
    )


def _citation(stored: Mapping[str, Any]) -> Citation:
    published, table = stored["published"], stored["table"]
    typed = {
        "published": published and date.fromisoformat(published),
        "based_on": tuple(stored["based_on"]),
        "language": Language(stored["language"]),
        "table": table and _table(table),
        "doubtful": tuple(stored["doubtful"]),
    }
    return Citation(**{**stored, **typed})


def _table(stored: Mapping[str, Any]) -> Excerpt:
    return Excerpt(
        caption=stored["caption"],
        columns=tuple(stored["columns"]),
        rows=tuple(map(tuple, stored["rows"])),
        keys=stored["keys"],
        meant=stored["meant"] and tuple(stored["meant"]),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value
