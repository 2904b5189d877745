"""The addresses that messengers send to. They answer at once, and the reply follows: who waits long sends again."""

import asyncio
import hmac
import json
import logging
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request
from starlette.responses import PlainTextResponse, Response

from rag.settings import Settings
from web.channels import telegram, whatsapp
from web.channels.answering import Correspondent, Parts
from web.channels.telegram import Telegram
from web.channels.whatsapp import WhatsApp
from web.protection.problems import Problem
from web.services import Services, ServicesNow

log = logging.getLogger(__name__)

_MOST_WAITING = 200  # messages being answered; beyond that the messenger is asked to send again
_MOST_KNOWN = 5000  # ids of messages that have come
router = APIRouter(prefix="/channels", include_in_schema=False)


class Channels:
    """The channels that are set up, and the replies under way."""

    def __init__(self, settings: Settings) -> None:
        self.telegram = Telegram(settings) if settings.telegram_token and settings.telegram_secret else None
        self.telegram_secret = settings.telegram_secret.get_secret_value() if settings.telegram_secret else ""
        self.whatsapp = WhatsApp.of(settings)
        self.correspondent = Correspondent(settings)
        self._working: set[asyncio.Task[None]] = set()
        self._known: OrderedDict[str, None] = OrderedDict()

    def is_new(self, number: str) -> bool:
        """Whether a message of this id has not come before."""
        if number in self._known:
            return False
        self._known[number] = None
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return True

    def check_room(self) -> None:
        """Raises Problem with status 503 when too many wait."""
        if len(self._working) >= _MOST_WAITING:
            raise Problem(503, "busy", retry_after_s=10)

    def work(self, reply: Coroutine[Any, Any, None]) -> None:
        """Goes on after the request has ended."""
        task = asyncio.ensure_future(reply)
        self._working.add(task)
        task.add_done_callback(self._working.discard)


def add_channels(app: FastAPI, settings: Settings) -> None:
    """Their addresses are there in any case; one of a channel that is off does not exist for who asks."""
    app.state.channels = Channels(settings)
    if missing := WhatsApp.unset(settings):
        log.warning("whatsapp: off, as these are not set: %s", ", ".join(missing))
    if settings.telegram_secret and not settings.telegram_token:
        log.warning("telegram: its webhook is off, as RAG_TELEGRAM_TOKEN is not set")
    app.include_router(router)


@router.post("/telegram")
async def from_telegram(request: Request, services: ServicesNow) -> Response:
    """An update of Telegram, from who knows the secret."""
    channels, secret = _channels(request), request.headers.get("x-telegram-bot-api-secret-token", "")
    bot = channels.telegram
    if bot is None or not hmac.compare_digest(secret.encode(), channels.telegram_secret.encode()):
        raise Problem(404, "not_found")
    channels.check_room()
    update = _object(await request.body())
    message, number = telegram.message_of(update), telegram.number_of(update)
    if message and number is not None and channels.is_new(f"{telegram.NAME}:{number}"):
        channels.work(bot.reply(message, channels.correspondent, parts_of(services)))
    return Response(status_code=200)


@router.get("/whatsapp")
async def verify_whatsapp(
    request: Request,
    mode: Annotated[str, Query(alias="hub.mode")] = "",
    verify: Annotated[str, Query(alias="hub.verify_token")] = "",
    challenge: Annotated[str, Query(alias="hub.challenge", max_length=200)] = "",
) -> Response:
    """Says back what whoever sets up the webhook sent, if they know our word."""
    account = _channels(request).whatsapp
    if account is None or mode != "subscribe" or not account.is_ours(verify):
        raise Problem(404, "not_found")
    return PlainTextResponse(challenge)


@router.post("/whatsapp")
async def from_whatsapp(request: Request, services: ServicesNow) -> Response:
    """Messages that WhatsApp passes on, signed with the secret of our app."""
    channels, body = _channels(request), await request.body()
    account = channels.whatsapp
    if account is None or not account.is_signed(body, request.headers.get("x-hub-signature-256", "")):
        raise Problem(404, "not_found")
    channels.check_room()
    for each in whatsapp.received(_object(body), account.phone_id):
        if channels.is_new(f"{whatsapp.NAME}:{each.id}"):
            channels.work(account.reply(each.message, channels.correspondent, parts_of(services)))
    return Response(status_code=200)


def parts_of(services: Services) -> Parts:
    return Parts(services.pipeline, services.gate, services.answered, services.limits, services.switches.state)


def _channels(request: Request) -> Channels:
    channels: Channels = request.app.state.channels
    return channels


def _object(body: bytes) -> dict[str, Any]:
    """Raises Problem with status 422 for what is no JSON object."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Problem(422, "invalid")
    return found
