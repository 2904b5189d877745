import logging
import socket

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from rag.settings import Settings
from tests.web.conftest import Open
from web.protection.hosts import is_known, known_hosts, name_in

ASK = {"question": "Berapa ke Taiwan?"}


def asked_by(client: TestClient, host: str) -> int:
    return client.get("/healthz", headers={"Host": host}).status_code


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8000",
        "tanya.localhost:8000",
        "localhost.",
        "127.0.0.1",
        "127.0.0.1:8000",
        "[::1]:8000",
        "192.168.1.7:8000",
        "web1:8000",
        socket.gethostname(),
        "",
    ],
)
def test_addresses_and_names_that_no_stranger_can_give_are_ours(client: TestClient, host: str) -> None:
    assert asked_by(client, host) == 200


@pytest.mark.parametrize(
    "host",
    [
        "jahat.example",
        "jahat.example:8000",
        "127.0.0.1.jahat.example",
        "localhost.jahat.example",
        "notlocalhost.com",
        "7f000001.rbndr.us",
        "lain.local",
        "[::1",
        "a b",
        "127.0.0.1\\@jahat.example",
        "ja\xffhat",
    ],
)
def test_a_name_that_somebody_else_may_own_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host.encode("latin-1")}).status_code == 421


def test_a_page_that_rebound_its_name_can_neither_ask_nor_read_nor_sign_in(client: TestClient) -> None:
    page = {"Host": "jahat.example:8000", "Origin": "http://jahat.example:8000", "Sec-Fetch-Site": "same-origin"}
    refused = [
        client.post("/api/ask", json=ASK, headers=page),
        client.post("/v1/chat/completions", json={"messages": []}, headers=page),
        client.post("/login", data={"name": "a", "password": "b"}, headers=page),
        client.post("/mcp", json={}, headers=page),
        client.get("/documents", headers=page),
        client.get("/openapi.json", headers=page),
    ]
    assert [answer.status_code for answer in refused] == [421] * len(refused)
    assert refused[0].json()["error"]["code"] == "unknown_host"
    assert "jahat.example" in refused[0].json()["error"]["message"]
    assert "RAG_SITE_URL" in refused[4].text
    assert refused[4].headers["x-frame-options"] == "DENY"


def test_the_name_of_the_site_and_names_that_are_set_are_ours(open_client: Open) -> None:
    client = open_client(
        site_url="https://Tanya.example:8443/tanya", site_hosts=("dalam.example", ".luas.example"), host="bila.example"
    )
    ours = [
        "tanya.example",
        "tanya.example:8443",
        "dalam.example",
        "a.luas.example",
        "a.b.luas.example",
        "bila.example",
    ]
    assert [asked_by(client, host) for host in ours] == [200] * len(ours)
    others = ["luas.example", "a.dalam.example", "xluas.example", "example"]
    assert [asked_by(client, host) for host in others] == [421, 421, 421, 200]


def test_all_names_can_be_let_in(open_client: Open) -> None:
    assert asked_by(open_client(site_hosts=("*",)), "apa.saja.example") == 200


@pytest.mark.parametrize("name", ["tanya.example:8000", "https://tanya.example", "*.example", "Tanya.example", ""])
def test_a_name_of_another_form_is_refused_at_the_start(name: str) -> None:
    with pytest.raises(ValidationError, match="site_hosts"):
        Settings(_env_file=None, site_hosts=(name,))


def test_each_name_is_logged_once(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="web.protection.hosts"):
        for host in ("satu.example", "dua.example", "satu.example"):
            asked_by(client, host)
    assert [record.getMessage().split("'")[1] for record in caplog.records] == ["satu.example", "dua.example"]


def test_what_the_machine_calls_itself_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Layanan")
    known = known_hosts(Settings(_env_file=None))
    assert is_known(name_in("layanan.local:8000"), known)
    assert not is_known("lain.local", known)
