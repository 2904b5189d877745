"""The chat page as plain HTML: one form, the answer below the question, the history in a hidden field."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json
from starlette.responses import Response

from rag.pipeline import answer_of
from rag.schemas import AskRequest, TurnIn
from rag.types import Language
from rag.wording.words import Words, words_of
from web.i18n import COOKIE, language_from
from web.protection.gate import in_thread
from web.protection.problems import Problem, told
from web.public.preferences import keep
from web.public.views import AnswerView, ask_href, view_answer
from web.services import Services, ServicesNow, WordsNow, allowed, check_question

KEPT_TURNS = 5
KEPT_CHARS = 1500

router = APIRouter()
_HISTORY = TypeAdapter(list[TurnIn])


@dataclass(frozen=True, slots=True)
class Asked:
    """What the visitor asked just now, and what became of it."""

    question: str
    view: AnswerView | None = None
    problem: str | None = None


@router.get("/", name="chat")
async def page(request: Request, services: ServicesNow, words: WordsNow, q: str = "") -> Response:
    """The empty page, or with `?q=` a question already asked."""
    return await _respond(request, services, words, q, [])


@router.post("/")
async def ask(
    request: Request,
    services: ServicesNow,
    words: WordsNow,
    q: Annotated[str, Form()] = "",
    history: Annotated[str, Form()] = "",
    lang: Annotated[str, Form()] = "",
) -> Response:
    """The form without JavaScript; `lang` switches the language and keeps the conversation."""
    if lang:
        words = words_of(language_from(lang))
    response = await _respond(request, services, words, q, read_history(history))
    if lang:
        keep(response, request, COOKIE, words.language.value)
    return response


def read_history(raw: str) -> list[TurnIn]:
    """The turns of the hidden field, the latest KEPT_TURNS; anything that does not fit is no history."""
    try:
        return _HISTORY.validate_json(raw)[-KEPT_TURNS:] if raw else []
    except ValidationError:
        return []


def write_history(turns: list[TurnIn]) -> str:
    """The hidden field for the next question."""
    kept = [TurnIn(question=turn.question[:KEPT_CHARS], answer=turn.answer[:KEPT_CHARS]) for turn in turns]
    return to_json([turn.model_dump() for turn in kept[-KEPT_TURNS:]]).decode()


async def _respond(
    request: Request, services: Services, words: Words, question: str, history: list[TurnIn]
) -> Response:
    asked, status = await _asked(request, services, words, question, history)
    turns = list(history)
    if asked and asked.view:
        turns.append(TurnIn(question=question, answer=asked.view.text[:KEPT_CHARS]))
    context: dict[str, Any] = {
        "words": words,
        "other_words": words_of(words.other),
        "asked": asked,
        "earlier": [(turn, _language_of(turn)) for turn in history],
        "history": write_history(turns),
        "earlier_history": write_history(history),
        "index": await in_thread(services.pipeline.status),
        "limit": services.settings.max_question_chars,
    }
    if asked:
        # A page that was posted cannot be gone back to.
        context["back"] = ask_href(question)
    response: Response = request.app.state.templates.TemplateResponse(request, "chat.html", context, status_code=status)
    return response


def _language_of(turn: TurnIn) -> Language:
    return AskRequest(question=turn.question).to_question().language


async def _asked(
    request: Request, services: Services, words: Words, question: str, history: list[TurnIn]
) -> tuple[Asked | None, int]:
    if not question.strip():
        return None, 200
    try:
        await allowed(request, services)
        check_question(question, services.settings)
        async with services.gate.place():
            body = AskRequest(question=question, history=history)
            last = await services.gate.last_of(request, lambda: services.pipeline.stream(body.to_question()))
            answer = answer_of(last)
            view = view_answer(answer)
    except Problem as problem:
        services.metrics.refused(problem.code)
        return Asked(question, problem=told(problem, words)), problem.status
    services.metrics.answered(answer)
    return Asked(question, view), 200
