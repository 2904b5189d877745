"""Any server that speaks the OpenAI chat completions API: vLLM, Ollama, llama.cpp, LM Studio, hosted ones.

The reply is read by a thread of its own and handed over through a queue, so that the deadline holds to the millisecond
whatever the server does: read time-outs of HTTP clients start afresh with every byte, and a server that drips one byte
at a time never meets them.
"""

import json
import queue
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

import httpx
import stamina

from rag.errors import ModelUnavailable
from rag.models.chat.base import Message
from rag.models.chat.breaker import CircuitBreaker
from rag.models.chat.events import Piece, limited, pieces, whole
from rag.models.chat.failure_log import FailureLog
from rag.wording.words import N_

_RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_FIRST_PAUSE_S = 0.2
_TOO_LONG = "the chat model took too long"
_NO_ADDRESS = N_(
    "RAG_CHAT_URL must be an address that begins with http:// or https://, such as http://127.0.0.1:11434/v1"
)
_UNREACHABLE = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError)
_QUEUED = 64  # pieces the reader may be ahead; a full queue stops it from reading on


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost."""

    attempts: int = 2
    connect_s: float = 3.0
    characters: int = 6000  # of text; more is a model that does not stop
    tokens: int = 700
    failures: int = 3  # in a row, after which the server is left alone
    pause_s: float = 30.0
    readers: int = 64  # requests whose reply is read, those that nobody waits for any more among them


class _Busy(ModelUnavailable):
    """The server may answer the same question a little later."""


class OpenAIChat:
    """A chat model behind HTTP. Safe to call from several threads. Raises ModelUnavailable when `url` is no address."""

    def __init__(
        self,
        url: str,
        model: str,
        key: str | None = None,
        limits: Limits | None = None,
        transport: httpx.BaseTransport | None = None,
        breaker: CircuitBreaker | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._model = model
        self._breaker = breaker or CircuitBreaker(self._limits.failures, self._limits.pause_s)
        self._failures = FailureLog(model)
        self._readers = threading.BoundedSemaphore(self._limits.readers)
        # Compression would let a few bytes unfold into gigabytes; redirects would take the key elsewhere.
        headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._client = httpx.Client(
            base_url=_checked(url),
            headers=headers,
            transport=transport,
            follow_redirects=False,
            trust_env=False,
        )

    @property
    def name(self) -> str:
        return self._model

    def stream(self, messages: Sequence[Message], timeout_s: float) -> Iterator[str]:
        """Pieces of text; the time runs while the caller works on them, too. Raises ModelUnavailable."""
        if not self._breaker.allows():
            raise ModelUnavailable("the chat model failed repeatedly and is left alone for a while")
        try:
            yield from self._limited(messages, time.monotonic() + timeout_s)
        except ModelUnavailable as error:
            self._failures.failed(str(error))
            if self._breaker.failed():
                self._failures.left_alone(self._limits.pause_s)
            raise
        except GeneratorExit:  # the caller has read enough, of a server that writes
            self._breaker.succeeded()
            raise
        self._breaker.succeeded()

    def served(self, timeout_s: float) -> tuple[str, ...]:
        """The names of the server's models; nothing is asked of any. Raises ModelUnavailable."""
        told: queue.Queue[tuple[str, ...] | ModelUnavailable] = queue.Queue(1)

        def ask() -> None:
            try:
                told.put(self._listed(timeout_s))
            except ModelUnavailable as error:
                told.put(error)
            except Exception as error:  # without a word it would be waited for until the time is up
                told.put(ModelUnavailable(f"the chat model cannot be reached: {type(error).__name__}"))

        threading.Thread(target=ask, daemon=True).start()
        try:
            names = told.get(timeout=timeout_s)
        except queue.Empty:
            raise ModelUnavailable(_TOO_LONG) from None
        if isinstance(names, ModelUnavailable):
            raise names
        return names

    def _listed(self, timeout_s: float) -> tuple[str, ...]:
        deadline = time.monotonic() + timeout_s
        try:
            with self._client.stream("GET", "models", timeout=timeout_s) as response:
                if response.status_code != httpx.codes.OK:
                    raise ModelUnavailable(f"the chat model's server answered {response.status_code}")
                body = b"".join(limited(_until(response.iter_raw(), deadline)))
            return tuple(str(model["id"]) for model in json.loads(body)["data"])
        except _UNREACHABLE as error:
            raise ModelUnavailable(f"the chat model cannot be reached: {type(error).__name__}") from error
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise ModelUnavailable("the chat model's server does not list its models") from error

    def _limited(self, messages: Sequence[Message], deadline: float) -> Iterator[str]:
        length = 0
        for piece in self._handed_over(messages, deadline):
            length += len(piece.text)
            if length > self._limits.characters:
                raise ModelUnavailable("the chat model did not stop writing")
            if piece.text:
                yield piece.text

    def _handed_over(self, messages: Sequence[Message], deadline: float) -> Iterator[Piece]:
        pipe: queue.Queue[Piece | ModelUnavailable | None] = queue.Queue(_QUEUED)
        stopped = threading.Event()
        # Of a head that comes byte by byte nobody hears until it is whole: such a thread stays, and is not left to
        # become thousands.
        if not self._readers.acquire(blocking=False):
            raise ModelUnavailable("the chat model's server still holds all the requests it may have at once")
        reader = threading.Thread(target=self._read, args=(messages, deadline, pipe, stopped), daemon=True)
        try:
            reader.start()
        except RuntimeError:  # there is no room for another thread
            self._readers.release()
            raise
        try:
            while (item := _next(pipe, deadline)) is not None:
                if isinstance(item, ModelUnavailable):
                    raise item
                yield item
        finally:
            stopped.set()

    def _read(
        self,
        messages: Sequence[Message],
        deadline: float,
        pipe: "queue.Queue[Piece | ModelUnavailable | None]",
        stopped: threading.Event,
    ) -> None:
        end: ModelUnavailable | None = None
        try:
            for piece in self._attempts(messages, deadline, stopped):
                if not _hand_over(pipe, piece, stopped):
                    return
        except ModelUnavailable as error:
            end = error
        except Exception as error:  # a thread that ends without a word would be waited for until the time is up
            end = ModelUnavailable(f"the chat model cannot be reached: {type(error).__name__}")
        finally:
            self._readers.release()
        _hand_over(pipe, end, stopped)

    def _attempts(self, messages: Sequence[Message], deadline: float, stopped: threading.Event) -> Iterator[Piece]:
        """Tries again only what failed before a reply began; what was said once is not asked for twice."""
        tries = stamina.retry_context(
            on=(_Busy, httpx.ConnectError, httpx.ConnectTimeout),
            attempts=self._limits.attempts,
            timeout=max(0.001, deadline - time.monotonic()),
            wait_initial=_FIRST_PAUSE_S,
            wait_jitter=_FIRST_PAUSE_S,
        )
        for attempt in tries:
            with attempt, self._request(messages, deadline) as response:
                if response.status_code != httpx.codes.OK:
                    failure = _Busy if response.status_code in _RETRIED else ModelUnavailable
                    raise failure(f"the chat model's server answered {response.status_code}")
                yield from _reply(response, deadline, stopped)

    def _request(self, messages: Sequence[Message], deadline: float) -> AbstractContextManager[httpx.Response]:
        remaining = max(0.05, deadline - time.monotonic())
        body = {
            "model": self._model,
            "messages": [{"role": message.role.value, "content": message.content} for message in messages],
            "stream": True,
            "temperature": 0,
            "max_tokens": self._limits.tokens,
        }
        timeout = httpx.Timeout(remaining, connect=min(self._limits.connect_s, remaining))
        return self._client.stream("POST", "chat/completions", json=body, timeout=timeout)


