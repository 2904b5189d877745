"""The subset of OpenAI's chat interface that lets other programs talk to the documents."""

import re
import time
from collections.abc import Iterator
from functools import partial
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json
from starlette.responses import StreamingResponse

from rag.pipeline import answer_of
from rag.schemas import MAX_QUESTION_CHARS, MAX_TURN_CHARS, MAX_TURNS, AskRequest, TurnIn, citation_to_json
from rag.types import Answer, AnswerReady, Question, Sentence, SentenceReady
from rag.wording.prose import told
from rag.wording.words import N_, Words
from web.api.openai_message import PARAGRAPH, message_of
from web.api.sse import PING, Failure, ending
from web.i18n import asked_in
from web.protection.gate import in_thread, iterate, unfinished
from web.protection.problems import Problem, error_of
from web.services import Services, ServicesNow, check_question, place

MODEL = "tanya-lampung"
DONE = b"data: [DONE]\n\n"

# With a bound, text that is not Unicode (a lone surrogate) is refused too. Old messages may be long: they are cut.
Text = Annotated[str, Field(max_length=10 * MAX_QUESTION_CHARS)]

router = APIRouter(prefix="/v1")

# Chat pages ask the model for their own ends too: a title of the conversation, tags, what might be asked next. That is
# no question to the documents, and it holds what was said before.
_CHORE = re.compile(
    r"<chat_history>|\btitle\b.{0,60}\b(?:our|the|this) (?:conversation|chat)\b", re.IGNORECASE | re.DOTALL
)


# What would change an answer and is not there: whoever asks for it is told, not answered as if it had been done.
NOT_SUPPORTED = ("audio", "prediction", "web_search_options", "logprobs", "top_logprobs")
# A model may leave tools that are offered, as chat pages do with every question; not one that must be called.
_LEFT_OPEN = (None, "auto", "none")
_NO_TOOLS = N_("This service calls no tools: it answers with quotes from its documents. Those offered were not used.")


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


class StreamOptions(BaseModel):
    """Of a stream: whether its last chunk counts tokens."""

    include_usage: bool = False


class CompletionRequest(BaseModel):
    """A chat; settings of sampling are accepted and have no effect, those of NOT_SUPPORTED are refused."""

    model_config = ConfigDict(extra="ignore")

    model: str = MODEL
    messages: Annotated[list[Message], Field(min_length=1, max_length=100)]
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: int | None = None
    tools: list[Any] | None = None
    tool_choice: str | dict[str, Any] | None = None
    functions: list[Any] | None = None
    function_call: str | dict[str, Any] | None = None
    audio: dict[str, Any] | None = None
    prediction: dict[str, Any] | None = None
    web_search_options: dict[str, Any] | None = None
    logprobs: bool | None = None
    top_logprobs: int | None = None
    response_format: dict[str, Any] | None = None

    @property
    def texts(self) -> list[str]:
        """All that was sent to be read."""
        return [message.text for message in self.messages]

    def require_supported(self) -> None:
        """Raises Problem, which names the first thing that is asked for and not there."""
        asked = [name for name in NOT_SUPPORTED if getattr(self, name)]
        asked += [name for name in ("tool_choice", "function_call") if getattr(self, name) not in _LEFT_OPEN]
        if self.n not in (None, 1):
            asked.append("n")
        if (self.response_format or {}).get("type", "text") != "text":
            asked.append("response_format")
        parts = (part for each in self.messages if isinstance(each.content, list) for part in each.content)
        asked += [part.type for part in parts if part.type != "text"]
        if asked:
            raise Problem(422, "not_supported", name=asked[0][:40])

    def notes(self, words: Words) -> list[str]:
        """What is said beside the answer: that what was offered was not used."""
        return [words.gettext(_NO_TOOLS)] if self.tools or self.functions else []


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
    request: Request, body: CompletionRequest, services: ServicesNow
) -> dict[str, Any] | StreamingResponse:
    """Answers the last message of the user; `citations` holds the sources of the [n] marks."""
    words = asked_in(request, AskRequest(question=body.texts[-1][:MAX_QUESTION_CHARS]).spoken)
    body.require_supported()
    question = question_of(body.messages, services)
    if body.stream:
        failure = _failing(words, services)

        def start() -> Iterator[bytes]:
            return ending(_encoded(services, question, body, body.notes(words)), failure)

        chunks = iterate(start, PING, services.settings.keep_alive_s, partial(unfinished, request, failure))
        return StreamingResponse(chunks, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
    answer = answer_of(await services.gate.last_of(request, lambda: services.pipeline.stream(question)))
    services.answered(answer)
    said = message_of(answer, services.settings.site_url)
    message = {"role": "assistant", "content": said.text, "annotations": said.annotations}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = await in_thread(_usage, services, body.texts, said.text)
    beside = {"citations": _citations(answer), "notes": body.notes(words)}
    return _head("chat.completion") | {"choices": [choice], "usage": usage} | beside


def question_of(messages: list[Message], services: Services) -> Question:
    """The last user message, with the exchanges before it as history."""
    if messages[-1].role != "user":
        raise Problem(422, "last_message_not_user")
    text = messages[-1].text
    if _CHORE.search(text):
        raise Problem(422, "no_question")
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


def _failing(words: Words, services: Services) -> Failure:
    """Counts a failure, and tells it before DONE, for which clients wait."""

    def failure(problem: Problem) -> bytes:
        services.metrics.refused(problem.code)
        return b"data: " + to_json(error_of(problem, words)) + b"\n\n" + DONE

    return failure


def _encoded(services: Services, question: Question, body: CompletionRequest, notes: list[str]) -> Iterator[bytes]:
    counted = body.stream_options is not None and body.stream_options.include_usage
    head, said = _head("chat.completion.chunk"), ""
    for delta, more in _deltas(services, question, notes):
        said += delta.get("content", "")
        choice = {"index": 0, "delta": delta, "finish_reason": "stop" if more else None}
        usage = {"usage": None} if counted else {}
        yield _event(head | {"choices": [choice]} | usage | more)
    if counted:
        yield _event(head | {"choices": [], "usage": _usage(services, body.texts, said)})
    yield DONE


def _deltas(
    services: Services, question: Question, notes: list[str]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """What each chunk adds to the message, and what stands beside it in the last one.

    A sentence goes out when it has been verified; what was streamed is how the whole message begins.
    """
    yield {"role": "assistant", "content": ""}, {}
    said = ""
    before: Sentence | None = None
    for event in services.pipeline.stream(question):
        if isinstance(event, SentenceReady):
            piece = (PARAGRAPH if before else "") + told(event.sentence, before, question.language)
            said, before = said + piece, event.sentence
            yield {"content": piece}, {}
        elif isinstance(event, AnswerReady):
            services.answered(event.answer)
            whole = message_of(event.answer, services.settings.site_url)
            yield {"content": whole.text.removeprefix(said), "annotations": whole.annotations}, {}
            yield {}, {"citations": _citations(event.answer), "notes": notes}


def _event(content: dict[str, Any]) -> bytes:
    return b"data: " + to_json(content) + b"\n\n"


def _usage(services: Services, asked: list[str], said: str) -> dict[str, int]:
    """Tokens as the encoder of this service counts them; no other model's are meant."""
    *prompt, completion = services.pipeline.count_tokens([*asked, said])
    return {"prompt_tokens": sum(prompt), "completion_tokens": completion, "total_tokens": sum(prompt) + completion}


def _head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}


def _citations(answer: Answer) -> list[dict[str, Any]]:
    return [citation_to_json(citation) for citation in answer.citations]
