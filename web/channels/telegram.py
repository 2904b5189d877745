"""Telegram's Bot API: updates fetched by long polling or sent to our webhook, and messages back.

Only private chats are answered: in a group everybody would read what one asked.
"""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from rag.errors import BadInput
from rag.settings import Settings
from rag.wording.words import N_
from web.channels.answering import Correspondent, Message, Parts
from web.channels.sending import ChannelFailed, call

log = logging.getLogger(__name__)

NAME = "telegram"
_POLL_S = 50
_LONGEST_PAUSE_S = 60.0
_AT_ONCE = 16


class Telegram:
    """The bot of a token. Raises BadInput where there is none."""

    def __init__(self, settings: Settings) -> None:
        if settings.telegram_token is None:
            raise BadInput(N_("set RAG_TELEGRAM_TOKEN to the token of your bot, as @BotFather gives it"))
        self._address = f"{settings.telegram_url.rstrip('/')}/bot{settings.telegram_token.get_secret_value()}"

    async def updates(self, offset: int, wait_s: int = _POLL_S) -> list[dict[str, Any]]:
        """What came in from update `offset` on; those before it are forgotten over there. Raises ChannelFailed."""
        asked = {"offset": offset, "timeout": wait_s, "allowed_updates": ["message"]}
        found = (await call(f"{self._address}/getUpdates", asked, patience_s=wait_s + 10.0)).get("result")
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    async def send(self, chat: str, text: str) -> None:
        """As plain text, so that nothing in a document becomes markup. Raises ChannelFailed."""
        body = {"chat_id": int(chat), "text": text, "link_preview_options": {"is_disabled": True}}
        await call(f"{self._address}/sendMessage", body)

    async def set_webhook(self, address: str, secret: str) -> None:
        """Raises ChannelFailed with what Telegram has against it; BadInput for a token that is not known."""
        await self._set_up("setWebhook", {"url": address, "secret_token": secret, "allowed_updates": ["message"]})

    async def drop_webhook(self) -> None:
        """Raises as set_webhook does."""
        await self._set_up("deleteWebhook", {})

    async def _set_up(self, method: str, body: Mapping[str, Any]) -> None:
        try:
            await call(f"{self._address}/{method}", body)
        except ChannelFailed as error:
            _give_up(error)
            raise ChannelFailed(f"{error}: {error.why}" if error.why else str(error), error.status) from None

    async def reply(self, message: Message, correspondent: Correspondent, parts: Parts) -> None:
        """Answers; a failure is logged without who asked what."""
        try:
            for text in await correspondent.replies(message, parts):
                await self.send(message.sender, text)
        except ChannelFailed as error:
            log.warning("telegram: a reply was not sent: %s", error)
        except Exception:
            log.exception("telegram: a message was not answered")


def message_of(update: Mapping[str, Any]) -> Message | None:
    """None for what is no message of a person in a private chat."""
    message = update.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(message, dict) or not isinstance(chat, dict) or chat.get("type") != "private":
        return None
    sender, text = chat.get("id"), message.get("text")
    if not isinstance(sender, int):
        return None
    return Message(NAME, str(sender), text if isinstance(text, str) else None)


def number_of(update: Mapping[str, Any]) -> int | None:
    """Its number, by which one that comes twice is known."""
    number = update.get("update_id")
    return number if isinstance(number, int) else None


async def poll(bot: Telegram, correspondent: Correspondent, parts: Parts, stopped: asyncio.Event) -> None:
    """Until `stopped`. A service that is away is asked again, more and more seldom.

    Raises BadInput for a token that is not known, or while a webhook is set.
    """
    offset, pause_s, places = 0, 1.0, asyncio.Semaphore(_AT_ONCE)
    async with asyncio.TaskGroup() as group:
        while not stopped.is_set():
            try:
                found = await bot.updates(offset)
                pause_s = 1.0
            except ChannelFailed as error:
                _give_up(error)
                log.warning("telegram: %s", error)
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
                continue
            for update in found:
                offset = max(offset, (number_of(update) or 0) + 1)
                if message := message_of(update):
                    await places.acquire()
                    task = group.create_task(bot.reply(message, correspondent, parts))
                    task.add_done_callback(lambda _: places.release())


def _give_up(error: ChannelFailed) -> None:
    if error.status in (401, 404):
        raise BadInput(N_("Telegram does not know this bot: check RAG_TELEGRAM_TOKEN")) from None
    if error.status == 409:
        raise BadInput(
            N_(
                "a webhook is set for this bot, or another program fetches its messages: end that one, or run `rag "
                "channel telegram --no-webhook`"
            )
        ) from None