def _checked(url: str) -> str:
    """The address with a slash at its end. Raises ModelUnavailable without repeating it: it may hold a password."""
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ModelUnavailable(_NO_ADDRESS) from error
    if address.scheme not in {"http", "https"} or not address.host:
        raise ModelUnavailable(_NO_ADDRESS)
    return url.rstrip("/") + "/"


def _reply(response: httpx.Response, deadline: float, stopped: threading.Event) -> Iterator[Piece]:
    chunks = _until(response.iter_raw(), deadline, stopped)
    if response.headers.get("content-type", "").startswith("application/json"):
        yield whole(chunks)
    else:
        yield from pieces(chunks)


def _until(chunks: Iterable[bytes], deadline: float, stopped: threading.Event | None = None) -> Iterator[bytes]:
    """Ends the reading of a server that says nothing and never falls silent. Raises ModelUnavailable."""
    for chunk in chunks:
        if time.monotonic() > deadline or (stopped and stopped.is_set()):
            raise ModelUnavailable(_TOO_LONG)
        yield chunk


def _next(pipe: "queue.Queue[Piece | ModelUnavailable | None]", deadline: float) -> Piece | ModelUnavailable | None:
    remaining = deadline - time.monotonic()
    try:
        if remaining > 0:
            return pipe.get(timeout=remaining)
    except queue.Empty:
        pass
    raise ModelUnavailable(_TOO_LONG)


def _hand_over(
    pipe: "queue.Queue[Piece | ModelUnavailable | None]",
    item: Piece | ModelUnavailable | None,
    stopped: threading.Event,
) -> bool:
    """False when nobody listens any more."""
    while not stopped.is_set():
        try:
            pipe.put(item, timeout=0.1)
            return True
        except queue.Full:
            continue
    return False
