"""The server as `rag serve` runs it, with an application that does as the test wants."""

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S, wait_until
from tests.ports import free_port
from tests.warm import begun, program

APP = """
import asyncio, sys, time, uvicorn
from rag.cli import door, serving
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            kind = (await receive())["type"]
            await send({"type": kind + ".complete"})
            if kind.endswith("shutdown"):
                return
    if scope["path"] == "/refused":
        await send({"type": "http.response.start", "status": 413, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"no"})
        return
    message = await receive()
    while message["type"] == "http.request" and message["more_body"]:
        message = await receive()
    if scope["path"] == "/slow":
        await asyncio.sleep(3600)
    if scope["path"] == "/told":
        await scope["state"]["ended"].wait()
    if scope["path"] == "/late":
        await asyncio.sleep(1.5)
    if scope["path"] == "/block":
        time.sleep(2)
    if scope["path"] == "/large":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(200):
            await send({"type": "http.response.body", "body": b"x" * 100_000, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        return
    status = 503 if scope["path"] == "/readyz" and scope["state"].get("stopping") else 200
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})
sys.modules["web.app"] = type(sys)("web.app")
sys.modules["web.app"].create_app = lambda: app
from rag.settings import Settings
limits = dict(zip(("request_s", "drain_s", "send_s", "shutdown_s", "idle_s"), map(float, sys.argv[2:])))
settings = Settings(_env_file=None, **limits)
serving.serve(settings, door.listening("127.0.0.1", int(sys.argv[1])))
"""
KNOCKING = """
import socket
from rag.cli import door, serving
def taken(listener):
    yield from door.waiting_at(listener)
    try:
        socket.create_connection(listener.getsockname(), timeout=0.5)
        print("let in", flush=True)
    except OSError:
        print("not let in", flush=True)
serving.waiting_at = taken
"""
HALF_HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"
HALF_BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"
WISHING = b"GET /%b HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: %b\r\n\r\n"
WHOLE = b"GET /%b HTTP/1.1\r\nHost: x\r\n\r\n"


class Served:
    def __init__(self, process: BaseProcess, port: int) -> None:
        self.process, self.port = process, port

    def send(self, signal_number: int) -> None:
        assert self.process.pid is not None
        os.kill(self.process.pid, signal_number)

    def wait_ended(self) -> None:
        self.process.join(PATIENCE_S)
        assert self.process.exitcode is not None

    def takes_connections(self) -> bool:
        try:
            self.connect().close()
        except OSError:
            return False
        return True

    def connect(self, sent: bytes = b"") -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S)
        connection.sendall(sent)
        return connection

    def answer(self, path: bytes = b"") -> bytes:
        with self.connect(WHOLE % path) as connection:
            return connection.recv(1000)


@contextmanager
def serving(
    tmp_path: Path,
    request_s: float = PATIENCE_S,
    descriptors: int | None = None,
    drain_s: float = 0,
    send_s: float = PATIENCE_S,
    shutdown_s: float = 1,
    idle_s: float = PATIENCE_S,
    before: str = "",
) -> Iterator[Served]:
    port = free_port()
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({descriptors}, {descriptors}))\n"
    text = (limit if descriptors else "") + before + APP
    values = (port, request_s, drain_s, send_s, shutdown_s, idle_s)
    process = begun(program, text, tuple(map(str, values)), tmp_path / "log")
    served = Served(process, port)
    try:
        wait_until(served.takes_connections)
        yield served
    finally:
        process.kill()
        process.join()


@pytest.mark.parametrize("sent", [b"", HALF_HEAD, HALF_BODY, WHOLE % b"slow"])
def test_the_end_comes_in_time_whatever_a_client_has_sent(tmp_path: Path, sent: bytes) -> None:
    with serving(tmp_path) as served, served.connect(sent):
        time.sleep(0.3)
        served.send(signal.SIGTERM)
        served.wait_ended()


