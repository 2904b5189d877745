import re

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.web.accounts import csrf, database_of, sign_in
from web.protection.permissions import Role
from web.records.keys import everything

NEW = {"name": "Situs <dinas>", "scopes": ["ask", "read"], "per_minute": "30", "days": "90"}


@pytest.fixture
def administrator(client: TestClient) -> TestClient:
    client.cookies.set("bahasa", "en")
    return sign_in(client, Role.ADMINISTRATOR, "ani")


def send(client: TestClient, path: str = "/staff/keys", **fields: object) -> tuple[int, html.HtmlElement]:
    answer = client.post(path, data={"csrf": csrf(client), **fields})
    return answer.status_code, html.fromstring(answer.text)


def test_a_key_that_was_made_is_shown_once_and_works(administrator: TestClient) -> None:
    status, page = send(administrator, **NEW)
    secret = page.xpath("string(//*[@class='secret'])")
    assert status == 200
    assert re.fullmatch(r"tanya_[\w-]{43}", secret)
    later = administrator.get("/staff/keys").text
    assert secret not in later
    cells = [" ".join(cell.text_content().split()) for cell in html.fromstring(later).xpath("//tbody/tr[1]/*")]
    assert cells[:5] == ["Situs <dinas>", f"tanya_…{secret[-4:]}", "ask, list documents", "30", "never"]
    program = TestClient(administrator.app)
    assert program.get("/v1/documents", headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    assert "key of a program made" in administrator.get("/staff/audit").text


def test_a_revoked_key_stays_in_the_list_and_opens_nothing(administrator: TestClient) -> None:
    secret = send(administrator, **NEW)[1].xpath("string(//*[@class='secret'])")
    with database_of(administrator).reading() as session:
        (row,) = everything(session)
    _, page = send(administrator, f"/staff/keys/{row.id}")
    assert page.xpath("//tbody/tr")[0].text_content().split()[-1] == "revoked"
    assert page.xpath("//form[contains(@action, '/staff/keys/')]") == []
    program = TestClient(administrator.app)
    assert program.get("/v1/models", headers={"Authorization": f"Bearer {secret}"}).status_code == 401
    status, page = send(administrator, f"/staff/keys/{row.id}")
    assert (status, page.xpath("string(//*[@role='alert'])")) == (422, "This key was revoked already.")


def test_what_was_typed_stays_when_it_does_not_fit(administrator: TestClient) -> None:
    status, page = send(administrator, name="Situs & arsip", per_minute="7", days="0")
    assert (status, page.xpath("string(//*[@role='alert'])")) == (422, "Choose at least one thing that the key may do.")
    assert page.xpath("//input[@name='name']/@value") == ["Situs & arsip"]
    assert page.xpath("//input[@name='per_minute']/@value") == ["7"]
    assert page.xpath("//input[@name='scopes' and @checked]") == []
    assert page.xpath("//select[@name='days']/option[@selected]/@value") == ["0"]


def test_the_page_names_what_each_scope_opens(administrator: TestClient) -> None:
    page = html.fromstring(administrator.get("/staff/keys").text)
    opened = [code.text for code in page.xpath("//*[@id='opens-ask']/code")]
    assert opened == ["/api/ask", "/api/ask/stream", "/v1/chat/completions", "/mcp: ask"]
