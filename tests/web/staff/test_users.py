import re

import pytest
from fastapi.testclient import TestClient
from lxml import html
from sqlalchemy import text

from tests.web.accounts import LOCAL, add_person, csrf, database_of, sign_in
from web.protection.permissions import Role
from web.records.accounts import named


@pytest.fixture
def administrator(client: TestClient) -> TestClient:
    client.cookies.set("bahasa", "en")
    return sign_in(client, Role.ADMINISTRATOR, "ani")


def send(client: TestClient, path: str, **fields: str) -> tuple[int, str]:
    answer = client.post(path, data={"csrf": csrf(client), **fields})
    return answer.status_code, answer.text


def test_a_new_person_signs_in_with_the_password_shown_and_chooses_another(administrator: TestClient) -> None:
    _, page = send(administrator, "/staff/users", name="Siti", full_name="Siti Aminah", role="evaluator")
    password = html.fromstring(page).xpath("string(//*[@class='secret'])")
    assert re.fullmatch(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}", password)
    assert password not in administrator.get("/staff/users").text
    siti = TestClient(administrator.app, base_url=LOCAL)
    answer = siti.post("/login", data={"name": "siti", "password": password})
    assert answer.url.path == "/account"


def test_what_was_typed_stays_when_a_name_is_taken(administrator: TestClient) -> None:
    status, page = send(administrator, "/staff/users", name="ANI", full_name="Ani % Dua", role="evaluator")
    tree = html.fromstring(page)
    assert (status, tree.xpath("string(//*[@role='alert'])")) == (422, "There is an account ani already.")
    assert tree.xpath("//input[@name='full_name']/@value") == ["Ani % Dua"]
    assert tree.xpath("//select[@name='role']/option[@selected]/@value") == ["evaluator"]


def test_roles_and_access_are_changed_and_the_person_is_signed_out(administrator: TestClient) -> None:
    number = add_person(database_of(administrator), "budi", Role.STAFF)
    budi = sign_in(TestClient(administrator.app), Role.STAFF, "budi")
    assert budi.get("/staff").status_code == 200
    assert send(administrator, f"/staff/users/{number}", do="role", role="evaluator")[0] == 200
    assert budi.get("/staff", follow_redirects=False).status_code == 303
    sign_in(budi, Role.EVALUATOR, "budi")
    send(administrator, f"/staff/users/{number}", do="disable")
    assert budi.get("/staff", follow_redirects=False).status_code == 303
    assert "disabled" in administrator.get("/staff/users").text
    send(administrator, f"/staff/users/{number}", do="enable")
    sign_in(budi, Role.EVALUATOR, "budi")
    assert 'class="secret"' in send(administrator, f"/staff/users/{number}", do="reset")[1]
    assert budi.get("/staff", follow_redirects=False).status_code == 303


def test_an_administrator_lifts_a_lock(administrator: TestClient, attempts_stand: None) -> None:
    number = add_person(database_of(administrator), "budi", Role.STAFF)
    budi = TestClient(administrator.app, base_url=LOCAL)
    for _ in range(4):
        answer = budi.post("/login", data={"name": "budi", "password": "wrong"})
    assert answer.status_code == 429
    assert "Lift the lock" in administrator.get(f"/staff/users/{number}").text
    send(administrator, f"/staff/users/{number}", do="unlock")
    sign_in(budi, Role.STAFF, "budi")


def test_the_only_administrator_stays_one(administrator: TestClient) -> None:
    with database_of(administrator).reading() as session:
        ani = named(session, "ani")
    assert ani is not None
    for fields in ({"do": "disable"}, {"do": "role", "role": "staff"}):
        status, page = send(administrator, f"/staff/users/{ani.id}", **fields)
        assert (status, "only administrator" in page) == (422, True)
    assert administrator.get("/staff/users").status_code == 200


def test_an_account_that_is_not_there_is_not_found(administrator: TestClient) -> None:
    assert administrator.get("/staff/users/999").status_code == 404
    assert send(administrator, "/staff/users/999", do="disable")[0] == 404


def test_the_front_page_shows_what_the_role_may_do(client: TestClient) -> None:
    def rooms(role: Role) -> set[str]:
        person = sign_in(TestClient(client.app), role)
        return set(html.fromstring(person.get("/staff").text).xpath("//ul[@class='rooms']//a/@href"))

    administrators, evaluators = {"/staff/users", "/staff/audit"}, {"/evaluations"}
    assert not (administrators | evaluators) & rooms(Role.STAFF)
    assert (administrators | evaluators) & rooms(Role.EVALUATOR) == evaluators
    assert administrators | evaluators <= rooms(Role.ADMINISTRATOR)
    assert all("/account" in rooms(role) for role in Role)


def test_a_role_that_is_damaged_lets_nobody_in_and_is_told_as_damage(administrator: TestClient) -> None:
    budi = sign_in(TestClient(administrator.app), Role.STAFF, "budi")
    with database_of(administrator).writing() as session:
        session.execute(text("PRAGMA ignore_check_constraints = ON"))
        session.execute(text("UPDATE accounts SET role = 'stafg' WHERE name = 'budi'"))
    assert budi.get("/staff", follow_redirects=False).status_code == 503
    assert administrator.get("/account").status_code == 200