@pytest.mark.parametrize("sent", [b"", HALF_HEAD, HALF_BODY])
def test_a_request_that_does_not_come_to_an_end_is_told_so_and_left(tmp_path: Path, sent: bytes) -> None:
    with serving(tmp_path, request_s=0.5) as served, served.connect(sent) as connection:
        assert connection.recv(1000).startswith(b"HTTP/1.1 408 ")
        assert connection.recv(1000) == b""
        assert served.answer().startswith(b"HTTP/1.1 200 ")
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_a_second_half_request_on_one_connection_is_left_too(tmp_path: Path) -> None:
    with serving(tmp_path, request_s=0.5) as served, served.connect(WHOLE % b"") as connection:
        whole(connection)
        connection.sendall(HALF_HEAD)
        assert connection.recv(1000).startswith(b"HTTP/1.1 408 ")


def whole(connection: socket.socket) -> bytes:
    """One answer, after which the connection stays as it is."""
    seen = b""
    while not seen.endswith(b"\r\n\r\nok"):
        piece = connection.recv(1000)
        assert piece, seen
        seen += piece
    return seen


def test_a_connection_may_be_idle_between_two_requests_for_longer_than_one_may_take(tmp_path: Path) -> None:
    with serving(tmp_path, request_s=0.5) as served, served.connect(WHOLE % b"") as connection:
        assert whole(connection).startswith(b"HTTP/1.1 200 ")
        time.sleep(1.5)
        connection.sendall(WHOLE % b"")
        assert whole(connection).startswith(b"HTTP/1.1 200 ")


def test_a_connection_that_is_idle_for_too_long_is_closed_without_a_word(tmp_path: Path) -> None:
    with serving(tmp_path, idle_s=1) as served, served.connect(WHOLE % b"") as connection:
        assert whole(connection).startswith(b"HTTP/1.1 200 ")
        assert connection.recv(1000) == b""


