import csv
import io
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from rag.cli.main import app
from rag.settings import Settings
from tests.web.accounts import database_of, sign_in
from tests.web.heard import rated, save
from web.protection.permissions import Role
from web.records.audit import BEGINNING, Chain, Wanted, count, find, hash_of, holds, prune, record, table_of, verify
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.hearing import Heard
from web.records.models import AuditRow, HeardRow
from web.records.retention import forget
from web.staff.audit import Asked


def fill(database: Database, rows: int = 5) -> None:
    for number in range(rows):
        with database.writing() as session:
            record(session, "ani" if number % 2 else "budi", f"test.{number}", f"thing:{number}")


def chain_of(database: Database) -> Chain:
    with database.reading() as session:
        return verify(session)


def let_change(database: Database) -> None:
    """As somebody would who has the database itself."""
    table = " ON audit" if database.name.startswith("postgresql") else ""
    with database.writing() as session:
        session.execute(text(f"DROP TRIGGER audit_unchangeable{table}"))


def test_each_row_holds_the_hash_of_the_one_before(database: Database) -> None:
    fill(database, 3)
    with database.reading() as session:
        rows = list(session.scalars(select(AuditRow).order_by(AuditRow.id)))
    assert [row.id for row in rows] == [1, 2, 3]
    assert [row.previous for row in rows] == [BEGINNING, rows[0].hash, rows[1].hash]
    assert all(row.hash == hash_of(row) for row in rows)
    assert chain_of(database) == Chain(3, rows[2].hash)


def test_a_row_cannot_be_changed(database: Database) -> None:
    fill(database, 1)
    with pytest.raises((RecordsUnavailable, DBAPIError), match="cannot be changed"), database.writing() as session:
        session.execute(text("UPDATE audit SET actor = 'nobody'"))


@pytest.mark.parametrize(
    ("forgery", "broken_at"),
    [
        ("UPDATE audit SET actor = 'siti' WHERE id = 3", 3),
        ("UPDATE audit SET details = '{\"x\": 1}' WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 2", 3),
        ("DELETE FROM audit WHERE id = 1", 2),
    ],
)
def test_a_row_that_was_changed_or_taken_out_is_found(database: Database, forgery: str, broken_at: int) -> None:
    fill(database)
    let_change(database)
    with database.writing() as session:
        session.execute(text(forgery))
    assert chain_of(database).broken_at == broken_at


def test_a_log_cut_at_its_end_no_longer_holds_the_hash_noted_down(database: Database) -> None:
    fill(database)
    head = chain_of(database).head
    with database.writing() as session:
        assert holds(session, head)
        session.execute(text("DELETE FROM audit WHERE id = 5"))
    assert chain_of(database).broken_at is None
    with database.reading() as session:
        assert not holds(session, head)


