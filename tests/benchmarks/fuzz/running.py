"""Feeds made-up inputs to one part of the program and notes what it does not take."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase, given
from hypothesis.strategies import SearchStrategy

SLOW_S = 1.0  # of processor time
_ENDLESS_S = 60  # of the clock, on a machine that others use too


@dataclass(frozen=True, slots=True)
class Target:
    """A part of the program; `act` takes an input, raises when it should not, returns what it choked on or None."""

    name: str
    inputs: SearchStrategy[Any]
    act: Callable[[Any], str | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """An input and what came of it: the error, or how long it took."""

    target: str
    what: str
    given: str


@dataclass(slots=True)
class Result:
    """`choked`: inputs that a library failed on and that were told as unreadable, as they should be."""

    target: str
    tried: int = 0
    crashes: list[Finding] = field(default_factory=list)
    hangs: list[Finding] = field(default_factory=list)
    choked: list[Finding] = field(default_factory=list)
    slowest_s: float = 0.0


def settings_of(examples: int, seed: int | None) -> hypothesis.settings:
    """`examples` inputs, nothing remembered or minimised; without `seed` always the same ones."""
    return hypothesis.settings(
        max_examples=examples,
        derandomize=seed is None,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def run(target: Target, examples: int, seed: int | None = None) -> Result:
    """Tries `examples` inputs; without `seed` always the same ones."""
    result = Result(target.name)

    def attempt(given_input: Any) -> None:
        result.tried += 1
        _try(target, given_input, result)

    chosen = settings_of(examples, seed)
    property_of = chosen(given(target.inputs)(attempt))
    (property_of if seed is None else hypothesis.seed(seed)(property_of))()
    return result


def _try(target: Target, given_input: Any, result: Result) -> None:
    begun = time.process_time()
    try:
        with _limited(_ENDLESS_S):
            choked = target.act(given_input)
    except Exception as error:
        result.crashes.append(Finding(target.name, _told(error), repr(given_input)))
        return
    took = time.process_time() - begun
    result.slowest_s = max(result.slowest_s, took)
    if took > SLOW_S:
        result.hangs.append(Finding(target.name, f"{took:.1f} s", repr(given_input)))
    if choked:
        result.choked.append(Finding(target.name, choked, repr(given_input)))


def _told(error: Exception) -> str:
    """The error and the innermost line of the program that it came through."""
    at, place = error.__traceback__, ""
    while at is not None:
        name = at.tb_frame.f_code.co_filename
        if "/rag/" in name or "/web/" in name:
            place = f"{name.rsplit('/', 1)[1]}:{at.tb_lineno}"
        at = at.tb_next
    return f"{type(error).__name__}: {str(error)[:120]} ({place})"


class Endless(Exception):
    """An input was not done with in time."""


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """Raises Endless in the main thread when what is inside takes longer by the clock."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise Endless(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
