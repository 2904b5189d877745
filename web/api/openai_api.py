"""The subset of OpenAI's chat interface that lets other programs talk to the documents."""

import re
import time
from collections.abc import Iterator
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json
from starlette.responses import StreamingResponse

from rag.pipeline import answer_of
from rag.schemas import MAX_QUESTION_CHARS, MAX_TURN_CHARS, MAX_TURNS, AskRequest, TurnIn, citation_to_json
from rag.types import Answer, AnswerReady, Question
from rag.wording.prose import text_of
from rag.wording.words import Words
from web.api.sse import PING, ending
from web.protection.gate import iterate
from web.protection.problems import Problem, error_of
from web.services import Services, ServicesNow, WordsNow, check_question, place

MODEL = "tanya-lampung"
DONE = b"data: [DONE]\n\n"

# With a bound, text that is not Unicode (a lone surrogate) is refused too. Old messages may be long: they are cut.
Text = Annotated[str, Field(max_length=10 * MAX_QUESTION_CHARS)]

router = APIRouter(prefix="/v1")


# What would change an answer and is not there: whoever asks for it is told, not answered as if it had been done.
NOT_SUPPORTED = ("tools", "functions", "audio", "prediction", "web_search_options")


class TextPart(BaseModel):
    """A piece of a message; one that is no text is refused."""

    type: str
    text: Text = ""


class Message(BaseModel):
    """One message; instructions of the system role are not followed, only documents are."""

    role: str
    content: Text | list[TextPart] | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class CompletionRequest(BaseModel):
    """A chat; settings of sampling are accepted and have no effect, those of NOT_SUPPORTED are refused."""

    model_config = ConfigDict(extra="ignore")

    model: str = MODEL
    messages: Annotated[list[Message], Field(min_length=1, max_length=100)]
    stream: bool = False
    n: int | None = None
    tools: list[Any] | None = None
    functions: list[Any] | None = None
    audio: dict[str, Any] | None = None
    prediction: dict[str, Any] | None = None
    web_search_options: dict[str, Any] | None = None
    response_format: dict[str, Any] | None = None

    def require_supported(self) -> None:
        """Raises Problem, which names the first thing that is asked for and not there."""
        asked = [name for name in NOT_SUPPORTED if getattr(self, name)]
        if self.n not in (None, 1):
            asked.append("n")
        if (self.response_format or {}).get("type", "text") != "text":
            asked.append("response_format")
        parts = (part for each in self.messages if isinstance(each.content, list) for part in each.content)
        asked += [part.type for part in parts if part.type != "text"]
        if asked:
            raise Problem(422, "not_supported", name=asked[0][:40])


@router.get("/models")
async def models() -> dict[str, Any]:
    """The one model there is."""
    return {"object": "list", "data": [_model()]}


@router.get("/models/{name}")
async def model(name: str) -> dict[str, Any]:
    """That model by its name."""
    if name != MODEL:
        raise Problem(404, "model_not_found", name=MODEL)
    return _model()


@router.post("/chat/completions", dependencies=[Depends(place)], response_model=None)
async def complete(
    request: Request, body: CompletionRequest, services: ServicesNow, words: WordsNow
) -> dict[str, Any] | StreamingResponse:
    """Answers the last message of the user; `citations` holds the sources of the [n] marks."""
    body.require_supported()
    question = question_of(body.messages, services)
    if body.stream:
        chunks = iterate(lambda: _stream(services, question, words), PING, services.settings.keep_alive_s)
        return StreamingResponse(chunks, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
    answer = answer_of(await services.gate.last_of(request, lambda: services.pipeline.stream(question)))
    services.answered(answer)
    text = text_of(answer)
    message = {"role": "assistant", "content": text, "annotations": annotations_of(answer, text)}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return _head("chat.completion") | {"choices": [choice], "citations": _citations(answer)}


def question_of(messages: list[Message], services: Services) -> Question:
    """The last user message, with the exchanges before it as history."""
    if messages[-1].role != "user":
        raise Problem(422, "last_message_not_user")
    text = messages[-1].text
    check_question(text, services.settings)
    return AskRequest(question=text, history=turns_of(messages[:-1])).to_question()


def turns_of(messages: list[Message]) -> list[TurnIn]:
    """User messages paired with the assistant's next words, the latest MAX_TURNS of them."""
    turns: list[TurnIn] = []
    for message in messages:
        text = message.text[:MAX_TURN_CHARS]
        if message.role == "user":
            turns.append(TurnIn(question=text))
        elif message.role == "assistant" and turns:
            turns[-1] = TurnIn(question=turns[-1].question, answer=text)
    return turns[-MAX_TURNS:]


def _stream(services: Services, question: Question, words: Words) -> Iterator[bytes]:
    """The chunks, at whose end clients wait for DONE; a failure half-way is told before it."""

    def failure(problem: Problem) -> bytes:
        return b"data: " + to_json(error_of(problem, words)) + b"\n\n" + DONE

    return ending(_chunks(services, question), services.metrics.refused, failure)


def _chunks(services: Services, question: Question) -> Iterator[bytes]:
    # The text is sent in one piece once it is whole: a mark [n] means nothing before its source is settled.
    head = _head("chat.completion.chunk")
    yield _chunk(head, {"role": "assistant", "content": ""}, None)
    for event in services.pipeline.stream(question):
        if isinstance(event, AnswerReady):
            services.answered(event.answer)
            text = text_of(event.answer)
            yield _chunk(head, {"content": text, "annotations": annotations_of(event.answer, text)}, None)
            yield _chunk(head | {"citations": _citations(event.answer)}, {}, "stop")
    yield DONE


def _chunk(head: dict[str, Any], delta: dict[str, Any], finish_reason: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return b"data: " + to_json(head | {"choices": [choice]}) + b"\n\n"


def _head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}


def annotations_of(answer: Answer, text: str) -> list[dict[str, Any]]:
    """Each mark [n] whose source has an address on the web, as the OpenAI form has it: characters of the text."""
    found = []
    for citation in answer.citations:
        mark = f"[{citation.number}]"
        for start in (each.start() for each in re.finditer(re.escape(mark), text) if citation.url):
            place = {"start_index": start, "end_index": start + len(mark), "title": citation.title, "url": citation.url}
            found.append({"type": "url_citation", "url_citation": place})
    return sorted(found, key=lambda each: each["url_citation"]["start_index"])


def _citations(answer: Answer) -> list[dict[str, Any]]:
    return [citation_to_json(citation) for citation in answer.citations]
