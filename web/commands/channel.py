"""`rag channel`: messengers. Telegram's messages are fetched here, or sent to the webhook of the site."""

import asyncio
from contextlib import suppress
from typing import Annotated

import typer

from rag.assembly import build_pipeline
from rag.errors import BadInput, RagError
from rag.settings import Settings
from rag.wording.words import N_
from web.channels.answering import Correspondent, Parts
from web.channels.telegram import Telegram, poll
from web.commands.terminal import say, terminal_words
from web.hearing import Hearing
from web.protection.gate import Gate
from web.protection.limits import Limits
from web.records.database import Database
from web.switchboard import Switchboard

channel_app = typer.Typer(help="Answer questions that come through a messenger.", no_args_is_help=True)


@channel_app.callback()
def channel() -> None:
    """Answer questions that come through a messenger."""


@channel_app.command("telegram")
def telegram_command(
    webhook: Annotated[
        bool | None,
        typer.Option("--webhook/--no-webhook", help="Have messages sent to the site at RAG_SITE_URL, or no longer."),
    ] = None,
) -> None:
    """Fetch the bot's messages and answer them, until Ctrl-C."""
    settings = Settings()
    bot = Telegram(settings)
    if webhook is None:
        _fetch(settings, bot)
    elif webhook:
        _set_webhook(settings, bot)
    else:
        asyncio.run(bot.drop_webhook())
        say(terminal_words().gettext("The webhook is gone; run `rag channel telegram` to fetch messages."))


def _set_webhook(settings: Settings, bot: Telegram) -> None:
    if not settings.telegram_secret or not (settings.site_url or "").startswith("https://"):
        raise BadInput(N_("set RAG_SITE_URL (https://...) and RAG_TELEGRAM_SECRET first, for the site too"))
    address = f"{(settings.site_url or '').rstrip('/')}/channels/telegram"
    asyncio.run(bot.set_webhook(address, settings.telegram_secret.get_secret_value()))
    say(terminal_words().gettext("Messages are now sent to %(address)s.", address=address))


def _fetch(settings: Settings, bot: Telegram) -> None:
    database = Database(settings.database)
    database.prepare_or_tell()
    hearing = Hearing(database, settings, None)
    switches = Switchboard(database)
    pipeline = build_pipeline(settings, model_is_on=switches.model_is_on)
    gate = Gate(settings.concurrent_answers, settings.queue_timeout_s, settings.queue_length)
    parts = Parts(pipeline, gate, hearing.heard, Limits.of(settings), switches.state)
    hearing.start()
    say(terminal_words().gettext("Answering on Telegram; Ctrl-C ends it."))
    try:
        asyncio.run(_until_stopped(settings, bot, parts))
    except KeyboardInterrupt:
        with suppress(RagError):
            hearing.catch_up()
    finally:
        hearing.stop()


async def _until_stopped(settings: Settings, bot: Telegram, parts: Parts) -> None:
    """Raises BadInput by itself, as only it ends the group."""
    try:
        await poll(bot, Correspondent(settings), parts, asyncio.Event())
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
