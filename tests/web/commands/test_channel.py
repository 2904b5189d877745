"""`rag channel telegram`, against a stand-in of Telegram's service."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rag.cli.main import app
from rag.errors import BadInput
from tests.web.channels.messenger import HOOK, TOKEN, WHY, Messenger, running_messenger
from tests.web.fakes import FakePipeline
from web.commands import channel


@pytest.fixture
def messenger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Messenger]:
    monkeypatch.setattr(channel, "build_pipeline", lambda settings, model_is_on: FakePipeline())
    monkeypatch.setenv("RAG_DATABASE", str(tmp_path / "records.sqlite"))
    monkeypatch.setenv("RAG_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("LC_ALL", "C")
    with running_messenger() as found:
        monkeypatch.setenv("RAG_TELEGRAM_URL", found.address)
        yield found


def telegram(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["channel", "telegram", *arguments])


def test_a_webhook_is_set_for_the_address_of_the_site_and_dropped(
    messenger: Messenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "RAG_SITE_URL" in str(telegram("--webhook").exception)
    monkeypatch.setenv("RAG_SITE_URL", "https://tanya.example/lampung/")
    monkeypatch.setenv("RAG_TELEGRAM_SECRET", HOOK)
    assert "https://tanya.example/lampung/channels/telegram" in telegram("--webhook").output
    path, body, _ = messenger.sent()
    assert path == f"/bot{TOKEN}/setWebhook"
    assert (body["url"], body["secret_token"]) == ("https://tanya.example/lampung/channels/telegram", HOOK)
    telegram("--no-webhook")
    assert messenger.sent()[0] == f"/bot{TOKEN}/deleteWebhook"


@pytest.mark.parametrize(("state", "told"), [(404, "RAG_TELEGRAM_TOKEN"), (400, WHY)])
def test_why_a_webhook_is_not_set_is_told(
    messenger: Messenger, monkeypatch: pytest.MonkeyPatch, state: int, told: str
) -> None:
    monkeypatch.setenv("RAG_SITE_URL", "https://tanya.example")
    monkeypatch.setenv("RAG_TELEGRAM_SECRET", HOOK)
    messenger.states = [state]
    assert told in str(telegram("--webhook").exception)


def test_a_webhook_needs_https(messenger: Messenger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_SITE_URL", "http://tanya.example")
    monkeypatch.setenv("RAG_TELEGRAM_SECRET", HOOK)
    assert "https://" in str(telegram("--webhook").exception)
    assert messenger.calls.empty()


def test_a_webhook_that_is_set_is_named_when_messages_are_to_be_fetched(messenger: Messenger) -> None:
    messenger.states = [409]
    failed = telegram().exception
    assert isinstance(failed, BadInput)
    assert "--no-webhook" in str(failed)


def test_without_a_token_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAG_TELEGRAM_TOKEN", raising=False)
    assert "RAG_TELEGRAM_TOKEN" in str(telegram().exception)
