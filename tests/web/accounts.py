"""People with accounts, signed in, for the tests of the pages of staff."""

import re
from datetime import UTC, datetime
from functools import cache

from fastapi.testclient import TestClient

from web.protection.passwords import hashed
from web.protection.permissions import Role
from web.records.database import Database
from web.records.models import AccountRow
from web.services import Services

PASSWORD = "sebelas gajah di Way Kambas"
LOCAL = "http://localhost"


@cache
def _stored() -> str:
    return hashed(PASSWORD)


def add_person(database: Database, name: str, role: Role, must_change: bool = False) -> int:
    """The id of a new account with PASSWORD."""
    with database.writing() as session:
        account = AccountRow(
            name=name,
            full_name=name.title(),
            role=role.value,
            password_hash=_stored(),
            must_change=must_change,
            created_at=datetime.now(UTC),
        )
        session.add(account)
        session.flush()
        return account.id


def database_of(client: TestClient) -> Database:
    services: Services = client.app.state.services  # type: ignore[attr-defined]
    return services.database


def sign_in(client: TestClient, role: Role, name: str = "") -> TestClient:
    """The client, as somebody of this role; an account is made when there is none of this name."""
    name = name or f"{role.value}-1"
    client.base_url = LOCAL
    with database_of(client).reading() as session:
        known = session.query(AccountRow).filter_by(name=name).count()
    if not known:
        add_person(database_of(client), name, role)
    answer = client.post("/login", data={"name": name, "password": PASSWORD}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return client


def csrf(client: TestClient, path: str = "/account") -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get(path).text)
    assert found, f"{path} has no form of a signed-in page"
    return found[1]
