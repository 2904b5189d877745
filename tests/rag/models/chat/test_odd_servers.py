"""Servers that break HTTP itself, or chat completions in ways nobody would think of: text, or a failure in time."""

import json
import socket
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from rag.errors import ModelUnavailable
from rag.models.chat.base import Message, Role
from rag.models.chat.openai_api import Limits, OpenAIChat

PROMPT = (Message(Role.USER, "Berapa?" * 20_000),)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
DONE = b"data: [DONE]\n\n"
PATIENT_S, IMPATIENT_S, HELD_UP_S = 10.0, 0.5, 60.0


def event(**delta: object) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": delta}]}).encode() + b"\n\n"


@contextmanager
def raw(behave: Callable[[socket.socket, threading.Event], None], reads: bool = True) -> Iterator[str]:
    """A server that does with each connection as told, once it has taken in what came, if it `reads` at all."""
    stopped = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while not stopped.is_set():
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        def one(connection: socket.socket) -> None:
            with connection, suppress(OSError):
                if reads:
                    _request(connection)
                behave(connection, stopped)

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        finally:
            stopped.set()
            listener.shutdown(socket.SHUT_RDWR)


def _request(connection: socket.socket) -> None:
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65536)
    head, body = got.split(b"\r\n\r\n", 1)
    lines = head.lower().split(b"\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(65536)


def sends(data: bytes) -> Callable[[socket.socket, threading.Event], None]:
    return lambda connection, _: connection.sendall(data)


def breaks_off(connection: socket.socket, _: threading.Event) -> None:
    """With a reset, in the middle of a stream."""
    connection.sendall(HEAD + b"\r\n" + event(content="ya "))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def bomb() -> bytes:
    """20 MB of events in 20 kB."""
    packing = zlib.compressobj(wbits=31)
    return packing.compress(b"data: x\n\n" * 2_000_000) + packing.flush()


def repeats(first: bytes, again: bytes) -> Callable[[socket.socket, threading.Event], None]:
    def behave(connection: socket.socket, stopped: threading.Event) -> None:
        connection.sendall(first)
        while not stopped.is_set():
            connection.sendall(again)

    return behave


def ask(url: str, timeout_s: float) -> str:
    return "".join(OpenAIChat(url, "m", limits=Limits(attempts=1)).stream(PROMPT, timeout_s))


FAILING = {
    "no HTTP": sends(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "bytes": sends(bytes(range(256)) * 40),
    "100 continue for ever": repeats(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "headers for ever": repeats(HEAD, b"x-a: " + b"b" * 1000 + b"\r\n"),
    "one header for ever": repeats(HEAD + b"x-a: ", b"b" * 4096),
    "a body shorter than told": sends(HEAD + b"content-length: 5000\r\n\r\n" + event(content="ya")),
    "a chunk longer than told": sends(HEAD + b"transfer-encoding: chunked\r\n\r\n3\r\ndata: abc\r\n0\r\n\r\n"),
    "chunks of no number": sends(HEAD + b"transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n"),
    "compressed though nobody asked": sends(HEAD + b"content-encoding: gzip\r\n\r\n" + b"\x1f\x8b\x08" + bytes(5000)),
    "a redirect to itself": sends(b"HTTP/1.1 307 Again\r\nlocation: /v1/chat/completions\r\ncontent-length: 0\r\n\r\n"),
    "another protocol": sends(b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n"),
    "content that is a number": sends(HEAD + b"\r\n" + event(content=4584) + DONE),
    "choices that are none": sends(HEAD + b'\r\ndata: {"choices": null}\n\n' + DONE),
    "choices that are words": sends(HEAD + b'\r\ndata: {"choices": "Taiwan"}\n\n' + DONE),
    "a choice that is a list": sends(HEAD + b'\r\ndata: {"choices": [["Taiwan"]]}\n\n' + DONE),
    "a number of 100,000 digits": sends(HEAD + b'\r\ndata: {"choices": ' + b"9" * 100_000 + b"}\n\n" + DONE),
    "a reset in the stream": breaks_off,
    "a bomb": sends(HEAD + b"content-encoding: gzip\r\n\r\n" + bomb()),
    "JSON 100,000 deep": sends(HEAD + b"\r\ndata: " + b"[" * 100_000 + b"\n\n" + DONE),
    "an error as an event": sends(HEAD + b'\r\ndata: {"error": {"message": "overloaded"}}\n\n' + DONE),
    "a page to sign in": sends(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<h1>Login</h1>\n"),
    "UTF-16": sends(HEAD + b"\r\n" + (event(content="ya") + DONE).decode().encode("utf-16")),
    "carriage returns alone": sends(HEAD + b"\r\n" + (event(content="ya") + DONE).replace(b"\n", b"\r")),
    "text in parts": sends(HEAD + b"\r\n" + event(content=[{"type": "text", "text": "ya"}]) + DONE),
    "a redirect to a file": sends(b"HTTP/1.1 302 X\r\nlocation: file:///etc/passwd\r\ncontent-length: 0\r\n\r\n"),
    "try again in 3,000 years": sends(b"HTTP/1.1 429 X\r\nretry-after: 99999999999\r\ncontent-length: 0\r\n\r\n"),
    "no content": sends(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "empty events for ever": repeats(HEAD + b"\r\n", event()),
    "roles for ever": repeats(HEAD + b"\r\n", event(role="assistant")),
}
# What a person gets of these is text, which the guard then judges.
ODD = {
    "a mark of byte order": (sends(HEAD + b"\r\n\xef\xbb\xbf\n" + event(content="ya") + DONE), "ya"),
    "carriage returns and comments": (sends(HEAD + b"\r\n: hai\r\n" + event(content="ya") + DONE), "ya"),
    "half a surrogate pair": (sends(HEAD + b"\r\n" + event(content="y\ud83da") + DONE), "y\ud83da"),
    "keys of other APIs": (sends(HEAD + b"\r\n" + event(content="ya", tool_calls=[{"id": 1}]) + DONE), "ya"),
    "nothing but tools": (sends(HEAD + b"\r\n" + event(content=None, tool_calls=[{}]) + DONE), ""),
    "words after the end": (sends(HEAD + b"\r\n" + event(content="ya") + DONE + event(content="tidak")), "ya"),
}


@pytest.mark.parametrize("behave", FAILING.values(), ids=FAILING.keys())
def test_a_server_that_breaks_the_protocol_is_unavailable(behave):
    with raw(behave) as url, pytest.raises(ModelUnavailable):
        ask(url, PATIENT_S)


@pytest.mark.parametrize(("behave", "text"), ODD.values(), ids=ODD.keys())
def test_what_is_odd_but_can_be_read_is_read(behave, text):
    with raw(behave) as url:
        assert ask(url, HELD_UP_S) == text


def test_a_server_that_takes_no_request_in_is_left_when_the_time_is_up():
    with (
        raw(lambda _, stopped: stopped.wait(HELD_UP_S) and None, reads=False) as url,
        pytest.raises(ModelUnavailable),
    ):
        ask(url, IMPATIENT_S)


def test_a_byte_a_second_that_makes_sense_is_left_when_the_time_is_up():
    def drips(connection: socket.socket, stopped: threading.Event) -> None:
        connection.sendall(HEAD + b"\r\n" + event(content="Taiwan menerima 4.584 orang [1]. "))
        for byte in event(content="Ya. ") * 1000:
            if stopped.wait(1.0):
                return
            connection.sendall(bytes([byte]))

    with raw(drips) as url, pytest.raises(ModelUnavailable):
        ask(url, IMPATIENT_S)


def drips_a_head(connection: socket.socket, stopped: threading.Event) -> None:
    """Headers that come byte by byte: no time-out of a client ends that, for each byte is something."""
    connection.sendall(HEAD + b"x-a: ")
    while not stopped.wait(0.02):
        connection.sendall(b"b")


def test_a_head_without_end_holds_few_threads():
    limits = Limits(attempts=1, failures=1000, readers=2)
    with raw(drips_a_head) as url:
        chat = OpenAIChat(url, "m", limits=limits)
        told = []
        for _ in range(4):
            with pytest.raises(ModelUnavailable) as failed:
                list(chat.stream(PROMPT, IMPATIENT_S))
            told.append(str(failed.value))
    assert [each.startswith("the chat model's server still holds") for each in told] == [False, False, True, True]


def test_threads_that_came_to_an_end_may_be_used_again():
    with raw(sends(HEAD + b"\r\n" + event(content="ya") + DONE)) as url:
        chat = OpenAIChat(url, "m", limits=Limits(attempts=1, readers=1))
        for _ in range(3):
            assert "".join(chat.stream(PROMPT, PATIENT_S)) == "ya"


def test_a_thread_that_could_not_begin_holds_no_place(monkeypatch: pytest.MonkeyPatch):
    with raw(sends(HEAD + b"\r\n" + event(content="ya") + DONE)) as url:
        chat = OpenAIChat(url, "m", limits=Limits(attempts=1, readers=1))
        with monkeypatch.context() as full:
            full.setattr(threading.Thread, "start", _no_room)
            with pytest.raises(RuntimeError, match="new thread"):
                list(chat.stream(PROMPT, PATIENT_S))
        assert "".join(chat.stream(PROMPT, PATIENT_S)) == "ya"


def _no_room(_: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")


def test_a_list_of_models_that_fails_as_nobody_foresaw_is_told_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(OpenAIChat, "_listed", lambda self, timeout_s: 1 / 0)
    with pytest.raises(ModelUnavailable, match="ZeroDivisionError"):
        OpenAIChat("http://127.0.0.1:9", "m").served(PATIENT_S)


def test_a_list_of_models_whose_head_has_no_end_is_left_when_the_time_is_up():
    with raw(drips_a_head) as url, pytest.raises(ModelUnavailable, match="too long"):
        OpenAIChat(url, "m").served(IMPATIENT_S)
