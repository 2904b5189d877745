"""The JSON interface: ask, ask streamed, search."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import StreamingResponse

from rag.pipeline import answer_of
from rag.schemas import AskRequest, SearchRequest, answer_to_json, hit_to_json
from rag.types import AnswerEvent, AnswerReady, Language, Question, Sentence, SentenceReady
from rag.wording.words import Words, words_of
from web.api.sse import PING, Markup, encode, no_markup
from web.protection.gate import in_thread, iterate
from web.public.views import view_answer, view_sentence
from web.services import Services, ServicesNow, WordsNow, check_question, place

router = APIRouter(prefix="/api", dependencies=[Depends(place)])


@router.post("/ask")
async def ask(request: Request, body: AskRequest, services: ServicesNow) -> dict[str, Any]:
    """The answer to a question, whole."""
    check_question(body.question, services.settings)
    answer = answer_of(await services.gate.last_of(request, lambda: services.pipeline.stream(body.to_question())))
    services.metrics.answered(answer)
    return answer_to_json(answer)


@router.post("/ask/stream")
async def ask_stream(
    request: Request,
    body: AskRequest,
    services: ServicesNow,
    words: WordsNow,
    html: Annotated[
        bool,
        Query(description="add `html`, as the chat page shows it, and `html_other`, its other language"),
    ] = False,
) -> StreamingResponse:
    """Server-sent events: status, passages, sentence, answer, error."""
    check_question(body.question, services.settings)
    question = body.to_question()
    markup = _page_markup(request, words, question.language) if html else no_markup

    def start() -> Iterator[bytes]:
        events = _counted(services, question)
        return encode(events, question.language, words, services.metrics.refused, markup)

    return StreamingResponse(
        iterate(start, PING, services.settings.keep_alive_s),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


@router.post("/search")
async def search(body: SearchRequest, services: ServicesNow) -> dict[str, Any]:
    """The passages that match a question best."""
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
            services.metrics.answered(event.answer)
        yield event


def _page_markup(request: Request, words: Words, language: Language) -> Markup:
    """Renders sentences and answers in `language` with the templates the page without JavaScript is made of."""
    templates = request.app.state.templates
    before: Sentence | None = None

    def render(name: str, words: Words = words, **context: Any) -> str:
        html: str = templates.get_template(name).render(words=words, **context)
        return html

    def markup(event: AnswerEvent) -> dict[str, Any]:
        nonlocal before
        if isinstance(event, SentenceReady):
            sentence = view_sentence(event.sentence, before, language)
            before = event.sentence
            return {"html": render("sentence.html", sentence=sentence)}
        if isinstance(event, AnswerReady):
            answer = view_answer(event.answer)
            other = render("answer.html", words_of(words.other), view=answer)
            return {"html": render("answer.html", view=answer), "html_other": other}
        return {}

    return markup
