"""The web application; its doors, routes and what looks at each request."""

from collections.abc import Collection
from functools import partial
from importlib import import_module
from typing import Any

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from rag import tools
from rag.errors import MissingExtra
from rag.settings import Settings
from web.api import ask, health, mcp, openai_api
from web.api.describing import DescribedApi
from web.channels.webhooks import add_channels
from web.handling import handle_problems
from web.ports import AnswerSource, BriefingSource, QuestionMeaning
from web.protection.base_path import BasePath
from web.protection.bodies import BodyLimit
from web.protection.heads import HeadAsGet
from web.protection.hosts import ANY, KnownHosts, known_hosts
from web.protection.keys import with_key
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
from web.running import Given, Lifespan, lifespan_of
from web.staff import account, asked, audit, briefings, case_gold, evaluations, front, gold, publishing, uploads, users
from web.staff import documents as library
from web.staff import feedback as queue
from web.staff import keys as program_keys
from web.staff import notice as noticing
from web.staff import sources as watched
from web.staff import switches as switching
from web.staff.entrance import add_entrance
from web.staff.uploads import larger_bodies

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
    given = Given(pipeline, briefer, meaning)
    app = _bare(settings, lifespan_of(settings, given, mcp.sessions_of if with_mcp else None))
    app.state.widget = widget.build()
    for part in (*ANSWERING, *READING, *STAFF, *([mcp] if with_mcp else [])):
        app.include_router(part.router)
    add_entrance(app)
    add_channels(app, settings)
    if settings.oidc_issuer:
        _add_oidc(app, settings)
    return _guarded(app, settings, known_hosts(settings))


def create_mcp_app(settings: Settings, guard: Any, pipeline: AnswerSource | None = None) -> FastAPI:
    """The tools of the Model Context Protocol alone, which `guard` says how they may be called. Raises MissingExtra."""
    set_up(settings.log, settings.log_level)
    app = _bare(settings, lifespan_of(settings, Given(pipeline), partial(mcp.sessions_of, guard=guard)))
    for part in (mcp, health):
        app.include_router(part.router)
    return _guarded(app, settings, {ANY})


def _bare(settings: Settings, lifespan: Lifespan) -> FastAPI:
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


def _guarded(app: FastAPI, settings: Settings, known: Collection[str]) -> FastAPI:
    """Told of its failures, and with what looks at each request before any route does; asked by `known` names."""
    handle_problems(app)
    # The last one added is the first to see a request.
    app.add_middleware(HeadAsGet)
    app.add_middleware(BodyLimit, max_bytes=settings.max_body_kb * 1024, larger=larger_bodies(settings))
    app.add_middleware(SameOrigin, widgets=settings.widget_origins)
    if settings.widget_origins:
        app.add_middleware(WidgetOrigins, origins=settings.widget_origins)
    app.add_middleware(KnownHosts, known=known)
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
