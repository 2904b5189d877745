import itertools
import logging
import threading
import time
from collections.abc import Iterator

import pytest
import stamina

from rag.errors import ModelUnavailable
from rag.models.chat.base import Message, Role
from rag.models.chat.openai_api import Limits, OpenAIChat
from tests.ports import free_port
from tests.rag.models.chat.server import Exchange, serving, url_of

PROMPT = (Message(Role.SYSTEM, "Jawab."), Message(Role.USER, "Berapa?"))
ENDLESS_S = 60.0  # far longer than any time-out below: a test that waited for it would hang, not merely be slow


@pytest.fixture(autouse=True)
def no_pauses() -> Iterator[None]:
    """Attempts follow one another at once, as many as the limits allow."""
    with stamina.set_testing(True, attempts=9, cap=True):
        yield


def ask(url: str, limits: Limits | None = None, timeout_s: float = 5.0) -> str:
    return "".join(OpenAIChat(url, "m", "kunci", limits).stream(PROMPT, timeout_s))


def test_the_text_of_a_well_behaved_server_arrives_whole():
    with serving(lambda e: e.events(["Tai", "wan ", "4.584"])) as server:
        assert ask(url_of(server)) == "Taiwan 4.584"
        sent = server.requests[0]
    assert sent.path == "/v1/chat/completions"
    assert sent.headers["authorization"] == "Bearer kunci"
    assert sent.body["model"] == "m"
    assert sent.body["stream"] is True
    assert sent.body["messages"][1] == {"role": "user", "content": "Berapa?"}


def test_a_server_error_is_tried_again_and_a_refusal_is_not():
    answers = iter([503, 200])

    def behaviour(exchange: Exchange) -> None:
        exchange.events(["ya"]) if next(answers) == 200 else exchange.status(503)

    with serving(behaviour) as server:
        assert ask(url_of(server)) == "ya"
    with serving(lambda e: e.status(401)) as server:
        with pytest.raises(ModelUnavailable, match="401"):
            ask(url_of(server), Limits(attempts=3))
        assert len(server.requests) == 1


def test_it_gives_up_after_the_attempts():
    with serving(lambda e: e.status(500)) as server:
        with pytest.raises(ModelUnavailable, match="500"):
            ask(url_of(server), Limits(attempts=3))
        assert len(server.requests) == 3


def test_nobody_listening_is_unavailable():
    with pytest.raises(ModelUnavailable, match="ConnectError"):
        ask(f"http://127.0.0.1:{free_port()}/v1")


def test_after_repeated_failures_the_server_is_left_alone():
    with serving(lambda e: e.status(500)) as server:
        chat = OpenAIChat(url_of(server), "m", limits=Limits(attempts=1, failures=2))
        for _ in range(5):
            with pytest.raises(ModelUnavailable):
                list(chat.stream(PROMPT, 5))
        assert len(server.requests) == 2


def test_what_arrived_before_the_cut_is_given_and_the_cut_is_told():
    with serving(lambda e: e.events(["Taiwan ", "4."], end=b"")) as server:
        stream = OpenAIChat(url_of(server), "m").stream(PROMPT, 5)
        assert [next(stream), next(stream)] == ["Taiwan ", "4."]
        with pytest.raises(ModelUnavailable, match="cut off"):
            next(stream)


def test_endless_tokens_are_stopped():
    with (
        serving(lambda e: e.events(itertools.repeat("lagi "))) as server,
        pytest.raises(ModelUnavailable, match="stop"),
    ):
        ask(url_of(server), Limits(characters=1000), timeout_s=ENDLESS_S)


def test_endless_tokens_without_text_run_into_the_limit_of_bytes():
    def keep_alives(exchange: Exchange) -> None:
        exchange.events([], end=b"")
        while not exchange.server.stopped.is_set():
            exchange.wfile.write((b":" * 999 + b"\n") * 100)

    with serving(keep_alives) as server, pytest.raises(ModelUnavailable, match="no end"):
        ask(url_of(server), timeout_s=ENDLESS_S)


def drip(exchange: Exchange) -> None:
    """A byte now and then, always in time for a read time-out."""
    exchange.send_response(200)
    exchange.send_header("content-type", "text/event-stream")
    exchange.end_headers()
    while not exchange.server.stopped.wait(0.02):
        exchange.wfile.write(b":")
        exchange.wfile.flush()


def silence(exchange: Exchange) -> None:
    exchange.server.stopped.wait(ENDLESS_S)


def slow_headers(exchange: Exchange) -> None:
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not exchange.server.stopped.wait(0.02):
        exchange.wfile.write(b"X-A: b\r\n")


@pytest.mark.parametrize("behaviour", [drip, silence, slow_headers])
def test_the_deadline_holds_whatever_the_server_does(behaviour):
    begun = time.monotonic()
    with serving(behaviour) as server, pytest.raises(ModelUnavailable):
        ask(url_of(server), timeout_s=0.3)
    assert time.monotonic() - begun < ENDLESS_S / 2


