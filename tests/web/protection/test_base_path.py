"""The site below a path, behind a proxy that passes the path on and behind one that takes it away."""

from collections import deque

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.web.accounts import PASSWORD, add_person, database_of, sign_in
from tests.web.conftest import Open
from web.protection.base_path import path_in
from web.protection.permissions import Role

BASE = "/tanya"
LEADS = "//a/@href | //form/@action | //link[@rel='stylesheet' or @rel='icon']/@href | //script/@src"


@pytest.fixture
def client(open_client: Open) -> TestClient:
    """Whose every address lies below the path, as in a browser."""
    first = open_client(base_path=BASE, requests_per_minute=10_000, site_url=f"https://contoh.example{BASE}")
    return TestClient(first.app, base_url=f"http://localhost{BASE}", raise_server_exceptions=False)


def walked(client: TestClient, start: str, most: int = 80) -> dict[str, int]:
    """Status by address, of all that can be reached by links and forms that change nothing."""
    found: dict[str, int] = {}
    waiting = deque([start])
    while waiting and len(found) < most:
        address = waiting.popleft()
        if address in found:
            continue
        response = client.get(f"http://localhost{address}")
        found[address] = response.status_code
        if response.headers.get("content-type", "").startswith("text/html"):
            waiting.extend(leads(response.text))
    return found


def leads(text: str) -> list[str]:
    """Where a page leads on this site, without what follows #; forms that post are looked at, not followed."""
    tree = html.fromstring(text)
    posted = {form.get("action") for form in tree.xpath("//form[@method='post']")}
    addresses = [each for each in tree.xpath(LEADS) if not each.startswith(("#", "http"))]
    assert [each for each in addresses if not each.startswith(f"{BASE}/")] == []
    return [each.split("#")[0] for each in addresses if each not in posted]


def test_every_public_page_leads_to_pages_below_the_path(client: TestClient) -> None:
    answer = client.post("/", data={"q": "Berapa ke Taiwan?"})
    assert answer.url.path.startswith(f"{BASE}/answers/")
    found = walked(client, answer.url.path)
    assert len(found) > 25
    assert {address: status for address, status in found.items() if status >= 400} == {}


def test_so_do_the_pages_of_staff(client: TestClient) -> None:
    person = sign_in(client, Role.ADMINISTRATOR)
    found = walked(person, f"{BASE}/staff")
    assert f"{BASE}/staff/audit" in found
    assert {address: status for address, status in found.items() if status >= 400} == {}


def test_a_proxy_may_take_the_path_away(open_client: Open) -> None:
    client = open_client(base_path=BASE)
    response = client.post("/", data={"q": "Berapa ke Taiwan?"}, follow_redirects=False)
    assert response.headers["location"].startswith(f"{BASE}/answers/")
    page = client.get(response.headers["location"].removeprefix(BASE))
    (sheet,) = {each for each in html.fromstring(page.text).xpath("//link/@href") if each.endswith("base.css")}
    assert client.get(sheet).status_code == client.get(sheet.removeprefix(BASE)).status_code == 200


def test_cookies_are_kept_to_the_path(client: TestClient) -> None:
    response = client.get("/bahasa?lang=en&next=/documents", follow_redirects=False)
    assert response.headers["location"] == f"{BASE}/documents"
    assert f"Path={BASE};" in response.headers["set-cookie"]
    outside = TestClient(client.app, base_url=f"https://contoh.example{BASE}")
    add_person(database_of(outside), "sari", Role.STAFF)
    outside.post("/login", data={"name": "sari", "password": PASSWORD}, follow_redirects=False)
    assert [(each.name, each.path) for each in outside.cookies.jar] == [("__Secure-sesi", BASE)]
    assert outside.get("/staff", follow_redirects=False).status_code == 200


def test_a_refusal_is_json_below_the_path_too(client: TestClient) -> None:
    assert client.post("/api/ask", json={"question": " "}).json()["error"]["code"] == "question_blank"
    assert "text/html" in client.get("/nothing").headers["content-type"]


def test_openapi_names_where_the_interface_is(client: TestClient) -> None:
    assert client.get("/openapi.json").json()["servers"] == [{"url": BASE}]


@pytest.mark.parametrize(
    ("path", "base", "inner"),
    [
        ("/documents", "", "/documents"),
        ("/tanya/documents", "/tanya", "/documents"),
        ("/tanya/", "/tanya", "/"),
        ("/tanyakan", "/tanya", "/tanyakan"),
    ],
)
def test_inside_a_path_is_without_the_base(path: str, base: str, inner: str) -> None:
    assert path_in({"type": "http", "path": path, "root_path": base}) == inner
