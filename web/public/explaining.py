"""Pages that explain: what is stored and for how long, how answers are made and how to complain about one."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from web.services import ServicesNow, WordsNow

router = APIRouter()


@router.get("/privacy")
async def privacy(request: Request, services: ServicesNow, words: WordsNow) -> Response:
    """The page; its figures are the settings'."""
    context = {"words": words, "settings": services.settings}
    response: Response = request.app.state.templates.TemplateResponse(request, "privacy.html", context)
    return response


@router.get("/how")
async def how(request: Request, words: WordsNow) -> Response:
    """In simple language."""
    response: Response = request.app.state.templates.TemplateResponse(request, "how.html", {"words": words})
    return response
