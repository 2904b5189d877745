"""For evaluators: runs listed, shown, compared and started. Opens only with the token of the settings."""

import hashlib
import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Form, Request
from markupsafe import Markup
from pydantic import SecretStr
from starlette.responses import RedirectResponse, Response

from rag.errors import BadInput
from rag.evaluation.background import BackgroundEvaluation
from rag.evaluation.compare import compare_runs
from rag.evaluation.report import render_body, stylesheet
from rag.evaluation.run import Run
from rag.evaluation.run_store import Listed, fetch, list_runs
from rag.evaluation.wording import wording
from rag.settings import Settings
from rag.types import Language
from web.i18n import words_for
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.services import ServicesNow, allowed

COOKIE = "evaluasi"
PATH = "/evaluations"
SHOWN = ("right", "answered_right", "refused_right", "exact_quotes", "hit@1", "latency_p95_ms")


def add_evaluations(app: FastAPI, settings: Settings) -> None:
    """Adds the pages; without a token in the settings there are none."""
    if settings.evaluation_token is None:
        return
    app.state.evaluation = BackgroundEvaluation(settings)
    app.add_exception_handler(NotAdmitted, _to_entrance)
    app.include_router(_entrance, prefix=PATH)
    app.include_router(_pages, prefix=PATH, dependencies=[Depends(_admitted)])


class NotAdmitted(Exception):
    """The visitor has not shown the token."""


async def _to_entrance(_: Request, __: Exception) -> Response:
    return RedirectResponse(f"{PATH}/enter", 303)


def _pass_for(token: SecretStr) -> str:
    """What the cookie holds: it proves knowledge of the token and does not contain it."""
    return hmac.new(token.get_secret_value().encode(), b"evaluations", hashlib.sha256).hexdigest()


def _admitted(request: Request, services: ServicesNow) -> None:
    """Raises NotAdmitted unless the visitor holds the pass."""
    token = services.settings.evaluation_token
    if token is None or not hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), _pass_for(token).encode()):
        raise NotAdmitted


_entrance = APIRouter(include_in_schema=False)
_pages = APIRouter(include_in_schema=False)


@_entrance.get("/enter")
async def entrance(request: Request) -> Response:
    """The form that asks for the token."""
    return _show(request, "enter", refused=False)


@_entrance.post("/enter", dependencies=[Depends(allowed)])
async def enter(request: Request, services: ServicesNow, token: Annotated[str, Form()]) -> Response:
    """Hands out the pass for the right token; guesses are limited like questions are."""
    wanted = services.settings.evaluation_token
    if wanted is None or not hmac.compare_digest(token.encode(), wanted.get_secret_value().encode()):
        return _show(request, "enter", status=401, refused=True)
    response = RedirectResponse(PATH, 303)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, _pass_for(wanted), path=PATH, httponly=True, samesite="strict", secure=secure)
    return response


@_entrance.get("/report.css")
async def css() -> Response:
    """The style of reports; holds no data, so it needs no token."""
    return Response(stylesheet(), media_type="text/css")


@_pages.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """The runs, latest first, and what is running."""
    runs = await in_thread(_runs, services.settings)
    return _show(request, "list", runs=runs, progress=request.app.state.evaluation.progress, shown=SHOWN)


@_pages.post("/start")
async def start(request: Request, services: ServicesNow) -> Response:
    """Starts a run over the gold questions of the settings; a second one while it runs changes nothing."""
    await in_thread(request.app.state.evaluation.start, services.pipeline)
    return RedirectResponse(PATH, 303)


@_pages.get("/runs/{name}")
async def show(request: Request, services: ServicesNow, name: str) -> Response:
    """One run."""
    language = words_for(request).language
    body = await in_thread(lambda: render_body(_fetch(name, services.settings), language=language))
    return _show(request, "run", name=name, against=None, body=body)


@_pages.get("/compare")
async def compare(request: Request, services: ServicesNow, before: str, after: str) -> Response:
    """The later run with what changed against the earlier one."""
    body = await in_thread(_comparison, before, after, services.settings, words_for(request).language)
    return _show(request, "run", name=after, against=before, body=body)


def _runs(settings: Settings) -> list[Listed]:
    return list(list_runs(settings.evaluations))


def _comparison(before: str, after: str, settings: Settings, language: Language) -> Markup:
    earlier, later = _fetch(before, settings), _fetch(after, settings)
    try:
        return render_body(later, compare_runs(earlier, later), language)
    except BadInput as error:
        raise Problem(422, "invalid") from error


def _fetch(name: str, settings: Settings) -> Run:
    try:
        return fetch(name, settings.evaluations)
    except BadInput as error:
        raise Problem(404, "not_found") from error


def _show(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    words = words_for(request)
    context |= {"words": words, "report": wording(words.language)}
    name = f"evaluations/{template}.html"
    response: Response = request.app.state.templates.TemplateResponse(request, name, context, status_code=status)
    return response
