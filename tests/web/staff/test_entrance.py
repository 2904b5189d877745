"""Signing in and out in a browser, and what becomes of a form whose session ended."""

import re
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.web.accounts import LOCAL, PASSWORD, add_person, csrf, database_of, sign_in
from tests.web.conftest import Open
from web.protection.passwords import matches
from web.protection.permissions import Role
from web.records.attempts import LOCKED
from web.records.database import Database
from web.records.models import AttemptRow, AuditRow, SessionRow
from web.staff.signing_in import Refused, Tried
from web.staff.signing_in import sign_in as enter

COMMON = "Password1234"
FRESH = "tiga perahu di Teluk Semaka"


@pytest.fixture
def guest(open_client: Open, place: str | Path, attempts_stand: None) -> TestClient:
    """Somebody at the entrance; "budi" is staff."""
    client = open_client(database=place, requests_per_minute=10_000, site_hosts=("tanya.example",))
    client.base_url = LOCAL
    client.cookies.set("bahasa", "en")
    add_person(database_of(client), "budi", Role.STAFF)
    return client


def tried(client: TestClient, name: str = "budi", password: str = "wrong", **fields: str) -> tuple[int, str]:
    answer = client.post("/login", data={"name": name, "password": password, **fields}, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", "")


def let_time_pass(database: Database, gone: timedelta) -> None:
    """As if all that happened had happened earlier."""
    with database.writing() as session:
        for row in session.query(AttemptRow):
            row.last_at, row.blocked_until = row.last_at - gone, row.blocked_until - gone
        for one in session.query(SessionRow):
            one.seen_at = one.seen_at - gone


def test_the_right_password_opens_the_page_that_was_wanted(guest: TestClient) -> None:
    away = guest.get("/account?done=ended", follow_redirects=False).headers["location"]
    assert away == "/login?next=%2Faccount%3Fdone%3Dended"
    assert tried(guest, password=PASSWORD, next="/account?done=ended") == (303, "/account?done=ended")
    assert "Where you are signed in" in guest.get("/account").text
    assert tried(guest, password=PASSWORD, next="//lain.example/") == (303, "/")


def test_a_wrong_password_and_an_unknown_name_get_the_same_words(guest: TestClient) -> None:
    pages = [guest.post("/login", data={"name": name, "password": "x"}) for name in ("budi", "nemo")]
    texts = [html.fromstring(page.text).xpath("string(//*[@role='alert'])") for page in pages]
    assert [page.status_code for page in pages] == [401, 401]
    assert texts == ["Name or password are not right."] * 2


def test_the_cookie_is_out_of_reach_and_its_token_is_stored_as_a_hash(guest: TestClient) -> None:
    answer = guest.post("/login", data={"name": "budi", "password": PASSWORD}, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert "Secure" not in cookie  # plain http on this machine
    token = re.split("[=;]", cookie)[1]
    assert len(token) == 43  # 256 bits in base64
    with database_of(guest).reading() as session:
        (row,) = session.query(SessionRow)
    assert token not in str(vars(row))


def test_elsewhere_the_cookie_is_for_https_only(guest: TestClient) -> None:
    guest.base_url = "https://tanya.example"
    answer = guest.post("/login", data={"name": "budi", "password": PASSWORD}, follow_redirects=False)
    assert answer.headers["set-cookie"].startswith("__Host-sesi=")
    assert "Secure" in answer.headers["set-cookie"]
    guest.base_url = "http://tanya.example"
    assert "without encryption" in guest.get("/login").text


def test_after_three_failures_one_waits_twice_as_long_each_time(guest: TestClient) -> None:
    assert [tried(guest)[0] for _ in range(4)] == [401, 401, 401, 429]
    assert tried(guest, password=PASSWORD)[0] == 429  # nothing is tried meanwhile, nor counted
    let_time_pass(database_of(guest), timedelta(seconds=1))
    assert [tried(guest)[0], tried(guest)[0]] == [401, 429]
    let_time_pass(database_of(guest), timedelta(seconds=1))
    assert tried(guest)[0] == 429
    let_time_pass(database_of(guest), timedelta(seconds=1))
    assert tried(guest, password=PASSWORD)[0] == 303
    assert tried(guest)[0] == 401  # counted anew


@pytest.mark.parametrize("name", ["budi", "nemo"])
def test_ten_failures_lock_a_name_whether_there_is_such_an_account_or_not(guest: TestClient, name: str) -> None:
    for _ in range(10):
        assert tried(guest, name)[0] == 401
        let_time_pass(database_of(guest), timedelta(minutes=5))
    page = guest.post("/login", data={"name": name, "password": PASSWORD})
    assert page.status_code == 429
    wait_s = int(re.sub(r"\D", "", re.findall(r"Please wait ([\d,]+) s", page.text)[0]))
    assert wait_s == (LOCKED - timedelta(minutes=5)).total_seconds()
    let_time_pass(database_of(guest), timedelta(minutes=10))
    assert tried(guest, "budi", PASSWORD)[0] == 303


def test_an_address_that_tries_many_names_is_slowed_down(guest: TestClient) -> None:
    codes = [tried(guest, f"name{number}")[0] for number in range(21)]
    assert codes == [401] * 20 + [429]


def test_many_attempts_at_once_are_all_counted(guest: TestClient) -> None:
    settings = guest.app.state.services.settings  # type: ignore[attr-defined]
    waits: list[int] = []
    before = datetime.now(UTC) - timedelta(minutes=1)
    with database_of(guest).writing() as session:
        session.add(AttemptRow(key="account:budi", failures=9, last_at=before, blocked_until=before))

    def attempt() -> None:
        with pytest.raises(Refused) as refused:
            enter(database_of(guest), settings, Tried("budi", "wrong", "192.0.2.1", ""))
        waits.append(refused.value.wait_s)

    threads = [threading.Thread(target=attempt) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits.count(0) == 1  # the tenth, which locks for all the others


def test_a_session_ends_when_it_is_not_used_and_after_its_hours(guest: TestClient) -> None:
    sign_in(guest, Role.STAFF, "budi")
    let_time_pass(database_of(guest), timedelta(minutes=59))
    assert guest.get("/staff", follow_redirects=False).status_code == 200  # which counts as use
    let_time_pass(database_of(guest), timedelta(minutes=59))
    assert guest.get("/staff", follow_redirects=False).status_code == 200
    let_time_pass(database_of(guest), timedelta(minutes=61))
    assert guest.get("/staff", follow_redirects=False).status_code == 303
    sign_in(guest, Role.STAFF, "budi")
    with database_of(guest).writing() as session:
        for row in session.query(SessionRow):
            row.expires_at = datetime.now(UTC)
    assert guest.get("/staff", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session_also_for_a_copied_cookie(guest: TestClient) -> None:
    sign_in(guest, Role.STAFF, "budi")
    copied = dict(guest.cookies)
    assert guest.post("/logout", data={"csrf": csrf(guest)}, follow_redirects=False).status_code == 303
    guest.cookies.update(copied)
    assert guest.get("/staff", follow_redirects=False).status_code == 303


def test_a_new_password_signs_out_the_other_browsers_and_keeps_this_one(guest: TestClient) -> None:
    other = TestClient(guest.app, base_url=LOCAL)
    sign_in(other, Role.STAFF, "budi")
    sign_in(guest, Role.STAFF, "budi")
    fields = {"csrf": csrf(guest), "password": PASSWORD, "new_password": FRESH, "new_password_again": FRESH}
    assert "Every other browser was signed out" in guest.post("/account/password", data=fields).text
    assert other.get("/staff", follow_redirects=False).status_code == 303
    assert tried(other, password=PASSWORD)[0] == 401
    assert tried(other, password=FRESH)[0] == 303


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"password": "wrong", "new_password": FRESH, "new_password_again": FRESH}, "present password is not right"),
        ({"password": PASSWORD, "new_password": FRESH, "new_password_again": "x"}, "not the same"),
        ({"password": PASSWORD, "new_password": "short", "new_password_again": "short"}, "at least 12"),
        (
            {"password": PASSWORD, "new_password": COMMON, "new_password_again": COMMON},
            "among the first",
        ),
    ],
)
def test_a_password_that_will_not_do_is_told(guest: TestClient, fields: dict[str, str], said: str) -> None:
    sign_in(guest, Role.STAFF, "budi")
    answer = guest.post("/account/password", data={"csrf": csrf(guest), **fields})
    assert (answer.status_code, said in answer.text) == (422, True)