def test_an_early_refusal_reaches_who_is_still_sending(tmp_path: Path) -> None:
    """It is the last answer of its connection; closing over bytes that nobody read would reset it."""
    size = 20_000_000  # more than the kernel holds
    head = b"POST /refused HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % size
    with serving(tmp_path) as served, served.connect(head) as connection:
        for _ in range(200):
            connection.sendall(b"x" * (size // 200))
        assert connection.recv(1000).startswith(b"HTTP/1.1 413 ")
        assert connection.recv(1000) in (b"no", b"")
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_who_goes_on_sending_after_a_refusal_is_left_when_its_time_is_over(tmp_path: Path) -> None:
    head = b"POST /refused HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100\r\n\r\nhalf"
    with serving(tmp_path, request_s=0.5) as served, served.connect(head) as connection:
        assert connection.recv(1000).startswith(b"HTTP/1.1 413 ")
        wait_until(lambda: is_closed(connection))


def is_closed(connection: socket.socket) -> bool:
    """Whether the other side takes nothing any more."""
    try:
        connection.sendall(b"x")
    except OSError:
        return True
    return False


def test_who_wishes_for_another_protocol_has_as_long_to_be_answered_as_others(tmp_path: Path) -> None:
    with serving(tmp_path, request_s=0.5) as served, served.connect(WISHING % (b"late", b"h2c")) as connection:
        assert connection.recv(1000).startswith(b"HTTP/1.1 200 ")


def test_a_wish_for_another_protocol_is_passed_over_without_a_word(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        for wish in (b"websocket", b"h2c", b"TLS/1.0, HTTP/1.1"):
            with served.connect(WISHING % (b"", wish)) as connection:
                assert connection.recv(1000).startswith(b"HTTP/1.1 200 ")
    assert (tmp_path / "log").read_text() == ""


def test_three_hundred_half_requests_neither_hold_up_others_nor_fill_the_log(tmp_path: Path) -> None:
    with serving(tmp_path, request_s=2 * PATIENCE_S, descriptors=256) as served, ExitStack() as held:
        for number in range(300):
            held.enter_context(served.connect(HALF_HEAD if number % 2 else HALF_BODY))
        assert served.answer().startswith(b"HTTP/1.1 200 ")
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log
    assert "Too many open files" not in log


def test_an_answer_that_is_being_made_is_not_given_up_for_newcomers(tmp_path: Path) -> None:
    with serving(tmp_path, descriptors=256) as served, ExitStack() as held:
        asking = held.enter_context(served.connect(WHOLE % b"slow"))
        time.sleep(0.3)
        for _ in range(200):
            held.enter_context(served.connect(HALF_HEAD))
        asking.settimeout(0.5)
        with pytest.raises(TimeoutError):
            asking.recv(1)


def taken_in(connection: socket.socket) -> int:
    """The bytes that come until the other side is done, or gone."""
    total = 0
    try:
        while piece := connection.recv(1_000_000):
            total += len(piece)
    except ConnectionResetError:
        pass
    return total


def test_who_does_not_take_what_is_sent_is_left_and_who_takes_it_gets_all(tmp_path: Path) -> None:
    with serving(tmp_path, send_s=0.5) as served:
        with served.connect(WHOLE % b"large") as connection:
            time.sleep(2.5)
            assert taken_in(connection) < 15_000_000
        with served.connect(WHOLE % b"large") as connection:
            assert taken_in(connection) > 20_000_000
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_a_server_told_to_end_says_so_first_and_answers_as_before(tmp_path: Path) -> None:
    with serving(tmp_path, drain_s=3) as served:
        assert served.answer(b"readyz").startswith(b"HTTP/1.1 200 ")
        served.send(signal.SIGTERM)
        wait_until(lambda: served.answer(b"readyz").startswith(b"HTTP/1.1 503 "))
        answer = served.answer()
        assert answer.startswith(b"HTTP/1.1 200 ")
        assert b"\r\nconnection: close\r\n" in answer
        served.wait_ended()


def test_an_answer_that_is_not_waited_for_any_longer_may_say_so(tmp_path: Path) -> None:
    with serving(tmp_path, shutdown_s=1) as served, served.connect(WHOLE % b"told") as connection:
        time.sleep(0.3)
        served.send(signal.SIGTERM)
        assert connection.recv(1000).startswith(b"HTTP/1.1 200 ")
        served.wait_ended()
    assert (tmp_path / "log").read_text() == ""


def test_who_closes_the_sending_side_counts_as_gone(tmp_path: Path) -> None:
    """A page that is closed looks just so, and no work is to be done for it."""
    with serving(tmp_path) as served, served.connect(WHOLE % b"slow") as connection:
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1000) == b""


def test_who_interrupts_a_server_in_the_terminal_does_not_wait(tmp_path: Path) -> None:
    with serving(tmp_path, drain_s=2 * PATIENCE_S) as served:
        served.answer()  # before, the kernel takes connections, and the signal may be one that nobody looks for yet
        served.send(signal.SIGINT)
        served.wait_ended()


def test_those_whom_the_kernel_let_in_before_the_end_are_answered(tmp_path: Path) -> None:
    with serving(tmp_path) as served, ExitStack() as held:
        held.enter_context(served.connect(WHOLE % b"block"))
        time.sleep(0.3)
        served.send(signal.SIGTERM)
        asking = [held.enter_context(served.connect(WHOLE % b"")) for _ in range(60)]
        assert [connection.recv(1000)[:13] for connection in asking] == [b"HTTP/1.1 200 "] * 60


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel cannot be told to let nobody in")
def test_nobody_is_let_in_between_the_last_who_is_taken_and_the_end_of_the_socket(tmp_path: Path) -> None:
    """The kernel would reset who is; a proxy, which cannot know what became of the request, would not send it again."""
    with serving(tmp_path, before=KNOCKING) as served:
        assert served.answer().startswith(b"HTTP/1.1 200 ")
        served.send(signal.SIGTERM)
        served.wait_ended()
    assert (tmp_path / "log").read_text() == "not let in\n"


def test_a_request_that_is_on_its_way_at_the_end_is_answered(tmp_path: Path) -> None:
    with (
        serving(tmp_path, shutdown_s=PATIENCE_S) as served,
        served.connect() as connection,
        served.connect(HALF_BODY) as half,
    ):
        time.sleep(0.1)
        served.send(signal.SIGTERM)
        time.sleep(0.4)
        connection.sendall(WHOLE % b"")
        half.sendall(b"x" * 96)
        assert connection.recv(1000).startswith(b"HTTP/1.1 200 ")
        assert half.recv(1000).startswith(b"HTTP/1.1 200 ")
