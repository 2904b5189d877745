"""The queue and what people ask, on both kinds of database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.web.heard import ask, question, save
from web.records import cases
from web.records.asking import Counted, asked_in
from web.records.cases import Wanted
from web.records.database import Database
from web.records.failures import Unfit
from web.records.grouping import Grouping
from web.records.hearing import Heard
from web.records.models import AuditRow, CaseNoteRow, CaseRow

NOW = datetime(2026, 5, 10, 12, tzinfo=UTC)


@pytest.fixture
def filled(database: Database) -> Database:
    """Case 1: asked twice without an answer; 2: rated down with a comment, English; 3: asked and answered."""
    days = {number: NOW - timedelta(days=number) for number in range(30)}
    ask(database, question(1, "pajak", at=days[3]), question(2, "pajak", at=days[1]))
    save(database, Heard("a" * 32, "down", "too long", "coffee", outcome="answered", language="en", at=days[2]))
    ask(database, question(3, "beras", outcome="answered", at=days[0]))
    # In the order in which they were said: pajak, coffee, pajak again, beras.
    while Grouping(database, None).step():
        pass
    return database


def questions(database: Database, **wanted) -> list[str]:
    with database.reading() as session:
        found = [each.case.question for each in cases.find(session, Wanted(**wanted))]
        assert cases.count(session, Wanted(**wanted)) == len(found)
        return found


def test_the_queue_holds_what_was_rated_or_not_answered_last_heard_first(filled: Database) -> None:
    assert questions(filled) == ["pajak", "coffee"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kind": "down"}, ["coffee"]),
        ({"kind": "comment"}, ["coffee"]),
        ({"kind": "unanswered"}, ["pajak"]),
        ({"kind": "up"}, []),
        ({"language": "en"}, ["coffee"]),
        ({"since": NOW - timedelta(days=1)}, ["pajak"]),
        ({"until": NOW - timedelta(days=2, hours=1)}, ["pajak"]),
        ({"state": "resolved"}, []),
        ({"state": "all"}, ["pajak", "coffee"]),
    ],
)
def test_cases_are_filtered(filled: Database, wanted: dict, found: list[str]) -> None:
    assert questions(filled, **wanted) == found


def test_each_kind_is_counted(filled: Database) -> None:
    with filled.reading() as session:
        first, second = cases.find(session, Wanted())
    assert (first.unanswered, first.down, first.up, first.comments) == (2, 0, 0, 0)
    assert (second.unanswered, second.down, second.up, second.comments) == (0, 1, 0, 1)


def test_a_case_is_assigned_noted_on_and_resolved_each_with_its_row_of_the_log(filled: Database) -> None:
    with filled.writing() as session:
        row = session.get_one(CaseRow, 1)
        cases.assign(session, "ani", row, 1, "budi")
        assert row.state == "assigned"
        cases.resolve(session, "budi", row, 2, "Dokumen ditambahkan, telepon 0812-3456-7890")
    with filled.reading() as session:
        assert session.get_one(CaseRow, 1).state == "resolved"
        assert session.scalars(select(CaseNoteRow.text)).all() == ["Dokumen ditambahkan, telepon [telepon]"]
        said = session.scalars(select(AuditRow.action).order_by(AuditRow.id)).all()
    assert said == ["case.assigned", "case.noted", "case.resolved"]
    assert questions(filled) == ["coffee"]


def test_what_somebody_changed_meanwhile_is_not_overwritten(filled: Database) -> None:
    with filled.writing() as session:
        cases.assign(session, "ani", session.get_one(CaseRow, 1), 1, "ani")
    with pytest.raises(Unfit), filled.writing() as session:
        cases.assign(session, "budi", session.get_one(CaseRow, 1), 1, "budi")
    with filled.reading() as session:
        assert session.get_one(CaseRow, 1).assignee == "ani"


def test_what_people_ask_is_counted_by_language_period_and_topic(filled: Database) -> None:
    first, last = datetime(2026, 5, 7, tzinfo=UTC), datetime(2026, 5, 11, tzinfo=UTC)
    with filled.reading() as session:
        found = asked_in(session, first, last, "", None)
    assert found.total == Counted(3, 2)
    assert found.by_language == {"id": Counted(3, 2)}
    assert [(each.first.day, each.counted.asked, each.counted.unanswered) for each in found.trend] == [
        (7, 1, 1),
        (8, 0, 0),
        (9, 1, 1),
        (10, 1, 0),
    ]
    assert [(each.question, each.counted) for each in found.topics] == [("pajak", Counted(2, 2)), ("beras", Counted(1))]


def test_a_long_period_has_few_parts(filled: Database) -> None:
    first, last = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 5, 11, tzinfo=UTC)
    with filled.reading() as session:
        trend = asked_in(session, first, last, "", None).trend
    assert len(trend) == 5
    assert (trend[0].first, trend[0].last, trend[-1].last) == (date(2026, 1, 1), date(2026, 1, 28), date(2026, 5, 10))
