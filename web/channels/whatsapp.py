"""WhatsApp's Cloud API: what its webhook brings, who sent it, and messages back."""

import hashlib
import hmac
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rag.settings import Settings
from web.channels.answering import Correspondent, Message, Parts
from web.channels.sending import ChannelFailed, call

log = logging.getLogger(__name__)

NAME = "whatsapp"


@dataclass(frozen=True, slots=True)
class Received:
    """A message and its id, by which one that comes twice is known."""

    id: str
    message: Message


class WhatsApp:
    """One telephone number of a business account; `of` makes it where the settings hold all that it needs."""

    def __init__(self, address: str, token: str, secret: str, verify: str, phone_id: str) -> None:
        self._address, self._token, self._secret, self._verify = address, token, secret, verify
        self.phone_id = phone_id

    @classmethod
    def of(cls, settings: Settings) -> "WhatsApp | None":
        token, secret, verify = settings.whatsapp_token, settings.whatsapp_secret, settings.whatsapp_verify
        if token is None or secret is None or verify is None or not settings.whatsapp_phone_id:
            return None
        address = f"{settings.whatsapp_url.rstrip('/')}/{settings.whatsapp_phone_id}/messages"
        secrets = token.get_secret_value(), secret.get_secret_value(), verify.get_secret_value()
        return cls(address, *secrets, settings.whatsapp_phone_id)

    @staticmethod
    def unset(settings: Settings) -> tuple[str, ...]:
        """The variables that are missing where some of the four are set, so that it stays off; () else."""
        needed = {
            "RAG_WHATSAPP_TOKEN": settings.whatsapp_token,
            "RAG_WHATSAPP_SECRET": settings.whatsapp_secret,
            "RAG_WHATSAPP_VERIFY": settings.whatsapp_verify,
            "RAG_WHATSAPP_PHONE_ID": settings.whatsapp_phone_id,
        }
        missing = tuple(name for name, value in needed.items() if not value)
        return missing if len(missing) < len(needed) else ()

    def is_ours(self, verify: str) -> bool:
        """Whether whoever sets up the webhook knows our word."""
        return hmac.compare_digest(verify.encode("utf-8", "replace"), self._verify.encode())

    def is_signed(self, body: bytes, signature: str) -> bool:
        """Whether the body was signed with the secret of our app."""
        wanted = "sha256=" + hmac.new(self._secret.encode(), body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(signature.encode("utf-8", "replace"), wanted.encode())

    async def send(self, number: str, text: str) -> None:
        """Raises ChannelFailed."""
        body = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": number,
            "type": "text",
            "text": {"preview_url": False, "body": text},
        }
        await call(self._address, body, {"Authorization": f"Bearer {self._token}"})

    async def reply(self, message: Message, correspondent: Correspondent, parts: Parts) -> None:
        """Answers; a failure is logged without who asked what."""
        try:
            for text in await correspondent.replies(message, parts):
                await self.send(message.sender, text)
        except ChannelFailed as error:
            log.warning("whatsapp: a reply was not sent: %s", error)
        except Exception:
            log.exception("whatsapp: a message was not answered")


def received(content: Any, phone_id: str) -> Iterator[Received]:
    """The messages to this number in what the webhook was sent; states of our own messages are none."""
    for entry in _rows(content, "entry"):
        for change in _rows(entry, "changes"):
            value = change.get("value")
            told = value.get("metadata") if isinstance(value, dict) else None
            if isinstance(told, dict) and told.get("phone_number_id") == phone_id:
                yield from filter(None, map(_received, _rows(value, "messages")))


def _received(message: Mapping[str, Any]) -> Received | None:
    sender, number, text = message.get("from"), message.get("id"), message.get("text")
    if not isinstance(sender, str) or not sender.isdigit() or not isinstance(number, str):
        return None
    body = text.get("body") if message.get("type") == "text" and isinstance(text, dict) else None
    return Received(number, Message(NAME, sender, body if isinstance(body, str) else None))


def _rows(holder: Any, name: str) -> Iterator[dict[str, Any]]:
    found = holder.get(name) if isinstance(holder, dict) else None
    return (each for each in found if isinstance(each, dict)) if isinstance(found, list) else iter(())