def test_a_form_sent_after_the_session_ended_is_kept_through_the_entrance(guest: TestClient) -> None:
    add_person(database_of(guest), "ani", Role.ADMINISTRATOR)
    sign_in(guest, Role.ADMINISTRATOR, "ani")
    typed = {"csrf": csrf(guest), "name": "siti", "full_name": 'Siti "Nur" <Aminah>', "role": "evaluator"}
    let_time_pass(database_of(guest), timedelta(hours=2))
    page = guest.post("/staff/users", data=typed)
    assert (page.status_code, "what you typed is kept" in page.text) == (401, True)
    (kept,) = html.fromstring(page.text).xpath("//input[@name='kept']/@value")
    # A first wrong attempt loses nothing either.
    page = guest.post("/login", data={"name": "ani", "password": "wrong", "kept": kept})
    (kept,) = html.fromstring(page.text).xpath("//input[@name='kept']/@value")
    page = guest.post("/login", data={"name": "ani", "password": PASSWORD, "kept": kept})
    (form,) = html.fromstring(page.text).xpath("//main//form")
    assert form.get("action") == "/staff/users"
    fields = {name: form.fields[name] for name in form.fields}
    assert {name: fields[name] for name in typed if name != "csrf"} == {n: typed[n] for n in typed if n != "csrf"}
    assert fields["csrf"] != typed["csrf"]
    assert "Password of siti" in guest.post("/staff/users", data=fields).text


