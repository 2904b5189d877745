"""What each switch closes and leaves open, over HTTP."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.web.accounts import add_person, csrf, database_of, sign_in
from tests.web.conftest import Open
from tests.web.fakes import MIGRANTS
from web.protection.permissions import ROUTES, Permission, Role
from web.protection.switches import switch_of
from web.records.switching import Notice, Switch, set_notice, switch_off
from web.services import Services

ASKED = {"question": "Berapa orang ke Taiwan?"}


def services_of(client: TestClient) -> Services:
    services: Services = client.app.state.services  # type: ignore[attr-defined]
    return services


def turn_off(client: TestClient, *switches: Switch) -> None:
    with database_of(client).writing() as session:
        for switch in switches:
            switch_off(session, "ani", switch, "secret reason")
    services_of(client).switches.expire()
    services_of(client).switches.now()  # or a busy machine answers by what was known before


def test_the_page_off_is_a_friendly_page_in_both_languages(client: TestClient) -> None:
    turn_off(client, Switch.PAGE)
    for path in ("/", "/?q=Berapa+orang+ke+Taiwan%3F", "/documents", "/documents/x", "/answers/" + "0" * 32):
        answer = client.get(path, headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "300")
    tree = html.fromstring(answer.text)
    assert tree.xpath("string(//h1)") == "We are taking a short pause"
    assert tree.xpath("string(//main//*[@lang='id']/h2)") == "Layanan ini sedang jeda sejenak"
    assert "Untuk sementara, pertanyaan belum dapat diajukan" in tree.xpath("string(//main//*[@lang='id'])")
    assert "secret" not in answer.text
    assert not tree.xpath("//a[contains(@href, '/documents')]")
    assert client.post("/", data={"q": "Berapa?"}).status_code == 503


def test_the_page_off_leaves_health_signing_in_language_and_programs(client: TestClient) -> None:
    add_person(database_of(client), "budi", Role.STAFF)
    turn_off(client, Switch.PAGE)
    for path in ("/healthz", "/readyz", "/metrics", "/login", "/how", "/privacy", "/v1/models", "/openapi.json"):
        assert client.get(path).status_code == 200, path
    assert client.get("/bahasa?lang=en&next=/how").status_code == 200
    assert client.post("/api/ask", json=ASKED).status_code == 200


def test_the_page_off_stops_what_its_script_asks_and_its_ratings(client: TestClient) -> None:
    turn_off(client, Switch.PAGE)
    streamed = client.post("/api/ask/stream?html=true", json=ASKED, headers={"Accept-Language": "en"})
    assert (streamed.status_code, streamed.json()["error"]["code"]) == (503, "page_off")
    assert streamed.json()["error"]["message"].startswith("Questions cannot be asked here for now.")
    rating = {"id": "0" * 32, "rating": "up", "question": "a", "answer": "b"}
    assert client.post("/api/feedback", json=rating).status_code == 503
    assert client.post("/api/ask/stream", json=ASKED).status_code == 200


def test_staff_who_are_signed_in_see_the_closed_page_and_are_told(client: TestClient) -> None:
    sign_in(client, Role.STAFF)
    turn_off(client, Switch.PAGE)
    client.cookies.set("bahasa", "en")
    page = client.get("/")
    assert page.status_code == 200
    assert "switched off. You see it because" in html.fromstring(page.text).xpath("string(//*[@role='status'])")
    assert client.get(f"/documents/{MIGRANTS.id}").status_code == 200
    for path in ("/staff", "/staff/documents", "/staff/sources"):
        assert client.get(path).status_code == 200
    client.cookies.clear()
    assert client.get("/").status_code == 503


@pytest.mark.parametrize(("language", "said"), [("en", "This interface"), ("id", "Antarmuka ini")])
def test_the_api_off_is_told_to_programs_in_their_language(client: TestClient, language: str, said: str) -> None:
    turn_off(client, Switch.API)
    completion = {"messages": [{"role": "user", "content": "Berapa?"}]}
    for path, body in (("/api/ask", ASKED), ("/api/search", ASKED), ("/v1/chat/completions", completion)):
        answer = client.post(path, json=body, headers={"Accept-Language": language})
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "300")
        assert answer.json()["error"]["code"] == "api_off"
        assert answer.json()["error"]["message"].startswith(said)
    assert client.get("/v1/documents").status_code == 503
    assert client.get("/").status_code == 200
    assert client.post("/api/ask/stream?html=true", json=ASKED).status_code == 200


def test_two_applications_over_one_database_follow_each_other(open_client: Open) -> None:
    first, second = open_client(), open_client()
    turn_off(first, Switch.API)
    services_of(second).switches.expire()  # as two seconds do
    assert second.post("/api/ask", json=ASKED).status_code == 503


def test_every_public_route_has_a_switch_but_those_that_stay_open() -> None:
    open_ones = {path for path, permission in ROUTES.items() if permission is Permission.READ and not switch_of(path)}
    assert open_ones == {
        *("/healthz", "/readyz", "/metrics", "/openapi.json", "/login", "/login/oidc", "/login/oidc/back"),
        *("/bahasa", "/tampilan", "/how", "/privacy", "/channels/telegram", "/channels/whatsapp"),
    }
    assert not any(switch_of(path) for path, permission in ROUTES.items() if permission is not Permission.READ)


def test_a_notice_stands_above_public_pages_as_text_and_not_above_those_of_staff(open_client: Open) -> None:
    client = open_client()
    with database_of(client).writing() as session:
        set_notice(session, "ani", Notice("<b>Tutup</b> & libur", "<script>x</script>"), date(2026, 3, 1))
    for path in ("/", "/documents", "/how"):
        tree = html.fromstring(client.get(path).text)
        assert tree.xpath("//*[@role='status' and contains(@class, 'site-notice')]//text()[contains(., '<b>')]") == [
            "<b>Tutup</b> & libur"
        ]
    assert "&lt;script&gt;" in client.get("/", headers={"Accept-Language": "en"}).text
    turn_off(client, Switch.PAGE)
    assert "&lt;b&gt;Tutup" in client.get("/").text
    sign_in(client, Role.STAFF)
    assert "Tutup" not in client.get("/staff").text


def test_nothing_is_said_of_a_language_model_that_is_off(open_client: Open) -> None:
    client = open_client(chat_url="http://127.0.0.1:9/v1")
    client.cookies.set("bahasa", "en")
    assert "language model service" in client.get("/how").text
    turn_off(client, Switch.MODEL)
    assert "language model service" not in client.get("/how").text


def test_metrics_tell_what_is_off(client: TestClient) -> None:
    turn_off(client, Switch.API)
    lines = client.get("/metrics").text.splitlines()
    assert 'tanya_switched_off{switch="api"} 1.0' in lines
    assert 'tanya_switched_off{switch="page"} 0.0' in lines


def test_csrf_guards_the_switches(client: TestClient) -> None:
    sign_in(client, Role.ADMINISTRATOR)
    fields = {"switch": "page", "do": "off", "reason": "x"}
    assert client.post("/staff/switches", data=fields).status_code == 403
    assert client.post("/staff/switches", data={"csrf": csrf(client), **fields}).status_code == 200
