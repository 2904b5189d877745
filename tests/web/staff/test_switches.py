import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.web.accounts import csrf, sign_in
from web.protection.permissions import Role


@pytest.fixture
def administrator(client: TestClient) -> TestClient:
    client.cookies.set("bahasa", "en")
    return sign_in(client, Role.ADMINISTRATOR, "ani")


def send(client: TestClient, path: str, **fields: str) -> tuple[int, str]:
    answer = client.post(path, data={"csrf": csrf(client), **fields})
    return answer.status_code, answer.text


def stranger(client: TestClient) -> TestClient:
    return TestClient(client.app, raise_server_exceptions=False)


def test_a_switch_works_at_once_and_shows_who_and_why(administrator: TestClient) -> None:
    status, page = send(administrator, "/staff/switches", switch="page", do="off", reason="<storm>")
    assert status == 200
    first = html.fromstring(page).xpath("//ul[contains(@class, 'switches')]/li")[0]
    assert first.xpath("string(.//*[@class='badge wrong'])") == "off"
    assert "Switched off by ani" in first.text_content()
    assert "<storm>" in first.text_content()
    assert stranger(administrator).get("/").status_code == 503
    send(administrator, "/staff/switches", switch="page", do="on")
    assert stranger(administrator).get("/").status_code == 200
    assert "switched off" in administrator.get("/staff/audit").text


def test_a_reason_is_asked_for_and_what_was_typed_stays(administrator: TestClient) -> None:
    status, page = send(administrator, "/staff/switches", switch="api", do="off", reason=" ")
    assert (status, html.fromstring(page).xpath("string(//*[@role='alert'])")) == (
        422,
        "Say why: the reason is kept in the audit log.",
    )
    status, page = send(administrator, "/staff/switches", switch="api", do="off", reason="y" * 301)
    assert (status, html.fromstring(page).xpath("//input[@id='reason-api']/@value")) == (422, ["y" * 301])
    assert send(administrator, "/staff/switches", switch="everything", do="off", reason="x")[0] == 422


def test_staff_set_a_notice_and_take_it_away_but_switch_nothing(client: TestClient) -> None:
    client.cookies.set("bahasa", "en")
    sign_in(client, Role.STAFF, "budi")
    assert client.get("/staff/switches").status_code == 403
    fields = {"do": "set", "indonesian": "Tutup.", "english": "Closed.", "until": "2999-12-31"}
    assert "Shown up to and including 31 December 2999." in send(client, "/staff/notice", **fields)[1]
    assert "Tutup." in stranger(client).get("/").text
    send(client, "/staff/notice", do="remove")
    assert "Tutup." not in stranger(client).get("/").text


def test_a_notice_without_a_language_or_with_no_date_keeps_what_was_typed(administrator: TestClient) -> None:
    for until, said in (("", "Write the notice in Indonesian and in English."), ("besok", "besok is no date")):
        english = "Closed." if until else ""
        status, page = send(
            administrator, "/staff/notice", do="set", indonesian="Tutup <3", english=english, until=until
        )
        tree = html.fromstring(page)
        assert (status, tree.xpath("string(//*[@role='alert'])")[: len(said)]) == (422, said)
        assert tree.xpath("string(//textarea[@id='indonesian'])") == "Tutup <3"
