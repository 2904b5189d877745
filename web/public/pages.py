"""The template engine and what every template may use."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.templating import Jinja2Templates

from rag.wording.places import place_text
from rag.wording.templates import teach_words
from web.i18n import script_texts
from web.protection.base_path import path_in
from web.protection.permissions import ROLE_NAMES
from web.public.addresses import answer_href, ask_href, citation_href, document_href, edit_href, export_href
from web.public.preferences import theme_of, type_of
from web.public.sentences import lines_of
from web.records.switching import State, Switch

FOLDER = Path(__file__).parents[1] / "templates"


@cache  # compiled once, however many applications a process makes
def make_templates(static_version: str, base: str, by_model: bool, by_service: bool) -> Jinja2Templates:
    """Templates with autoescape on and undefined names an error; `base` is where the site begins, `by_model` when a
    language model words answers, `by_service` when staff sign in through a service too."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    teach_words(environment)
    environment.globals.update(
        base=base,
        static=f"{base}/static/{static_version}",
        by_model=by_model,
        by_service=by_service,
        place_text=place_text,
        lines_of=lines_of,
        script_texts=script_texts,
        role_names=ROLE_NAMES,
    )
    for address in (citation_href, document_href, ask_href, answer_href, edit_href, export_href):
        environment.globals[address.__name__] = _below(base, address)
    return Jinja2Templates(env=environment, context_processors=[_page])


def _below(base: str, address: Callable[..., str]) -> Callable[..., str]:
    """The same address where the site begins at `base`."""
    return lambda *arguments: base + address(*arguments)


def _page(request: Request) -> dict[str, Any]:
    """The looks, where a switch of language or theme comes back to, who is signed in on a page of staff; the notice,
    and whether the page is `closed` to the public."""
    here = path_in(request.scope)
    if request.method == "GET" and request.url.query:
        here += "?" + request.url.query
    switches: State = getattr(request.state, "switches", State())
    return {
        "theme": theme_of(request),
        "type_size": type_of(request),
        "here": here if request.method == "GET" else "/",
        "visitor": getattr(request.state, "visitor", None),
        "notice": switches.notice_on(date.today()),
        "closed": getattr(request.state, "closed", False),
    } | ({"by_model": False} if Switch.MODEL in switches.off else {})
