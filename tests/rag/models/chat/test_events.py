import json

import pytest

from rag.errors import ModelUnavailable
from rag.models.chat.events import LONGEST_LINE, MOST_BYTES, Piece, lines, pieces, whole


def event(text: str | None = None, reason: str | None = None) -> bytes:
    delta = {} if text is None else {"content": text}
    return b"data: " + json.dumps({"choices": [{"delta": delta, "finish_reason": reason}]}).encode() + b"\n\n"


def test_pieces_are_read_however_the_bytes_were_cut():
    stream = event("Tai") + b": keep-alive\n\n" + event("wan") + b"data: [DONE]\n\n"
    for size in (1, 7, len(stream)):
        chunks = (stream[start : start + size] for start in range(0, len(stream), size))
        assert list(pieces(chunks)) == [Piece("Tai"), Piece("wan"), Piece("", finished=True)]


def test_windows_line_ends_and_a_reason_to_finish_without_done_are_accepted():
    stream = event("a").replace(b"\n", b"\r\n") + event(None, "stop").replace(b"\n", b"\r\n")
    assert list(pieces([stream])) == [Piece("a"), Piece("", finished=True)]


def test_a_stream_that_ends_without_saying_so_is_cut_off():
    reading = pieces([event("Lampung mengirim 4")])
    assert next(reading) == Piece("Lampung mengirim 4")
    with pytest.raises(ModelUnavailable, match="cut off"):
        next(reading)


@pytest.mark.parametrize(
    "stream",
    [
        b"data: {not json}\n\n",
        b"data: [1, 2]\n\n",
        b'data: {"choices": 7}\n\n',
        b'data: {"choices": [7]}\n\n',
        b'data: {"choices": [{"delta": {"content": {"a": 1}}}]}\n\n',
        b'data: {"error": {"message": "out of memory"}}\n\n',
        b"data: " + b"[" * 100_000 + b"\n\n",
    ],
)
def test_anything_but_chat_completions_is_refused(stream):
    with pytest.raises(ModelUnavailable):
        list(pieces([stream]))


def test_an_event_with_usage_only_adds_nothing():
    stream = event("a", "stop") + b'data: {"choices": [], "usage": {"total_tokens": 5}}\n\ndata: [DONE]\n\n'
    assert "".join(piece.text for piece in pieces([stream])) == "a"


def test_a_line_without_end_is_refused_before_it_fills_the_memory():
    endless = (b"x" * 65_536 for _ in range(10**9))
    with pytest.raises(ModelUnavailable, match="without end"):
        list(lines(endless))
    assert LONGEST_LINE < MOST_BYTES


def test_a_reply_without_end_is_refused():
    endless = (b": keep-alive\n" * 1000 for _ in range(10**9))
    with pytest.raises(ModelUnavailable, match="no end"):
        list(lines(endless))


def test_a_reply_that_came_without_streaming_is_one_piece():
    body = json.dumps({"choices": [{"message": {"content": "Halo"}, "finish_reason": "stop"}]}).encode()
    assert whole([body[:9], body[9:]]) == Piece("Halo", finished=True)
