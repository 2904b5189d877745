"""The chat page as plain HTML: a form, the answer at an address of its own, earlier turns above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.pipeline import answer_of
from rag.schemas import MAX_QUESTION_CHARS, AskRequest, TurnIn
from rag.types import Language
from rag.wording.words import Words, words_of
from web.i18n import COOKIE, language_from
from web.protection.gate import in_thread
from web.protection.problems import Problem, headers_of, told
from web.public.addresses import answer_href, ask_href
from web.public.collection import collection_of
from web.public.keeping import conversation_before, keep_answer, kept_conversation
from web.public.preferences import keep
from web.public.starters import usual_questions
from web.public.turns import TurnView, earlier, language_of, read_history, turns_of, write_history
from web.public.views import view_answer
from web.services import Services, ServicesNow, WordsNow, allowed, check_question

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was said before it: the turns of the form, or the answers kept up to `after`."""

    question: str
    history: Sequence[TurnIn] = ()
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: turns, and a question that waits in the field; `back` is where to come back to."""

    turns: tuple[TurnView, ...] = ()
    after: str | None = None
    draft: str = ""
    back: str | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@router.get("/", name="chat")
async def page(request: Request, services: ServicesNow, words: WordsNow, q: str = "", edit: str = "") -> Response:
    """The empty page; with `?q=` a question already asked, with `?edit=` one that was asked, to be changed."""
    if edit:
        return await _respond(request, services, words, await _to_edit(services, edit))
    shown = await _answered(request, services, words, Asked(q)) if q.strip() else Shown()
    return await _respond(request, services, words, shown)


@router.post("/")
async def ask(
    request: Request,
    services: ServicesNow,
    words: WordsNow,
    q: Annotated[str, Form()] = "",
    history: Annotated[str, Form()] = "",
    after: Annotated[str, Form()] = "",
    lang: Annotated[str, Form()] = "",
) -> Response:
    """The form without JavaScript; leads to the answer's address, or shows the answer where it could not be kept.

    So it does where earlier turns were not kept, which only the form knows. `lang` switches the language.
    """
    asked = Asked(q, read_history(history), after or None)
    words = words_of(language_from(lang)) if lang else words
    shown = await _answered(request, services, words, asked) if q.strip() else Shown(earlier(asked.history))
    whole = asked.after or not asked.history
    if whole and shown.after and shown.turns[-1].view:
        response: Response = RedirectResponse(answer_href(shown.after), 303)
    else:
        response = await _respond(request, services, words, shown)
    if lang:
        keep(response, request, COOKIE, words.language.value)
    return response


@router.get("/answers/{answer_id}", name="answer", dependencies=[Depends(allowed)])
async def answer(request: Request, services: ServicesNow, words: WordsNow, answer_id: str) -> Response:
    """The answer behind what was said before it; the form goes on from there."""
    kept = await in_thread(kept_conversation, services, answer_id)
    index = await in_thread(services.pipeline.status)
    response = await _respond(request, services, words, Shown(turns_of(kept, index.version), kept[-1].id))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


async def _to_edit(services: Services, answer_id: str) -> Shown:
    """The question of an answer in the field again, what was said before it above."""
    kept = await in_thread(kept_conversation, services, answer_id)
    index = await in_thread(services.pipeline.status)
    return Shown(turns_of(kept[:-1], index.version), kept[-1].previous, kept[-1].answer.question)


async def _respond(request: Request, services: Services, words: Words, shown: Shown) -> Response:
    index = await in_thread(services.pipeline.status)
    context: dict[str, Any] = {
        "words": words,
        "turns": shown.turns,
        "draft": shown.draft,
        "after": shown.after or "",
        "history": write_history(shown.turns),
        "earlier_history": write_history(shown.turns[:-1]),
        "index": index,
        "starters": _starters(services, words, index.version),
        "collection": await in_thread(collection_of, services) if index.version and not shown.turns else None,
        "limit": services.settings.max_question_chars,
    }
    if shown.back:
        context["back"] = shown.back
    response: Response = request.app.state.templates.TemplateResponse(
        request, "chat.html", context, status_code=shown.status, headers=shown.headers
    )
    return response


def _starters(services: Services, words: Words, version: str | None) -> tuple[str, ...]:
    return services.starters.of(version, words.language) if services.starters else usual_questions(words)


async def _answered(request: Request, services: Services, words: Words, asked: Asked) -> Shown:
    """The turns of the conversation with the new one at their end; `words` are the page's."""
    # A page that was posted cannot be gone back to.
    back = ask_href(asked.question)
    try:
        turn = await _turn(request, services, words.language, asked)
    except Problem as problem:
        services.metrics.refused(problem.code)
        failed = _failed(problem, asked.question, words.language)
        turns = (*await _before(services, asked), failed)
        return Shown(turns, asked.after, asked.question, back, problem.status, headers_of(problem))
    before = await _before(services, asked)
    return Shown((*before, turn), turn.view.id if turn.view and turn.view.kept else None, back=back)


async def _turn(request: Request, services: Services, in_doubt: Language, asked: Asked) -> TurnView:
    await allowed(request, services)
    check_question(asked.question, services.settings)
    async with services.gate.place():
        body = AskRequest(question=asked.question, history=list(asked.history))
        question = body.in_doubt(in_doubt).to_question()
        answer = answer_of(await services.gate.last_of(request, lambda: services.pipeline.stream(question)))
    services.answered(answer)
    kept_as = await in_thread(keep_answer, services, answer, asked.after)
    return TurnView(asked.question, answer.language, view_answer(answer, kept_as))


def _failed(problem: Problem, question: str, in_doubt: Language) -> TurnView:
    """Told in the language of the question, where it is short enough to tell that, else in that of the page."""
    language = language_of(question, in_doubt) if len(question) <= MAX_QUESTION_CHARS else in_doubt
    return TurnView(question, language, problem=told(problem, words_of(language)))


async def _before(services: Services, asked: Asked) -> tuple[TurnView, ...]:
    """The answers themselves where they are kept, else what the form says of them."""
    kept = await in_thread(conversation_before, services, asked.after)
    if not kept:
        return earlier(asked.history)
    return tuple(replace(turn, at=None) for turn in turns_of(kept, kept[-1].answer.index_version))
