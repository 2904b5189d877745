from datetime import date

import pytest

from rag.types import Language
from web.records.audit import Wanted, find
from web.records.database import Database
from web.records.failures import Unfit
from web.records.switching import (
    Notice,
    State,
    Switch,
    SwitchRow,
    remove_notice,
    set_notice,
    state_of,
    switch_off,
    switch_on,
)

TODAY = date(2026, 3, 1)


def state(database: Database) -> State:
    with database.reading() as session:
        return state_of(session)


def audit(database: Database) -> list[tuple[str, str, str, str]]:
    with database.reading() as session:
        return [(row.actor, row.action, row.subject, row.said) for row in find(session, Wanted())][::-1]


def test_off_and_on_are_told_with_reason_and_each_leaves_a_row(database: Database) -> None:
    assert state(database) == State()
    with database.writing() as session:
        switch_off(session, "ani", Switch.API, "  too many\nrobots ")
    off = state(database).off[Switch.API]
    assert (off.reason, off.by) == ("too many robots", "ani")
    with database.writing() as session:
        switch_on(session, "budi", Switch.API)
    assert state(database) == State()
    assert audit(database) == [
        ("ani", "switch.off", "switch:api", "reason: too many robots"),
        ("budi", "switch.on", "switch:api", ""),
    ]


def test_what_cannot_be_switched_is_refused_and_leaves_no_row(database: Database) -> None:
    with database.writing() as session:
        switch_off(session, "ani", Switch.PAGE, "repair")
    for change in (
        lambda session: switch_off(session, "ani", Switch.PAGE, "again"),
        lambda session: switch_off(session, "ani", Switch.MODEL, " \u202e "),
        lambda session: switch_off(session, "ani", Switch.MODEL, "x" * 301),
        lambda session: switch_on(session, "ani", Switch.MODEL, "x"),
    ):
        with pytest.raises(Unfit), database.writing() as session:
            change(session)
    assert len(audit(database)) == 1
    assert list(state(database).off) == [Switch.PAGE]


def test_a_switch_of_a_newer_version_is_passed_over(database: Database) -> None:
    with database.writing() as session:
        switch_off(session, "ani", Switch.MODEL, "costs")
        row = session.get(SwitchRow, "model")
        assert row is not None
        session.add(SwitchRow(name="teleprinter", reason="old", by="ani", at=row.at))
    assert list(state(database).off) == [Switch.MODEL]


def test_a_notice_is_one_line_in_two_languages_until_its_last_day(database: Database) -> None:
    with database.writing() as session:
        set_notice(session, "ani", Notice("Tutup\nSabtu\u202e.", "Closed on Saturday.", TODAY), TODAY)
    notice = state(database).notice
    assert notice == Notice("Tutup Sabtu.", "Closed on Saturday.", TODAY)
    assert [notice.text(each) for each in (Language.INDONESIAN, Language.ENGLISH)] == [
        "Tutup Sabtu.",
        "Closed on Saturday.",
    ]
    shown = State(notice=notice)
    assert (shown.notice_on(TODAY), shown.notice_on(date(2026, 3, 2))) == (notice, None)
    with database.writing() as session:
        set_notice(session, "ani", Notice("Buka.", "Open."), TODAY)
        remove_notice(session, "ani")
    assert state(database).notice is None
    assert [row[1] for row in audit(database)] == ["notice.set", "notice.set", "notice.removed"]


@pytest.mark.parametrize(
    "notice",
    [Notice("Tutup.", " "), Notice("", "Closed."), Notice("x" * 301, "x"), Notice("a", "b", date(2026, 2, 28))],
)
def test_a_notice_that_would_not_be_read_is_refused(database: Database, notice: Notice) -> None:
    with pytest.raises(Unfit), database.writing() as session:
        set_notice(session, "ani", notice, TODAY)
    with pytest.raises(Unfit), database.writing() as session:
        remove_notice(session, "ani")
    assert audit(database) == []