def test_a_server_that_only_keeps_the_connection_alive_is_left_when_the_time_is_up():
    left = threading.Event()

    def pings(exchange: Exchange) -> None:
        exchange.events([], end=b"")
        try:
            while not exchange.server.stopped.wait(0.02):
                exchange.wfile.write(b": ping\n\n")
        except OSError:
            left.set()

    with serving(pings) as server:
        with pytest.raises(ModelUnavailable, match="too long"):
            ask(url_of(server), timeout_s=0.3)
        assert left.wait(ENDLESS_S / 2)


def test_a_reply_that_the_caller_stops_reading_counts_as_a_good_one():
    answers = iter([500, 200, 500, 200])

    def behaviour(exchange: Exchange) -> None:
        exchange.events(["satu", "dua"]) if next(answers) == 200 else exchange.status(500)

    with serving(behaviour) as server:
        chat = OpenAIChat(url_of(server), "m", limits=Limits(attempts=1, failures=2))
        for _ in range(2):
            with pytest.raises(ModelUnavailable):
                list(chat.stream(PROMPT, 5))
            reading = chat.stream(PROMPT, 5)
            assert next(reading) == "satu"
            reading.close()
        assert len(server.requests) == 4  # two failures in a row would have opened the breaker


def test_the_deadline_counts_the_time_the_caller_spends_on_pieces():
    with serving(lambda e: e.events(itertools.repeat("a", 1000))) as server:
        stream = OpenAIChat(url_of(server), "m").stream(PROMPT, 0.3)
        next(stream)
        time.sleep(0.4)
        with pytest.raises(ModelUnavailable, match="too long"):
            list(stream)


@pytest.mark.parametrize("end", [b"data: {broken\n\n", b"data: {}\n\n", b"<html>502</html>\n", b"\xff\xfe\x00"])
def test_nonsense_is_told_as_unavailable(end):
    with serving(lambda e: e.events([], end=end)) as server, pytest.raises(ModelUnavailable):
        ask(url_of(server))


def test_a_redirect_does_not_take_the_key_elsewhere():
    def redirect(exchange: Exchange) -> None:
        exchange.send_response(302)
        exchange.send_header("location", "http://127.0.0.1:9/v1/chat/completions")
        exchange.send_header("content-length", "0")
        exchange.end_headers()

    with serving(redirect) as server, pytest.raises(ModelUnavailable, match="302"):
        ask(url_of(server))


def test_a_reply_without_streaming_is_understood():
    def plain(exchange: Exchange) -> None:
        body = b'{"choices": [{"message": {"content": "Taiwan"}, "finish_reason": "stop"}]}'
        exchange.send_response(200)
        exchange.send_header("content-type", "application/json")
        exchange.send_header("content-length", str(len(body)))
        exchange.end_headers()
        exchange.wfile.write(body)

    with serving(plain) as server:
        assert ask(url_of(server)) == "Taiwan"


@pytest.mark.parametrize(
    "url", ["", "127.0.0.1:11434/v1", "localhost:11434/v1", "ani:hush@host/v1", "ftp://host/v1", "http:///v1"]
)
def test_what_is_no_address_is_refused_at_once_and_not_repeated(url):
    with pytest.raises(ModelUnavailable, match="begins with http://") as refused:
        OpenAIChat(url, "m")
    assert "hush" not in str(refused.value)


def test_a_failing_model_is_told_in_the_log_once_for_each_reason_and_without_the_key(caplog):
    answers = iter([401, 401, 503, 401, 503])
    with serving(lambda e: e.status(next(answers))) as server:
        chat = OpenAIChat(url_of(server), "penulis", "kunci", Limits(attempts=1, failures=4))
        for _ in range(6):
            with pytest.raises(ModelUnavailable):
                list(chat.stream(PROMPT, 5))
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [
        "chat model penulis: the chat model's server answered 401; answers are made without it",
        "chat model penulis: the chat model's server answered 503; answers are made without it",
        "chat model penulis failed repeatedly and is tried again every 30 s",
    ]
    assert "kunci" not in caplog.text


def test_the_models_of_a_server_are_listed():
    body = b'{"object": "list", "data": [{"id": "a"}, {"id": "b"}]}'
    with serving(lambda e: None, models=body) as server:
        assert OpenAIChat(url_of(server), "a").served(5) == ("a", "b")


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"data": 7}', b'{"data": ["a"]}', b"\xff", b"[" * 100_000])
def test_a_list_of_models_in_another_form_is_told(body):
    with serving(lambda e: None, models=body) as server, pytest.raises(ModelUnavailable, match="does not list"):
        OpenAIChat(url_of(server), "a").served(5)
