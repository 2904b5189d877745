"""The widget: one script that other sites put on their pages, made once of its parts in static/."""

import gzip
import json
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from rag.types import Language
from rag.wording.words import Words, words_of
from web.public.assets import FOLDER
from web.public.conditional import conditional

# In this order: each uses only what stands before it, or is called when all of it is there.
_PARTS = ("js/events.js", "widget/make.js", "widget/answer.js", "widget/asking.js", "widget/widget.js")
_SHEET = "widget/widget.css"

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Script:
    """The script in UTF-8, as it is and packed with gzip."""

    plain: bytes
    packed: bytes


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """The script; pages of every site may load it, and only those that are allowed to may ask."""
    script: Script = request.app.state.widget
    packed = "gzip" in request.headers.get("accept-encoding", "")
    response = conditional(request, script.packed if packed else script.plain, "text/javascript; charset=utf-8")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def build() -> Script:
    """The parts in one scope of their own, behind what they say in both languages and what they look like."""
    texts = {language.value: texts_of(words_of(language)) for language in Language}
    head = (
        f"const TEXTS = {json.dumps(texts, ensure_ascii=False)};\n"
        f"const SHEET = {json.dumps((FOLDER / _SHEET).read_text('utf-8'))};\n"
    )
    parts = "\n".join(_without_modules((FOLDER / part).read_text("utf-8")) for part in _PARTS)
    plain = f'(() => {{\n"use strict";\n{head}{parts}}})();\n'.encode()
    return Script(plain, gzip.compress(plain, mtime=0))


def _without_modules(source: str) -> str:
    """What the other parts export stands in the same scope."""
    lines = (line.removeprefix("export ") for line in source.splitlines(True) if not line.startswith("import "))
    return "".join(lines)


def texts_of(words: Words) -> dict[str, str]:
    """The texts of static/widget by their keys there."""
    return {
        "language": words.language.value,
        "name": words.gettext("Tanya Lampung"),
        "open": words.gettext("Ask Tanya Lampung"),
        "lead": words.gettext("Every answer is quoted from documents you can check yourself."),
        "question": words.gettext("Your question"),
        "ask": words.gettext("Ask"),
        "close": words.gettext("Close"),
        "searching": words.gettext("Looking for the answer."),
        "ready": words.gettext("Answer:"),
        "sources": words.gettext("Sources"),
        "source": words.gettext("Source"),
        "page": words.gettext("page {page}"),
        "newTab": words.gettext("(opens in a new tab)"),
        "closest": words.gettext("Not an answer, but the sources do say:"),
        "unanswered": words.gettext("Our documents do not say:"),
        "understood": words.gettext("Understood as:"),
        "failed": words.gettext("Sorry, something went wrong"),
        "offline": words.gettext("The service cannot be reached from this page. Try again, or ask on its own site."),
        "again": words.gettext("Try again"),
        "note": words.gettext("Answers are put together automatically. Please write no identity or telephone numbers."),
        "stored": words.gettext("What is stored"),
        "site": words.gettext("Whole site"),
    }
