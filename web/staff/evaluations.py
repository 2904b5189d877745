"""For evaluators: runs listed, shown, compared and started."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Form, Request
from markupsafe import Markup
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
from web.protection.visitors import EVALUATION_COOKIE, same, shared_pass
from web.services import ServicesNow, allowed

PATH = "/evaluations"
SHOWN = ("right", "answered_right", "refused_right", "exact_quotes", "hit@1", "latency_p95_ms")

_entrance = APIRouter(prefix=PATH, include_in_schema=False)
_pages = APIRouter(prefix=PATH, include_in_schema=False)


def add_evaluations(app: FastAPI, settings: Settings) -> None:
    """Adds the pages; the entrance for the shared token, which accounts replace, only when the settings have one."""
    app.state.evaluation = BackgroundEvaluation(settings)
    app.include_router(_pages)
    if settings.evaluation_token is not None:
        app.include_router(_entrance)


@_entrance.get("/enter")
async def entrance(request: Request) -> Response:
    """The form that asks for the token."""
    return _show(request, "enter", refused=False)


@_entrance.post("/enter", dependencies=[Depends(allowed)])
async def enter(request: Request, services: ServicesNow, token: Annotated[str, Form()]) -> Response:
    """Hands out the pass for the right token; guesses are limited like questions are."""
    wanted = services.settings.evaluation_token
    if wanted is None or not same(token, wanted.get_secret_value()):
        return _show(request, "enter", status=401, refused=True)
    response = RedirectResponse(PATH, 303)
    secure = request.url.scheme == "https"
    shown = shared_pass(services.settings)
    response.set_cookie(EVALUATION_COOKIE, shown, path=PATH, httponly=True, samesite="strict", secure=secure)
    return response


@_pages.get("/report.css")
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
