"""What pages of other sites may do: ask, where they are named, and nothing else."""

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from rag.settings import Settings
from tests.web.conftest import Open

OFFICE = "https://dinas.example"
ASK = {"question": "Berapa ke Taiwan?"}
FROM = {"origin": OFFICE, "sec-fetch-site": "cross-site"}
PREFLIGHT = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}


@pytest.fixture
def client(open_client: Open) -> TestClient:
    return open_client(widget_origins=(OFFICE, "http://localhost:8080"))


def test_a_page_that_is_named_may_ask(client: TestClient) -> None:
    response = client.post("/api/ask/stream", json=ASK, headers=FROM)
    assert (response.status_code, "event: answer" in response.text) == (200, True)
    assert response.headers["access-control-allow-origin"] == OFFICE
    assert "access-control-allow-credentials" not in response.headers
    assert "set-cookie" not in response.headers
    assert "Origin" in response.headers["vary"]


def test_its_browser_is_told_so_first(client: TestClient) -> None:
    response = client.options("/api/ask/stream", headers=FROM | PREFLIGHT)
    assert (response.status_code, response.headers["access-control-allow-origin"]) == (200, OFFICE)
    assert response.headers["access-control-allow-methods"] == "POST"
    other = client.options("/api/ask/stream", headers=PREFLIGHT | {"origin": "https://lain.example"})
    assert (other.status_code, "access-control-allow-origin" in other.headers) == (400, False)
    assert client.options("/api/ask/stream", headers=FROM | {"access-control-request-method": "GET"}).status_code == 400


@pytest.mark.parametrize(
    "origin",
    [
        "https://lain.example",
        "http://dinas.example",
        "https://dinas.example.lain.example",
        "https://x.dinas.example",
        "https://DINAS.example",
        "null",
        "",
    ],
)
def test_a_page_that_is_not_named_may_not(client: TestClient, origin: str) -> None:
    headers = {"origin": origin, "sec-fetch-site": "cross-site"}
    response = client.post("/api/ask/stream", json=ASK, headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign_origin")
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/api/ask", {"json": ASK}),
        ("/api/search", {"json": ASK}),
        ("/api/feedback", {"json": {"id": "0" * 32, "rating": "up"}}),
        ("/v1/chat/completions", {"json": {"messages": [{"role": "user", "content": "Taiwan?"}]}}),
        ("/", {"data": {"q": "Taiwan"}}),
        ("/login", {"data": {"name": "sari", "password": "x"}}),
    ],
)
def test_nothing_else_is_open_to_it(client: TestClient, path: str, sent: dict[str, object]) -> None:
    response = client.post(path, headers=FROM, **sent)
    assert (response.status_code, "access-control-allow-origin" in response.headers) == (403, False)


def test_what_it_could_read_without_asking_stays_unread(client: TestClient) -> None:
    for path in ("/", "/staff", "/v1/documents", "/api/ask"):
        assert "access-control-allow-origin" not in client.get(path, headers=FROM).headers


def test_without_the_setting_no_other_page_may_ask(open_client: Open) -> None:
    client = open_client()
    assert client.post("/api/ask/stream", json=ASK, headers=FROM).status_code == 403
    assert "access-control-allow-origin" not in client.options("/api/ask/stream", headers=FROM | PREFLIGHT).headers


def test_it_may_ask_below_a_path_too(open_client: Open) -> None:
    client = open_client(base_path="/tanya", widget_origins=(OFFICE,))
    response = client.post("/tanya/api/ask/stream", json=ASK, headers=FROM)
    assert response.headers["access-control-allow-origin"] == OFFICE


def test_no_page_may_frame_the_site_all_the_same(client: TestClient) -> None:
    assert "frame-ancestors 'none'" in client.get("/", headers=FROM).headers["content-security-policy"]


@pytest.mark.parametrize(
    "origin", ["*", "null", "dinas.example", "https://dinas.example/", "https://Dinas.example", "https://*.example"]
)
def test_what_no_browser_sends_as_an_origin_is_no_setting(origin: str) -> None:
    with pytest.raises(ValidationError, match="widget_origins"):
        Settings(_env_file=None, widget_origins=(origin,))
