from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rag.cli.main import app
from web.protection.passwords import matches
from web.records.accounts import everybody, named
from web.records.database import Database
from web.records.models import AccountRow, AuditRow

PASSWORD = "sebelas gajah di Way Kambas"


@pytest.fixture(autouse=True)
def setting(place: str | Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_DATABASE", str(place))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def users(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["users", *arguments], input=typed)


def account(place: str | Path, name: str) -> AccountRow:
    with Database(place).reading() as session:
        found = named(session, name)
    assert found is not None
    return found


def test_the_first_administrator_is_made_with_a_password_that_was_typed_twice(place: str | Path) -> None:
    result = users("add", "Budi", "--role", "administrator", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert "added: budi (administrator)" in result.output
    assert PASSWORD not in result.output
    budi = account(place, "BUDI")
    assert (budi.role, budi.must_change, matches(PASSWORD, budi.password_hash)) == ("administrator", False, True)
    assert str(budi.password_hash).startswith("$argon2id$")


def test_a_password_from_the_standard_input_is_one_line(place: str | Path) -> None:
    assert users("add", "siti", "--role", "staff", "--password-stdin", typed=f"{PASSWORD}\nrest").exit_code == 0
    assert matches(PASSWORD, account(place, "siti").password_hash)


def test_a_generated_password_is_printed_once_and_must_be_changed(place: str | Path) -> None:
    printed = users("add", "siti", "--role", "evaluator", "--generate").output.strip().rpartition(" ")[2]
    siti = account(place, "siti")
    assert (matches(printed, siti.password_hash), siti.must_change, len(printed)) == (True, True, 19)


@pytest.mark.parametrize(
    "password", ["elevenchars", "Password12345", "aaaaaaaaaaaaaaaa", "lampunglampung!1", "x" * 257]
)
def test_a_password_that_will_not_do_makes_no_account(place: str | Path, password: str) -> None:
    assert users("add", "siti", "--role", "staff", "--password-stdin", typed=password + "\n").exit_code == 1
    with Database(place).reading() as session:
        assert everybody(session) == []


def test_a_name_is_given_once() -> None:
    users("add", "siti", "--role", "staff", "--generate")
    again = users("add", "SITI", "--role", "staff", "--generate")
    assert "There is an account siti already" in str(again.exception)


def test_the_only_administrator_cannot_be_disabled(place: str | Path) -> None:
    users("add", "budi", "--role", "administrator", "--generate")
    assert "only administrator" in str(users("disable", "budi").exception)
    users("add", "siti", "--role", "administrator", "--generate")
    assert users("disable", "budi").exit_code == 0
    assert account(place, "budi").disabled_at is not None
    assert "only administrator" in str(users("disable", "siti").exception)


def test_the_list_names_role_and_state() -> None:
    assert "no accounts yet" in users("list").output
    users("add", "budi", "--role", "staff", "--full-name", "Budi Santoso", "--generate")
    users("disable", "budi")
    (line,) = [line for line in users("list").output.splitlines() if "budi" in line]
    assert line.split()[:5] == ["budi", "Budi", "Santoso", "staff", "disabled"]
    users("enable", "budi")
    assert " open " in users("list").output


def test_a_reset_replaces_the_password(place: str | Path) -> None:
    users("add", "budi", "--role", "staff", "--generate")
    users("reset", "budi", "--password-stdin", typed=PASSWORD + "\n")
    assert matches(PASSWORD, account(place, "budi").password_hash)
    assert "no account nobody" in str(users("reset", "nobody", "--generate").exception)


def test_every_change_is_in_the_audit_log(place: str | Path) -> None:
    users("add", "budi", "--role", "staff", "--generate")
    users("disable", "budi")
    with Database(place).reading() as session:
        rows = session.query(AuditRow).order_by(AuditRow.id).all()
    assert [(row.action, row.subject) for row in rows] == [
        ("account.added", "account:budi"),
        ("account.disabled", "account:budi"),
    ]
    assert all(row.actor.startswith("terminal") for row in rows)


def test_check_says_how_far_the_database_is_and_upgrade_makes_it() -> None:
    run = CliRunner().invoke
    before = run(app, ["database", "check"])
    assert before.exit_code == 1
    assert "up to date" in run(app, ["database", "upgrade"]).output
    after = run(app, ["database", "check"])
    assert (after.exit_code, "up to date" in after.output) == (0, True)
