"""What the server holds while it runs: opened and begun as it starts, ended in the reverse order."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI

from rag.assembly import Tried, build_desk, build_site
from rag.errors import RagError
from rag.evaluation.background import BackgroundEvaluation
from rag.library.desk import Desk
from rag.settings import Settings
from rag.types import Language
from web.api.metrics import Metrics
from web.hearing import Hearing
from web.ports import AnswerSource, BriefingSource, QuestionMeaning
from web.protection.gate import Gate, in_thread, is_left
from web.protection.limits import Limits
from web.public.starters import Starters
from web.records.beating import Heartbeat
from web.records.database import Database
from web.records.retention import EVERY_S, forget
from web.records.runs import note_killed
from web.services import Services
from web.switchboard import Switchboard

log = logging.getLogger(__name__)

PASSWORDS_AT_ONCE = 4
_FIRST_STARTERS_S = 5.0  # after the start, so that who has waited for it is answered first
Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]
Sessions = Callable[[Services], Any]  # of the Model Context Protocol


@dataclass(frozen=True, slots=True)
class Given:
    """Parts from outside; without a pipeline all of them are built as the server starts."""

    pipeline: AnswerSource | None = None
    briefer: BriefingSource | None = None
    meaning: QuestionMeaning | None = None


@dataclass(frozen=True, slots=True)
class _Parts:
    """As in Services; `meaning` compares questions that were heard."""

    pipeline: AnswerSource
    briefer: BriefingSource | None
    desk: Desk
    meaning: QuestionMeaning | None
    tried: Tried | None


def lifespan_of(settings: Settings, given: Given, sessions: Sessions | None) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            app.state.services = await _open(settings, given, stack)
            _begin(app.state.services, stack)
            if sessions:
                app.state.mcp = sessions(app.state.services)
                await stack.enter_async_context(app.state.mcp.run())
            yield

    return lifespan


async def _open(settings: Settings, given: Given, stack: AsyncExitStack) -> Services:
    database = Database(settings.database)
    stack.callback(database.close)
    await in_thread(database.prepare_or_tell)
    switches, limits = Switchboard(database), Limits.of(settings)
    stack.push_async_callback(limits.close)
    parts = await _parts(settings, given, switches)
    await in_thread(note_killed, database)
    heartbeat = Heartbeat(database)
    stack.push_async_callback(in_thread, heartbeat.close)
    gate = Gate(settings.concurrent_answers, settings.queue_timeout_s, settings.queue_length)
    return Services(
        settings=settings,
        pipeline=parts.pipeline,
        briefer=parts.briefer,
        desk=parts.desk,
        database=database,
        switches=switches,
        gate=gate,
        entrance=Gate(PASSWORDS_AT_ONCE, settings.queue_timeout_s),
        limits=limits,
        metrics=Metrics(),
        hearing=Hearing(database, settings, parts.meaning),
        evaluation=BackgroundEvaluation(settings),
        heartbeat=heartbeat,
        tried=parts.tried,
        starters=_starters(settings, parts.pipeline, gate) if given.pipeline is None else None,
    )


async def _parts(settings: Settings, given: Given, switches: Switchboard) -> _Parts:
    if given.pipeline is not None:
        return _Parts(given.pipeline, given.briefer, build_desk(settings), given.meaning, None)
    site = await in_thread(build_site, settings, lambda: switches.model_is_on() and not is_left(), is_left)
    return _Parts(site.pipeline, site.briefer, site.desk, site.meaning, site.tried)


def _starters(settings: Settings, source: AnswerSource, gate: Gate) -> Starters | None:
    """Looked for soon after the start; not where every try would cost a language model."""
    if settings.chat_url is not None:
        return None
    starters = Starters(source, lambda: gate.taken > 0, _FIRST_STARTERS_S)
    with suppress(RagError):
        starters.of(source.status().version, Language.INDONESIAN)
    return starters


def _begin(services: Services, stack: AsyncExitStack) -> None:
    """What goes on beside the requests."""
    forgetting = asyncio.create_task(_forget_daily(services.database, services.settings))
    stack.push_async_callback(_cancel, forgetting)
    services.hearing.start()
    stack.callback(services.hearing.stop)
    if services.settings.verify_hours:
        stopped = threading.Event()
        given = (services.pipeline, services.settings, stopped)
        threading.Thread(target=_check_index, args=given, daemon=True).start()
        stack.callback(stopped.set)


async def _cancel(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.wait({task})


def _check_index(source: AnswerSource, settings: Settings, stopped: threading.Event) -> None:
    """Slowly and again and again; what is damaged is logged and left by the index itself."""
    while not stopped.is_set():
        with suppress(RagError):  # there may be no index yet
            source.check_index(settings.verify_share, stopped)
        stopped.wait(settings.verify_hours * 3600)


async def _forget_daily(database: Database, settings: Settings) -> None:
    """What is over its time goes now, and again every day while the server runs."""
    while True:
        try:
            await in_thread(forget, database, settings, True)
        except RagError as error:
            log.warning("nothing was deleted: %s", error)
        await asyncio.sleep(EVERY_S)