def test_passwords_are_never_kept(guest: TestClient) -> None:
    page = guest.post("/account/password", data={"password": PASSWORD, "new_password": FRESH})
    assert page.status_code == 401
    assert PASSWORD not in page.text
    assert FRESH not in page.text


def test_a_form_of_an_earlier_session_can_be_sent_again(guest: TestClient) -> None:
    add_person(database_of(guest), "ani", Role.ADMINISTRATOR)
    sign_in(guest, Role.ADMINISTRATOR, "ani")
    typed = {"csrf": csrf(guest), "name": "siti", "full_name": "Siti", "role": "staff"}
    sign_in(guest, Role.ADMINISTRATOR, "ani")  # in another tab
    page = guest.post("/staff/users", data=typed)
    assert page.status_code == 403
    (form,) = html.fromstring(page.text).xpath("//main//form")
    assert "Password of siti" in guest.post(form.get("action"), data=dict(form.fields)).text


@pytest.mark.parametrize("kept", ["{", '{"path": "https://lain.example/", "fields": []}', '{"path": "//x"}'])
def test_a_forged_form_is_not_carried_on(guest: TestClient, kept: str) -> None:
    assert tried(guest, password=PASSWORD, kept=kept) == (303, "/staff")


def test_what_happens_at_the_entrance_is_in_the_audit_log(guest: TestClient) -> None:
    tried(guest)
    tried(guest, "081234567890")
    sign_in(guest, Role.STAFF, "budi")
    guest.post("/logout", data={"csrf": csrf(guest)})
    with database_of(guest).reading() as session:
        rows = [(row.actor, row.action, row.subject) for row in session.query(AuditRow).order_by(AuditRow.id)]
    assert rows == [
        ("-", "session.failed", "account:budi"),
        ("-", "session.failed", "account:[telepon]"),
        ("budi", "session.began", "account:budi"),
        ("budi", "session.ended", "account:budi"),
    ]


def test_no_password_matches_an_account_without_one() -> None:
    assert not matches("", None)
    assert not matches(PASSWORD, None)
    assert not matches(PASSWORD, "not a hash")
