"""The JSON interface: ask, ask streamed, search."""

from collections.abc import Iterator
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import StreamingResponse

from rag.pipeline import answer_of
from rag.schemas import AskRequest, SearchRequest, answer_to_json, hit_to_json
from rag.types import AnswerEvent, AnswerReady, Language, Question, Sentence, SentenceReady
from rag.wording.words import words_of
from web.api.sse import PING, Markup, encode, failing, no_markup
from web.i18n import asked_in, words_for
from web.protection.gate import in_thread, iterate, unfinished
from web.public.addresses import answer_href
from web.public.keeping import ID, keep_answer
from web.public.sentences import view_sentence
from web.public.views import view_answer
from web.services import Services, ServicesNow, check_question, place

router = APIRouter(prefix="/api", dependencies=[Depends(place)])


@router.post("/ask")
async def ask(request: Request, body: AskRequest, services: ServicesNow) -> dict[str, Any]:
    """The answer to a question, whole."""
    asked_in(request, body.spoken)
    check_question(body.question, services.settings)
    answer = answer_of(await services.gate.last_of(request, lambda: services.pipeline.stream(body.to_question())))
    services.answered(answer)
    return answer_to_json(answer)


@router.post("/ask/stream")
async def ask_stream(
    request: Request,
    body: AskRequest,
    services: ServicesNow,
    html: Annotated[
        bool,
        Query(description="add `html`, as the chat page shows it, and keep the answer at an `address`"),
    ] = False,
    after: Annotated[str | None, Query(pattern=ID, description="the id of the answer before it, with `html`")] = None,
) -> StreamingResponse:
    """Server-sent events: status, passages, sentence, answer, error."""
    body = body.in_doubt(words_for(request).language) if html else body
    words = asked_in(request, body.spoken)
    check_question(body.question, services.settings)
    question = body.to_question()
    words = words_of(question.language) if body.language or html else words
    markup = _page_markup(request, services, question.language, after) if html else no_markup

    failure = failing(words, services.metrics.refused)

    def start() -> Iterator[bytes]:
        return encode(_counted(services, question), question.language, failure, markup)

    return StreamingResponse(
        iterate(start, PING, services.settings.keep_alive_s, partial(unfinished, request, failure)),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


@router.post("/search")
async def search(request: Request, body: SearchRequest, services: ServicesNow) -> dict[str, Any]:
    """The passages that match a question best."""
    asked_in(request, body.spoken)
    check_question(body.question, services.settings)
    hits = await in_thread(lambda: services.pipeline.search(body.to_question(), body.limit))
    return {
        "question": body.question,
        "results": [hit_to_json(hit, rank) for rank, hit in enumerate(hits, start=1)],
    }


def _counted(services: Services, question: Question) -> Iterator[AnswerEvent]:
    """The events of an answer, counted."""
    for event in services.pipeline.stream(question):
        if isinstance(event, AnswerReady):
            services.answered(event.answer)
        yield event


def _page_markup(request: Request, services: Services, language: Language, after: str | None) -> Markup:
    """Renders sentences and answers in `language` with the templates the page without JavaScript is made of.

    The answer is kept, and `address` is where; None where nothing can be kept.
    """
    templates = request.app.state.templates
    before: Sentence | None = None

    def render(name: str, **context: Any) -> str:
        html: str = templates.get_template(name).render(words=words_of(language), **context)
        return html

    def markup(event: AnswerEvent) -> dict[str, Any]:
        nonlocal before
        if isinstance(event, SentenceReady):
            sentence = view_sentence(event.sentence, before, language)
            before = event.sentence
            return {"html": render("sentence.html", sentence=sentence)}
        if isinstance(event, AnswerReady):
            kept_as = keep_answer(services, event.answer, after)
            address = answer_href(kept_as) if kept_as else None
            return {"html": render("answer.html", view=view_answer(event.answer, kept_as)), "address": address}
        return {}

    return markup
