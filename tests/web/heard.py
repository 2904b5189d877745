"""Ratings and questions of the tests."""

from typing import Any

from sqlalchemy import select

from web.records.database import Database
from web.records.hearing import ASKED, Heard, note, rate
from web.records.models import HeardRow


def save(database: Database, *ratings: Heard) -> None:
    with database.writing() as session:
        for each in ratings:
            rate(session, each)


def rated(database: Database) -> list[HeardRow]:
    """Newest first."""
    with database.reading() as session:
        query = select(HeardRow).where(HeardRow.kind != ASKED).order_by(HeardRow.at.desc(), HeardRow.id)
        return list(session.scalars(query))


def question(number: int, text: str, **values: Any) -> Heard:
    """Asked in Indonesian and not answered, unless the values say otherwise."""
    given = {"kind": "asked", "outcome": "not_found", "language": "id", **values}
    return Heard(id=f"{number:032x}", question=text, **given)


def ask(database: Database, *questions: Heard) -> None:
    with database.writing() as session:
        note(session, questions)
