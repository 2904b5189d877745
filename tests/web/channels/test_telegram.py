"""The bot, against a stand-in of Telegram's service."""

import asyncio
import logging

import pytest
from fastapi.testclient import TestClient

from rag.errors import BadInput
from rag.settings import Settings
from tests.web.channels.messenger import HOOK, TOKEN, Messenger
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline
from web.channels.answering import Correspondent, Parts
from web.channels.sending import ChannelFailed
from web.channels.telegram import Telegram, message_of, poll
from web.protection.gate import Gate
from web.protection.limits import Limits

SECRET = {"x-telegram-bot-api-secret-token": HOOK}


def update(number: int, text: str | None = "Berapa orang ke Taiwan?", kind: str = "private") -> dict:
    message = {"chat": {"id": 4711, "type": kind}, "from": {"id": 4711, "first_name": "Rini"}}
    return {"update_id": number, "message": message | ({"text": text} if text else {"photo": []})}


def bot(messenger: Messenger) -> Telegram:
    return Telegram(Settings(_env_file=None, telegram_token=TOKEN, telegram_url=messenger.address))


@pytest.fixture
def site(open_client: Open, messenger: Messenger) -> TestClient:
    return open_client(telegram_token=TOKEN, telegram_secret=HOOK, telegram_url=messenger.address)


def test_a_message_to_the_webhook_is_answered_in_its_chat(site: TestClient, messenger: Messenger) -> None:
    assert site.post("/channels/telegram", json=update(1), headers=SECRET).status_code == 200
    path, body, _ = messenger.sent()
    assert path == f"/bot{TOKEN}/sendMessage"
    assert (body["chat_id"], body["text"].startswith("4.584 orang"), "parse_mode" in body) == (4711, True, False)


def test_what_comes_twice_is_answered_once(site: TestClient, messenger: Messenger) -> None:
    for number in (1, 1, 2):
        site.post("/channels/telegram", json=update(number), headers=SECRET)
    messenger.sent()
    messenger.sent()
    assert messenger.calls.empty()


def test_without_the_secret_there_is_no_webhook(site: TestClient, messenger: Messenger) -> None:
    assert site.post("/channels/telegram", json=update(1)).status_code == 404
    wrong = {"x-telegram-bot-api-secret-token": HOOK + "x"}
    assert site.post("/channels/telegram", json=update(1), headers=wrong).status_code == 404
    assert messenger.calls.empty()


def test_the_channel_is_off_unless_it_is_set_up(client: TestClient) -> None:
    assert client.post("/channels/telegram", json=update(1), headers=SECRET).status_code == 404
    empty = {"x-telegram-bot-api-secret-token": ""}
    assert client.post("/channels/telegram", json=update(1), headers=empty).status_code == 404


@pytest.mark.parametrize("body", [b"{", b"[]", b"[" * 100_000])
def test_what_is_no_update_is_refused(site: TestClient, body: bytes) -> None:
    assert site.post("/channels/telegram", content=body, headers=SECRET).status_code == 422


@pytest.mark.parametrize("odd", [{}, {"message": 1}, {"message": {"chat": {"type": "private", "id": "x"}}}])
def test_what_is_no_message_is_passed_over(odd: dict) -> None:
    assert message_of(odd) is None
    assert message_of(update(1, kind="group")) is None


def polled(messenger: Messenger, messages: int) -> list[str]:
    async def run() -> list[str]:
        stopped, parts = asyncio.Event(), Parts(FakePipeline(), Gate(2, 1), lambda answer: None, Limits(in_total=1000))
        settings = Settings(_env_file=None)
        work = asyncio.ensure_future(poll(bot(messenger), Correspondent(settings), parts, stopped))
        sent = [await asyncio.to_thread(messenger.sent) for _ in range(messages)]
        stopped.set()
        await work
        return [body["text"] for _, body, _ in sent]

    return asyncio.run(run())


def test_fetched_messages_are_answered_and_not_fetched_again(messenger: Messenger) -> None:
    messenger.updates = [[update(41), update(42, text=None)], [update(43, "/start")]]
    told = polled(messenger, 3)
    assert sorted(text.split()[0] for text in told)[0] == "4.584"
    assert messenger.offsets[:3] == [0, 43, 44]


def test_a_token_that_telegram_does_not_know_ends_it_with_a_sentence(messenger: Messenger) -> None:
    messenger.states = [401]
    parts = Parts(FakePipeline(), Gate(2, 1), lambda answer: None, Limits(in_total=1000))
    with pytest.raises(ExceptionGroup) as raised:
        asyncio.run(poll(bot(messenger), Correspondent(Settings(_env_file=None)), parts, asyncio.Event()))
    assert raised.group_contains(BadInput, match="RAG_TELEGRAM_TOKEN")


def test_a_busy_service_is_asked_again_and_a_failure_keeps_the_token_out_of_the_log(
    messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    messenger.states = [429]
    asyncio.run(bot(messenger).send("4711", "halo"))
    assert messenger.sent()[1]["text"] == "halo"
    messenger.states = [403]
    with pytest.raises(ChannelFailed) as failed:
        asyncio.run(bot(messenger).send("4711", "halo"))
    logged = caplog.text + str(failed.value)
    assert TOKEN not in logged
    assert "4711" not in logged


def test_without_a_token_it_says_what_to_set() -> None:
    with pytest.raises(BadInput, match="RAG_TELEGRAM_TOKEN"):
        Telegram(Settings(_env_file=None))
