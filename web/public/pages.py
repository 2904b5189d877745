"""The template engine and what every template may use."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.templating import Jinja2Templates

from rag.wording.places import place_text
from rag.wording.templates import teach_words
from web.i18n import script_texts
from web.protection.permissions import ROLE_NAMES
from web.public.addresses import answer_href, ask_href, citation_href, document_href, edit_href, export_href
from web.public.preferences import theme_of
from web.public.sentences import lines_of

FOLDER = Path(__file__).parents[1] / "templates"


def make_templates(static_version: str, by_model: bool, by_service: bool) -> Jinja2Templates:
    """Templates with autoescape on and undefined names an error; `by_model` when a language model words answers,
    `by_service` when staff sign in through a service too."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    teach_words(environment)
    environment.globals.update(
        static=f"/static/{static_version}",
        by_model=by_model,
        by_service=by_service,
        citation_href=citation_href,
        place_text=place_text,
        document_href=document_href,
        lines_of=lines_of,
        ask_href=ask_href,
        answer_href=answer_href,
        edit_href=edit_href,
        export_href=export_href,
        script_texts=script_texts,
        role_names=ROLE_NAMES,
    )
    return Jinja2Templates(env=environment, context_processors=[_page])


def _page(request: Request) -> dict[str, Any]:
    """The theme, where a switch of language or theme comes back to, and who is signed in on a page of staff."""
    here = request.url.path
    if request.method == "GET" and request.url.query:
        here += "?" + request.url.query
    return {
        "theme": theme_of(request),
        "here": here if request.method == "GET" else "/",
        "visitor": getattr(request.state, "visitor", None),
    }
