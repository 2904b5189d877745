"""Which key opens what, over the whole application."""

from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from tests.web.accounts import database_of
from tests.web.conftest import Clock, Open
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.keys import KeyRow, NewKey, Scope, everything, make, revoke

QUESTION = {"question": "Berapa orang ke Taiwan?"}
CHAT = {"messages": [{"role": "user", "content": "Berapa orang ke Taiwan?"}]}


def key(client: TestClient, *scopes: Scope, per_minute: int = 60) -> tuple[int, dict[str, str]]:
    """The id of a new key, and the header that shows it."""
    with database_of(client).writing() as session:
        row, secret = make(session, "ani", NewKey("tes", scopes or tuple(Scope), per_minute, 30))
    return row.id, {"Authorization": f"Bearer {secret}"}


def told(client: TestClient, path: str, headers: dict[str, str], body: dict[str, object] | None = None) -> object:
    """The status, and the code of a refusal."""
    answer = client.post(path, json=body, headers=headers) if body else client.get(path, headers=headers)
    return answer.status_code if answer.is_success else (answer.status_code, answer.json()["error"]["code"])


@pytest.fixture
def strict(open_client: Open) -> TestClient:
    return open_client(api_keys_required=True)


def test_without_a_key_programs_are_refused_where_one_is_required_and_pages_are_not(strict: TestClient) -> None:
    asked = (("/api/ask", QUESTION), ("/api/search", QUESTION), ("/v1/chat/completions", CHAT))
    missing = (401, "api_key_missing")
    assert [told(strict, path, {}, body) for path, body in asked] == [missing] * 3
    assert [told(strict, path, {}) for path in ("/v1/documents", "/v1/models", "/v1/models/x")] == [missing] * 3
    assert [told(strict, path, {}) for path in ("/", "/documents", "/feed.xml", "/healthz")] == [200] * 4
    refused = strict.post("/api/ask", json=QUESTION, headers={"Accept-Language": "en"})
    assert refused.headers["WWW-Authenticate"] == "Bearer"
    assert refused.json()["error"]["message"].startswith("Programs need a key here.")


def test_the_script_of_the_page_asks_without_a_key(strict: TestClient) -> None:
    own = {"Origin": "http://testserver"}
    assert told(strict, "/api/ask/stream?html=1", own, QUESTION) == 200
    assert told(strict, "/api/ask/stream?html=1", {"Sec-Fetch-Site": "same-origin"}, QUESTION) == 200
    assert told(strict, "/api/ask/stream?html=1", {"Sec-Fetch-Site": "none"}, QUESTION) == (401, "api_key_missing")


def test_a_widget_of_a_named_origin_asks_without_a_key(open_client: Open) -> None:
    client = open_client(api_keys_required=True, widget_origins=("https://dinas.example",))
    there = {"Origin": "https://dinas.example", "Sec-Fetch-Site": "cross-site"}
    assert told(client, "/api/ask/stream", there, QUESTION) == 200


def test_a_key_opens_what_its_scopes_name(strict: TestClient) -> None:
    _, asks = key(strict, Scope.ASK)
    _, reads = key(strict, Scope.READ)
    lacking = (403, "api_key_scope")
    assert told(strict, "/api/ask", asks, QUESTION) == 200
    assert told(strict, "/v1/chat/completions", asks, CHAT) == 200
    assert told(strict, "/api/search", asks, QUESTION) == lacking
    assert told(strict, "/v1/documents", asks) == lacking
    assert told(strict, "/v1/documents", reads) == 200
    assert told(strict, "/api/ask", reads, QUESTION) == lacking
    assert told(strict, "/v1/models", reads) == 200


@pytest.mark.parametrize("required", [True, False])
def test_wrong_revoked_and_expired_keys_open_nothing(open_client: Open, required: bool) -> None:
    client = open_client(api_keys_required=required)
    revoked, shown_revoked = key(client)
    expired, shown_expired = key(client)
    with database_of(client).writing() as session:
        revoke(session, "ani", revoked)
        session.get(KeyRow, expired).expires_at = datetime.now(UTC) - timedelta(seconds=1)
    wrong = {"Authorization": "bearer tanya_" + "x" * 43}
    assert told(client, "/api/ask", wrong, QUESTION) == (401, "invalid_api_key")
    assert told(client, "/api/ask", shown_revoked, QUESTION) == (401, "api_key_revoked")
    assert told(client, "/api/ask", shown_expired, QUESTION) == (401, "api_key_expired")


def test_any_key_will_do_where_none_is_required_but_one_of_ours_must_be_right(client: TestClient) -> None:
    assert told(client, "/v1/chat/completions", {"Authorization": "Bearer sk-none"}, CHAT) == 200
    assert told(client, "/v1/chat/completions", {"Authorization": "Basic YTpi"}, CHAT) == 200
    assert told(client, "/v1/chat/completions", {"Authorization": "Bearer tanya_no"}, CHAT) == (401, "invalid_api_key")


def test_each_key_is_counted_by_itself_and_not_by_the_address(open_client: Open, clock: Clock) -> None:
    client = open_client(requests_per_minute=1)
    _, two = key(client, per_minute=2)
    _, other = key(client, per_minute=2)
    assert [told(client, "/api/ask", two, QUESTION) for _ in range(2)] == [200, 200]
    assert told(client, "/api/ask", two, QUESTION) == (429, "too_many_requests")
    assert told(client, "/api/ask", other, QUESTION) == 200
    assert told(client, "/api/ask", {}, QUESTION) == 200


def test_who_tries_keys_is_counted_by_the_address(open_client: Open, clock: Clock) -> None:
    client = open_client(requests_per_minute=2)
    tried = [told(client, "/api/ask", {"Authorization": f"Bearer tanya_{n}"}, QUESTION) for n in range(3)]
    assert tried == [(401, "invalid_api_key")] * 2 + [(429, "too_many_requests")]


def test_the_day_of_its_use_is_written(client: TestClient) -> None:
    _, shown = key(client)
    assert told(client, "/v1/models", shown) == 200
    with database_of(client).reading() as session:
        assert [row.last_used_on for row in everything(session)] == [datetime.now(UTC).date()]


@pytest.mark.parametrize(("required", "expected"), [(False, 200), (True, (503, "records_unavailable"))])
def test_without_its_database_only_required_keys_stop_questions(
    open_client: Open, monkeypatch: pytest.MonkeyPatch, required: bool, expected: object
) -> None:
    client = open_client(api_keys_required=required)
    _, shown = key(client)

    def away(self: Database) -> None:
        raise RecordsUnavailable("away")

    monkeypatch.setattr(Database, "reading", away)
    assert told(client, "/api/ask", shown, QUESTION) == expected
