"""The web application; the only place of `web` that wires."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from importlib import import_module
from typing import Any

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from rag import tools
from rag.assembly import build_desk, build_site
from rag.errors import MissingExtra, RagError
from rag.evaluation.background import BackgroundEvaluation
from rag.settings import Settings
from rag.types import Language
from web.api import ask, health, mcp, openai_api
from web.api.describing import DescribedApi
from web.api.metrics import Metrics
from web.channels.webhooks import add_channels
from web.handling import handle_problems
from web.hearing import Hearing
from web.ports import AnswerSource, BriefingSource, QuestionMeaning
from web.protection.base_path import BasePath
from web.protection.bodies import BodyLimit
from web.protection.gate import Gate, in_thread, is_left
from web.protection.keys import with_key
from web.protection.limits import Limits
from web.protection.log_lines import set_up
from web.protection.origins import WidgetOrigins
from web.protection.request_ids import RequestIds
from web.protection.security import SameOrigin, SecurityHeaders
from web.protection.switches import switched_on
from web.protection.visitors import permitted
from web.public import (
    assets,
    chat,
    documents,
    explaining,
    exports,
    feed,
    feedback,
    follow_ups,
    listing,
    llms,
    originals,
    pictures,
    preferences,
    widget,
)
from web.public.pages import make_templates
from web.public.starters import Starters
from web.records.beating import Heartbeat
from web.records.database import Database
from web.records.retention import EVERY_S, forget
from web.records.runs import note_killed
from web.services import Services
from web.staff import account, asked, audit, briefings, case_gold, evaluations, front, gold, publishing, uploads, users
from web.staff import documents as library
from web.staff import feedback as queue
from web.staff import keys as program_keys
from web.staff import notice as noticing
from web.staff import sources as watched
from web.staff import switches as switching
from web.staff.entrance import add_entrance
from web.staff.uploads import larger_bodies
from web.switchboard import Switchboard

log = logging.getLogger(__name__)

PASSWORDS_AT_ONCE = 4
ANSWERING = (chat, exports, follow_ups, ask, openai_api)
READING = (listing, feed, llms, documents, originals, pictures, preferences, feedback, explaining, widget, health)
STAFF = (
    front,
    library,
    uploads,
    publishing,
    watched,
    queue,
    case_gold,
    asked,
    evaluations,
    gold,
    account,
    users,
    program_keys,
    audit,
    briefings,
    noticing,
    switching,
)


def create_app(
    settings: Settings | None = None,
    pipeline: AnswerSource | None = None,
    briefer: BriefingSource | None = None,
    meaning: QuestionMeaning | None = None,
) -> FastAPI:
    """The application; without settings it reads the environment and sets up the log, without a pipeline it builds one
    when it starts."""
    if settings is None:
        settings = Settings()
        set_up(settings.log, settings.log_level)
    with_mcp = tools.installed()
    app = _bare(settings, _lifespan(settings, pipeline, briefer, meaning, mcp.sessions_of if with_mcp else None))
    app.state.widget = widget.build()
    for part in (*ANSWERING, *READING, *STAFF, *([mcp] if with_mcp else [])):
        app.include_router(part.router)
    add_entrance(app)
    add_channels(app, settings)
    if settings.oidc_issuer:
        _add_oidc(app, settings)
    return _guarded(app, settings)


def create_mcp_app(settings: Settings, guard: Any, pipeline: AnswerSource | None = None) -> FastAPI:
    """The tools of the Model Context Protocol alone, which `guard` says how they may be called. Raises MissingExtra."""
    set_up(settings.log, settings.log_level)
    app = _bare(settings, _lifespan(settings, pipeline, None, None, partial(mcp.sessions_of, guard=guard)))
    for part in (mcp, health):
        app.include_router(part.router)
    return _guarded(app, settings)


def _bare(settings: Settings, lifespan: "Lifespan") -> FastAPI:
    """The doors that every route stands behind, and what pages are made of."""
    app = DescribedApi(
        title="Tanya Lampung",
        summary="Answers with exact quotes from a provincial government's own documents.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        # The interactive pages load scripts from another host, which our security policy forbids.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        dependencies=[Depends(switched_on), Depends(permitted), Depends(with_key)],
    )
    version = assets.fingerprint()
    app.state.templates = make_templates(
        version,
        settings.base_path,
        by_model=settings.chat_url is not None,
        by_service=settings.oidc_issuer is not None,
    )
    # Only what is the same for everybody is compressed: a page with a form's token and a visitor's words in it is not.
    app.mount(f"/static/{version}", GZipMiddleware(assets.LastingFiles(directory=assets.FOLDER)), name="static")
    return app


def _guarded(app: FastAPI, settings: Settings) -> FastAPI:
    """Told of its failures, and with what looks at each request before any route does."""
    handle_problems(app)
    # The last one added is the first to see a request.
    app.add_middleware(BodyLimit, max_bytes=settings.max_body_kb * 1024, larger=larger_bodies(settings))
    app.add_middleware(SameOrigin, widgets=settings.widget_origins)
    if settings.widget_origins:
        app.add_middleware(WidgetOrigins, origins=settings.widget_origins)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestIds)
    if settings.base_path:
        app.add_middleware(BasePath, base=settings.base_path)
    return app


def _add_oidc(app: FastAPI, settings: Settings) -> None:
    """Raises MissingExtra: the libraries are wanted only where the setting is."""
    try:
        part = import_module("web.staff.oidc")
    except ImportError as error:
        raise MissingExtra("oidc") from error
    part.add_oidc(app, settings)


Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def _lifespan(
    settings: Settings,
    pipeline: AnswerSource | None,
    briefer: BriefingSource | None,
    meaning: QuestionMeaning | None,
    mcp_sessions: Callable[[Services], Any] | None,
) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        database = Database(settings.database)
        await in_thread(database.prepare_or_tell)
        switches, limits = Switchboard(database), Limits.of(settings)
        if pipeline is not None:
            source, brief, desk, compared, tried = pipeline, briefer, build_desk(settings), meaning, None
        else:
            site = await in_thread(build_site, settings, lambda: switches.model_is_on() and not is_left())
            source, brief, desk, compared, tried = site.pipeline, site.briefer, site.desk, site.meaning, site.tried
        await in_thread(note_killed, database)
        hearing, heartbeat = Hearing(database, settings, compared), Heartbeat(database)
        hearing.start()
        app.state.services = Services(
            settings=settings,
            pipeline=source,
            briefer=brief,
            desk=desk,
            database=database,
            switches=switches,
            gate=Gate(settings.concurrent_answers, settings.queue_timeout_s),
            entrance=Gate(PASSWORDS_AT_ONCE, settings.queue_timeout_s),
            limits=limits,
            metrics=Metrics(),
            hearing=hearing,
            evaluation=BackgroundEvaluation(settings),
            heartbeat=heartbeat,
            tried=tried,
            starters=_starters(settings, source) if pipeline is None else None,
        )
        forgetting = asyncio.create_task(_forget_daily(database, settings))
        stopped = threading.Event()
        if settings.verify_hours:
            threading.Thread(target=_check_index, args=(source, settings, stopped), daemon=True).start()
        async with AsyncExitStack() as stack:
            if mcp_sessions:
                app.state.mcp = mcp_sessions(app.state.services)
                await stack.enter_async_context(app.state.mcp.run())
            yield
        stopped.set()
        hearing.stop()
        forgetting.cancel()
        await asyncio.wait({forgetting})
        await in_thread(heartbeat.close)
        await limits.close()
        database.close()

    return lifespan


def _starters(settings: Settings, source: AnswerSource) -> Starters | None:
    """Looked for from the start on; not where every try would cost a language model."""
    if settings.chat_url is not None:
        return None
    starters = Starters(source)
    with suppress(RagError):
        starters.of(source.status().version, Language.INDONESIAN)
    return starters


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
            await in_thread(forget, database, settings)
        except RagError as error:
            log.warning("nothing was deleted: %s", error)
        await asyncio.sleep(EVERY_S)
