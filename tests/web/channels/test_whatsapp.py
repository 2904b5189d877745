"""WhatsApp's webhook, against a stand-in of its service."""

import hashlib
import hmac
import json

import pytest
from fastapi.testclient import TestClient

from tests.web.channels.messenger import APP_SECRET, TOKEN, WORD, Messenger
from tests.web.conftest import Open
from web.channels.whatsapp import received

PHONE = "1055"
KEYS = {"whatsapp_token": TOKEN, "whatsapp_secret": APP_SECRET, "whatsapp_verify": WORD, "whatsapp_phone_id": PHONE}


def notice(*ids: str, text: str | None = "Berapa orang ke Taiwan?", phone: str = PHONE) -> dict:
    said = {"type": "text", "text": {"body": text}} if text else {"type": "image", "image": {"id": "9"}}
    messages = [{"from": "628111222333", "id": each, "timestamp": "1", **said} for each in ids]
    value = {"messaging_product": "whatsapp", "metadata": {"phone_number_id": phone}, "messages": messages}
    return {"object": "whatsapp_business_account", "entry": [{"id": "0", "changes": [{"value": value}]}]}


def send(client: TestClient, content: object, secret: str = APP_SECRET):
    body = json.dumps(content).encode()
    signature = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return client.post("/channels/whatsapp", content=body, headers={"x-hub-signature-256": signature})


@pytest.fixture
def site(open_client: Open, messenger: Messenger) -> TestClient:
    return open_client(whatsapp_url=messenger.address, **KEYS)


def test_a_signed_message_is_answered_to_who_sent_it(site: TestClient, messenger: Messenger) -> None:
    assert send(site, notice("m1")).status_code == 200
    path, body, authorization = messenger.sent()
    assert (path, authorization) == (f"/{PHONE}/messages", f"Bearer {TOKEN}")
    assert (body["to"], body["type"], body["text"]["preview_url"]) == ("628111222333", "text", False)
    assert body["text"]["body"].startswith("4.584 orang")


def test_what_is_signed_by_another_is_refused(site: TestClient, messenger: Messenger) -> None:
    assert send(site, notice("m1"), "another secret").status_code == 404
    assert site.post("/channels/whatsapp", json=notice("m1")).status_code == 404
    assert messenger.calls.empty()


def test_a_message_that_comes_twice_is_answered_once(site: TestClient, messenger: Messenger) -> None:
    send(site, notice("m1"))
    send(site, notice("m1", "m2", text="/start"))
    assert messenger.sent()[1]["text"]["body"].startswith("4.584")
    assert "/new" in messenger.sent()[1]["text"]["body"]
    assert messenger.calls.empty()


def test_a_picture_is_answered_with_what_is_read(site: TestClient, messenger: Messenger) -> None:
    send(site, notice("m1", text=None))
    assert "reads text only" in messenger.sent()[1]["text"]["body"]


def test_states_and_messages_to_other_numbers_are_passed_over() -> None:
    assert list(received(notice("m1", phone="1056"), PHONE)) == []
    value = {"metadata": {"phone_number_id": PHONE}, "statuses": [{"id": "m0", "status": "read"}]}
    assert list(received({"entry": [{"changes": [{"value": value}]}]}, PHONE)) == []
    assert list(received({"entry": "x"}, PHONE)) == list(received({"entry": [1]}, PHONE)) == []


def test_the_challenge_goes_back_to_who_knows_the_word(site: TestClient) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": WORD, "hub.challenge": "1158201444"}
    answer = site.get("/channels/whatsapp", params=asked)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")
    assert site.get("/channels/whatsapp", params={**asked, "hub.verify_token": "x"}).status_code == 404


def test_the_channel_is_off_unless_all_of_it_is_set(open_client: Open) -> None:
    for missing in KEYS:
        client = open_client(**{name: value for name, value in KEYS.items() if name != missing})
        assert send(client, notice("m1")).status_code == 404


def test_what_is_missing_is_logged(open_client: Open, caplog: pytest.LogCaptureFixture) -> None:
    some = {name: value for name, value in KEYS.items() if name != "whatsapp_verify"}
    open_client(telegram_secret="secret_of_the_hook", **some)
    assert "not set: RAG_WHATSAPP_VERIFY" in caplog.text
    assert "RAG_TELEGRAM_TOKEN is not set" in caplog.text


def test_nothing_is_missing_where_nothing_or_all_is_set(open_client: Open, caplog: pytest.LogCaptureFixture) -> None:
    open_client()
    open_client(**KEYS)
    assert "not set" not in caplog.text
