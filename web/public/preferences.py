"""Language, theme and size of type, each kept in a cookie for a year; a form, so that it works without JavaScript."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from web.i18n import COOKIE as LANGUAGE_COOKIE
from web.i18n import language_from

THEME_COOKIE = "tampilan"
TYPE_COOKIE = "huruf"
YEAR_S = 365 * 24 * 3600

router = APIRouter()

Theme = Literal["light", "dark"]
Size = Literal["usual", "large"]


@router.get("/bahasa")
async def set_language(request: Request, lang: Annotated[str, Query()] = "id", next: str = "/") -> Response:
    """Remembers the language and goes back."""
    response = RedirectResponse(local_path(next), 303)
    keep(response, request, LANGUAGE_COOKIE, language_from(lang).value)
    return response


@router.post("/tampilan")
async def set_looks(
    request: Request,
    tema: Annotated[Theme | None, Form()] = None,
    huruf: Annotated[Size | None, Form()] = None,
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Remembers theme and size of type, whichever is sent, and goes back."""
    response = RedirectResponse(local_path(next), 303)
    for name, value in ((THEME_COOKIE, tema), (TYPE_COOKIE, huruf)):
        if value:
            keep(response, request, name, value)
    return response


def keep(response: Response, request: Request, name: str, value: str) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=YEAR_S, samesite="lax", secure=secure, httponly=True)


def theme_of(request: Request) -> str:
    """light, dark, or auto: as the device wants it."""
    value = request.cookies.get(THEME_COOKIE, "auto")
    return value if value in ("light", "dark") else "auto"


def type_of(request: Request) -> str:
    """usual or large."""
    return "large" if request.cookies.get(TYPE_COOKIE) == "large" else "usual"


def local_path(target: str) -> str:
    """The target if it is a path of this site, else the front page; never another site."""
    plain = target.startswith("/") and not target.startswith("//") and "\\" not in target
    return target if plain and target.isprintable() else "/"
