from collections.abc import Iterator

import httpx
import pytest
from fastapi.testclient import TestClient
from joserfc.jwk import RSAKey

from rag.errors import BadInput
from rag.settings import Settings
from tests.web.accounts import LOCAL, add_person, database_of
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline
from tests.web.provider import CLIENT, SECRET, Provider, running_provider
from web.app import create_app
from web.protection.permissions import Role
from web.records.accounts import named, set_disabled
from web.records.models import AccountRow

ROLES = {"tanya-staf": "staff", "tanya-admin": "administrator"}


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running_provider() as running:
        yield running


@pytest.fixture
def person(open_client: Open, provider: Provider) -> TestClient:
    service = {"oidc_issuer": provider.address, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    client = open_client(**service, oidc_roles=ROLES, requests_per_minute=1000)
    client.base_url = LOCAL
    client.cookies.set("bahasa", "en")
    return client


def go(person: TestClient, **changed: str) -> httpx.Response:
    """To the service and back; `changed` replaces what the service gives the browser to bring along."""
    away = person.get("/login/oidc?next=/account", follow_redirects=False)
    assert away.status_code == 303
    home = httpx.URL(httpx.get(away.headers["location"]).headers["location"])
    return person.get(str(home.copy_merge_params(changed)), follow_redirects=False)


def account(person: TestClient) -> AccountRow:
    with database_of(person).reading() as session:
        found = named(session, "rini")
    assert found is not None
    return found


def test_a_person_of_a_group_with_a_role_signs_in_and_has_an_account(person: TestClient) -> None:
    assert "Sign in through your office" in person.get("/login").text
    assert go(person).headers["location"] == "/account"
    assert "Rini Lestari (rini), staff" in person.get("/account").text
    assert account(person).password_hash is None
    assert "Change password" not in person.get("/account").text
    assert person.post("/login", data={"name": "rini", "password": ""}).status_code == 401


def test_the_role_is_taken_anew_each_time_and_the_strongest_counts(person: TestClient, provider: Provider) -> None:
    go(person)
    provider.claims["groups"] = ["tanya-staf", "tanya-admin"]
    go(person)
    assert account(person).role == "administrator"
    assert person.get("/staff/users").status_code == 200


@pytest.mark.parametrize("groups", [[], ["other"], "tanya", None])
def test_without_a_group_that_has_a_role_nobody_gets_in(person: TestClient, provider: Provider, groups: object) -> None:
    provider.claims["groups"] = groups
    answer = go(person)
    assert (answer.status_code, "none of your groups has a role here" in answer.text) == (403, True)
    assert person.get("/staff", follow_redirects=False).status_code == 303


def test_an_account_with_a_password_is_not_taken_over(person: TestClient) -> None:
    add_person(database_of(person), "rini", Role.ADMINISTRATOR)
    assert "There is another account rini" in go(person).text
    assert account(person).subject is None


def test_a_closed_account_stays_closed(person: TestClient) -> None:
    go(person)
    with database_of(person).writing() as session:
        set_disabled(session, "test", session.merge(account(person)), disabled=True)
    assert "Your account is closed" in go(person).text


@pytest.mark.parametrize("changed", [{"state": "forged"}, {"code": ""}])
def test_a_way_back_that_did_not_begin_here_is_refused(person: TestClient, changed: dict[str, str]) -> None:
    assert go(person, **changed).status_code == 403


@pytest.mark.parametrize(
    "changes", [{"nonce": "another"}, {"aud": "another"}, {"iss": "https://lain.example"}, {"exp": 1_000_000_000}]
)
def test_a_token_for_another_place_or_time_is_refused(
    person: TestClient, provider: Provider, changes: dict[str, object]
) -> None:
    provider.changes = changes
    answer = go(person)
    assert (answer.status_code, "interrupted" in answer.text) == (403, True)


def test_a_token_that_somebody_else_signed_is_refused(person: TestClient, provider: Provider) -> None:
    provider.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
    assert go(person).status_code == 403


def test_a_service_that_is_away_is_503_and_passwords_still_work(open_client: Open) -> None:
    client = open_client(oidc_issuer="http://127.0.0.1:9", oidc_client_id=CLIENT, oidc_roles=ROLES)
    assert client.get("/login/oidc").status_code == 503
    assert client.get("/login").status_code == 200


@pytest.mark.parametrize(
    "settings",
    [
        {"oidc_issuer": "http://id.example", "oidc_client_id": "x", "oidc_roles": ROLES},
        {"oidc_issuer": "https://id.example", "oidc_roles": ROLES},
        {"oidc_issuer": "https://id.example", "oidc_client_id": "x", "oidc_roles": {"g": "king"}},
    ],
)
def test_settings_that_do_not_fit_are_refused_at_the_start(settings: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="RAG_OIDC"):
        create_app(Settings(_env_file=None, **settings), FakePipeline())