def test_rows_of_many_at_once_make_one_chain(database: Database) -> None:
    threads = [threading.Thread(target=fill, args=(database, 4)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert chain_of(database).rows == 16
    assert chain_of(database).broken_at is None


def test_a_row_belongs_to_the_transaction_of_what_it_tells(database: Database) -> None:
    def fail() -> None:
        with database.writing() as session:
            record(session, "budi", "test.failed")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert chain_of(database).rows == 0


def test_the_oldest_rows_go_after_their_time_and_the_chain_still_holds(database: Database) -> None:
    fill(database)
    with database.writing() as session:
        assert prune(session, datetime.now(UTC) + timedelta(seconds=1), "retention") == 5
    fill(database, 2)
    chain = chain_of(database)
    assert (chain.rows, chain.broken_at) == (3, None)
    with database.reading() as session:
        assert [row.id for row in find(session, Wanted())] == [8, 7, 6]
    with database.writing() as session:
        assert prune(session, datetime.now(UTC) + timedelta(seconds=1), "retention") == 3
    assert (chain_of(database).rows, chain_of(database).broken_at) == (1, None)


def test_details_are_masked(database: Database) -> None:
    with database.writing() as session:
        record(session, "budi@contoh.id", "test.said", details={"note": "telepon 0812 3456 7890", "rows": 3})
    with database.reading() as session:
        (row,) = session.scalars(select(AuditRow))
    assert (row.actor, row.details) == ("budi@contoh.id", '{"note": "telepon [telepon]", "rows": 3}')


def test_rows_are_found_by_person_action_and_period(database: Database) -> None:
    fill(database)
    now = datetime.now(UTC)
    with database.reading() as session:
        assert [row.id for row in find(session, Wanted(actor="ani"))] == [4, 2]
        assert [row.id for row in find(session, Wanted(action="test.2"))] == [3]
        assert count(session, Wanted(since=now - timedelta(hours=1), until=now + timedelta(hours=1))) == 5
        assert count(session, Wanted(until=now - timedelta(hours=1))) == 0


def test_the_last_day_of_a_period_counts_and_what_is_no_date_is_no_bound() -> None:
    wanted = Asked(since="2026-05-01", until="2026-05-02").wanted()
    assert (wanted.since, wanted.until) == (datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 3, tzinfo=UTC))
    assert Asked(since="yesterday", until="2026-13-01").wanted() == Wanted()


def test_a_cell_that_a_spreadsheet_would_compute_is_text() -> None:
    row = AuditRow(
        id=1, at=datetime(2026, 5, 1, tzinfo=UTC), actor="=1+1", action="a", subject="", details="{}", hash="h"
    )
    _, line = table_of(iter([row]))
    assert next(csv.reader(io.StringIO(line)))[2] == "'=1+1"


def test_what_is_over_its_time_is_forgotten_and_said(database: Database) -> None:
    save(database, Heard("1" * 32, "up"), Heard("2" * 32, "up"))
    with database.writing() as session:
        session.get_one(HeardRow, "1" * 32).at = datetime.now(UTC) - timedelta(days=31)
    settings = Settings(_env_file=None, feedback_days=30)
    assert forget(database, settings).feedback == 1
    assert [row.id for row in rated(database)] == ["2" * 32]
    with database.reading() as session:
        assert [(row.action, row.details) for row in find(session, Wanted())] == [("retention.ran", '{"deleted": 1}')]
    assert forget(database, settings).feedback == 0
    assert chain_of(database).rows == 1


def test_the_commands_verify_export_and_forget(place: str | Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_DATABASE", str(place))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    database = Database(place)
    fill(database, 2)
    head = chain_of(database).head
    run = CliRunner().invoke
    assert f"whole: 2 rows; the last hash is {head}" in run(app, ["audit", "verify", "--head", head]).output
    rows = list(csv.DictReader(io.StringIO(run(app, ["audit", "export"]).output)))
    assert [row["action"] for row in rows] == ["audit.exported", "test.1", "test.0"]
    assert run(app, ["retention"]).output == "deleted: feedback 0, answers 0, rows of the audit log 0\n"
    assert "no longer holds" in str(run(app, ["audit", "verify", "--head", "0" * 64]).exception)
    let_change(database)
    with database.writing() as session:
        session.execute(text("UPDATE audit SET actor = 'siti' WHERE id = 2"))
    assert "does not fit from row 2 on" in str(run(app, ["audit", "verify"]).exception)


def test_administrators_see_the_log_filter_it_and_take_it_away(client: TestClient) -> None:
    fill(database_of(client), 60)
    person = sign_in(client, Role.ADMINISTRATOR)
    tree = html.fromstring(person.get("/staff/audit").text)
    assert len(tree.xpath("//tbody/tr")) == 50
    assert tree.xpath("//a[@rel='next']/@href") == ["/staff/audit?page=2"]
    assert len(html.fromstring(person.get("/staff/audit?page=99").text).xpath("//tbody/tr")) == 11
    only = html.fromstring(person.get("/staff/audit?actor=ani&action=test.3").text)
    assert [row.text_content().strip() for row in only.xpath("//tbody/tr/td[3]")] == ["thing:3"]
    for last in ("9999-12-31", "0000-00-00"):  # the last day there is, and no day: no bound
        assert len(html.fromstring(person.get(f"/staff/audit?until={last}").text).xpath("//tbody/tr")) == 50
    table = person.get("/staff/audit/export.csv?actor=ani")
    assert table.headers["content-disposition"] == 'attachment; filename="audit.csv"'
    assert len(list(csv.DictReader(io.StringIO(table.text)))) == 30


@pytest.mark.parametrize(("language", "title"), [("id", "Yang disimpan"), ("en", "What is stored")])
def test_the_public_is_told_what_is_stored_and_how_long(client: TestClient, language: str, title: str) -> None:
    client.cookies.set("bahasa", language)
    page = html.fromstring(client.get("/privacy").text)
    assert page.xpath("string(//h1)") == title
    assert {"365", "730"} <= set(page.xpath("string(//main)").replace(".", " ").split())
    assert "/privacy" in html.fromstring(client.get("/").text).xpath("//footer//a/@href")
