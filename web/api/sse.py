"""The events of a streamed answer, as JSON and, for our own page, as ready-made HTML too."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from fastapi.sse import format_sse_event
from pydantic_core import to_json

from rag.errors import RagError
from rag.schemas import answer_to_json, citation_to_json, hit_to_json, sentence_to_json
from rag.types import AnswerEvent, Language, PassagesFound, SentenceReady, StepStarted
from rag.wording.words import Words
from web.protection.problems import Problem, error_of, problem_of

log = logging.getLogger(__name__)

Markup = Callable[[AnswerEvent], dict[str, Any]]
Count = Callable[[str], None]  # of failures, by their code
Failure = Callable[[Problem], bytes]  # the piece that ends a stream
PING = b": ping\n\n"  # a comment, which readers of events pass over; it keeps proxies from hanging up


def no_markup(_: AnswerEvent) -> dict[str, Any]:
    """Programs get JSON only."""
    return {}


def event_of(event: AnswerEvent, language: Language) -> tuple[str, dict[str, Any]]:
    """The name and JSON of an event of an answer in `language`."""
    if isinstance(event, StepStarted):
        return "status", {"step": event.step.value}
    if isinstance(event, PassagesFound):
        return "passages", {"passages": [hit_to_json(hit, rank) for rank, hit in enumerate(event.hits, start=1)]}
    if isinstance(event, SentenceReady):
        citations = [citation_to_json(citation) for citation in event.citations]
        return "sentence", {"sentence": sentence_to_json(event.sentence, language), "citations": citations}
    return "answer", {"answer": answer_to_json(event.answer)}


def encode(
    events: Iterator[AnswerEvent], language: Language, failure: Failure, markup: Markup = no_markup
) -> Iterator[bytes]:
    """Server-sent events of an answer in `language`; a failure half-way becomes the last one."""
    return ending(_encoded(events, language, markup), failure)


def failing(words: Words, count: Count) -> Failure:
    """Counts a failure, and makes an event named error of it."""

    def failure(problem: Problem) -> bytes:
        count(problem.code)
        return format_sse_event(event="error", data_str=to_json(error_of(problem, words)).decode())

    return failure


def ending(pieces: Iterator[bytes], failure: Failure) -> Iterator[bytes]:
    """The pieces of a stream; a failure half-way is logged, and told as the last piece."""
    try:
        yield from pieces
        return
    except RagError as error:
        log.warning("answer failed: %s", error)
        problem = problem_of(error)
    except Exception:
        log.exception("answer failed")
        problem = Problem(500, "internal")
    yield failure(problem)


def _encoded(events: Iterator[AnswerEvent], language: Language, markup: Markup) -> Iterator[bytes]:
    for event in events:
        name, data = event_of(event, language)
        yield format_sse_event(event=name, data_str=to_json(data | markup(event)).decode())
