"""Reads streamed chat completions: server-sent events that carry JSON, with limits on everything."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rag.errors import ModelUnavailable

LONGEST_LINE = 1 << 18  # bytes; one event of a well-behaved server has a few hundred
MOST_BYTES = 1 << 21  # of a whole reply, reasoning and keep-alives included
_DONE = "[DONE]"
_WITHHELD = "content_filter"  # a reason to finish that is not the model's


@dataclass(frozen=True, slots=True)
class Piece:
    """What one event adds; `finished` when the model said that it stopped of its own accord."""

    text: str
    finished: bool = False


def pieces(chunks: Iterable[bytes]) -> Iterator[Piece]:
    """The pieces of a streamed reply. Raises ModelUnavailable on malformed or oversized input, and on a cut stream."""
    finished = False
    for line in lines(chunks):
        if not line.startswith("data:"):
            continue
        data = line.removeprefix("data:").strip()
        if data == _DONE:
            yield Piece("", finished=True)
            return
        piece = _piece(_parsed(data), "delta")
        finished = finished or piece.finished
        yield piece
    if not finished:
        raise ModelUnavailable("the chat model's reply was cut off")


def whole(chunks: Iterable[bytes]) -> Piece:
    """The one piece of a reply that came without streaming. Raises ModelUnavailable as `pieces`."""
    body = b"".join(limited(chunks))
    return _piece(_parsed(body.decode("utf-8", "replace")), "message")


def lines(chunks: Iterable[bytes]) -> Iterator[str]:
    """Lines of a byte stream. Raises ModelUnavailable when a line or the stream does not end in reasonable size."""
    rest = b""
    for chunk in limited(chunks):
        *complete, rest = (rest + chunk).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise ModelUnavailable("the chat model sent a line without end")
        yield from (line.rstrip(b"\r").decode("utf-8", "replace") for line in complete)
    if rest:
        yield rest.decode("utf-8", "replace")


def limited(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same chunks. Raises ModelUnavailable when there are more than MOST_BYTES."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise ModelUnavailable("the chat model's reply has no end")
        yield chunk


def _parsed(data: str) -> dict[str, Any]:
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ModelUnavailable("the chat model sent something that is not JSON") from error
    if not isinstance(parsed, dict):
        raise ModelUnavailable("the chat model sent JSON of another form than chat completions")
    if "error" in parsed:
        raise ModelUnavailable("the chat model reported an error")
    return parsed


def _piece(event: dict[str, Any], part: str) -> Piece:
    choices = event.get("choices")
    if choices == []:  # usage statistics come in an event without choices
        return Piece("")
    try:
        choice = choices[0]  # type: ignore[index]
        text = (choice.get(part) or {}).get("content") or ""
        reason = choice.get("finish_reason")
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise ModelUnavailable("the chat model sent JSON of another form than chat completions") from error
    if not isinstance(text, str):
        raise ModelUnavailable("the chat model sent content that is not text")
    if reason == _WITHHELD:  # what came before was cut where a filter struck, be it in a sentence
        raise ModelUnavailable("the chat model's server withheld the rest of its reply")
    return Piece(text, finished=reason is not None)
