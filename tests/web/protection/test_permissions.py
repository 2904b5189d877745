"""Every route, as everybody."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from rag.settings import Settings
from tests.web.accounts import add_person, csrf, database_of, sign_in
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline
from web.app import create_app
from web.protection.permissions import ROLES, ROUTES, Permission, Role, may
from web.protection.problems import wants_json
from web.records.accounts import named, set_disabled

EVERYBODY = (None, *Role)


def routes_of(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and path of every route, those of included routers too; static files are no route."""
    for route in app.routes:
        parts = route.original_router.routes if hasattr(route, "original_router") else [route]
        for part in parts:
            for method in sorted(getattr(part, "methods", None) or ()):
                yield method, part.path


@pytest.fixture(scope="module")
def routes() -> list[tuple[str, str]]:
    """With the pages that only a setting adds."""
    service = {"oidc_issuer": "https://id.example", "oidc_client_id": "t", "oidc_roles": {"g": "staff"}}
    settings = Settings(_env_file=None, **service)
    return list(routes_of(create_app(settings, FakePipeline())))


@pytest.fixture
def people(open_client: Open, tmp_path: Path) -> dict[Role | None, TestClient]:
    """A browser of each role, and nobody's."""
    first = open_client(evaluations=tmp_path / "runs", requests_per_minute=10_000)
    found: dict[Role | None, TestClient] = {}
    for role in EVERYBODY:
        found[role] = TestClient(first.app, base_url="http://localhost", raise_server_exceptions=False)
        found[role].cookies.set("bahasa", "en")
        if role is not None:
            sign_in(found[role], role)
    return found


def test_every_route_has_an_entry_and_every_entry_a_route(routes: list[tuple[str, str]]) -> None:
    assert len(routes) > 20
    assert {path for _, path in routes} - ROUTES.keys() == set()
    assert ROUTES.keys() - {path for _, path in routes} == set()


def test_every_permission_but_reading_names_its_roles() -> None:
    assert ROLES.keys() == set(Permission) - {Permission.READ}
    assert all(Role.ADMINISTRATOR in roles for roles in ROLES.values())


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_route_lets_in_whom_the_table_says(
    routes: list[tuple[str, str]], people: dict[Role | None, TestClient], role: Role | None
) -> None:
    client = people[role]
    for method, path in routes:
        permission = ROUTES[path]
        if permission is Permission.READ or method == "HEAD":
            continue
        address = re.sub(r"{\w+}", "1", path)
        # Without the token of a form a post that is let in changes nothing, so every route can be tried.
        answer = client.request(method, address, follow_redirects=False)
        if role is None:
            refused = answer.status_code == 401 or answer.headers.get("location", "").startswith("/login?")
            assert refused, f"{method} {path} let nobody in: {answer.status_code}"
        elif not may(role, permission):
            assert answer.status_code == 403, f"{method} {path} as {role}"
            assert wants_json(path) or "may not open this page" in answer.text
        elif method == "POST":
            assert answer.status_code == 403, f"{method} {path} as {role} was let in without its form's token"
        else:
            assert answer.status_code in (200, 303, 404, 422), f"{method} {path} as {role}: {answer.status_code}"


def test_public_pages_ask_nobody_who_they_are(people: dict[Role | None, TestClient]) -> None:
    for path in ("/", "/documents", "/healthz", "/login"):
        assert people[None].get(path).status_code == 200


def test_a_route_without_an_entry_is_closed_to_everybody(open_client: Open) -> None:
    client = open_client()

    async def forgotten() -> str:
        return "open"

    client.app.get("/forgotten")(forgotten)  # type: ignore[attr-defined]
    assert client.get("/forgotten").status_code == 403
    assert sign_in(client, Role.ADMINISTRATOR).get("/forgotten").status_code == 403


def test_who_must_change_the_password_gets_no_further(client: TestClient) -> None:
    add_person(database_of(client), "baru", Role.ADMINISTRATOR, must_change=True)
    person = sign_in(client, Role.ADMINISTRATOR, "baru")
    assert person.get("/staff", follow_redirects=False).headers["location"] == "/account"
    assert person.get("/account").status_code == 200


def test_a_disabled_person_is_out_at_once(client: TestClient) -> None:
    person = sign_in(client, Role.STAFF)
    assert person.get("/staff").status_code == 200
    with database_of(client).writing() as session:
        account = named(session, "staff-1")
        assert account is not None
        set_disabled(session, "test", account, disabled=True)
    assert person.get("/staff", follow_redirects=False).status_code == 303


def test_the_token_of_another_session_is_not_taken(people: dict[Role | None, TestClient]) -> None:
    foreign = csrf(people[Role.EVALUATOR])
    staff = people[Role.STAFF]
    answer = staff.post("/account/end-all", data={"csrf": foreign}, follow_redirects=False)
    assert answer.status_code == 403
    assert staff.get("/staff").status_code == 200
    assert staff.post("/account/end-all", data={"csrf": csrf(staff)}, follow_redirects=False).status_code == 303
    assert staff.get("/staff", follow_redirects=False).status_code == 303
