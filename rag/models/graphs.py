"""Graphs of OpenVINO, run by several threads at once.

A stream is a part of the processor's cores that works on one input at a time. Several inputs of one question, or
questions of several people, are worked on side by side, one a stream: that wastes less than to share out each input
among all cores, and nobody waits for a whole question of somebody else.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.models.encoders.silence import openvino

_MOST_STREAMS = 4  # each compiles for itself what a length of text needs, about a megabyte

Inputs = Mapping[str, npt.NDArray[Any]]
Floats = npt.NDArray[np.float32]


class Graph:
    """A compiled graph with one output; safe to call from several threads."""

    def __init__(self, model: Path, threads: int, options: Mapping[str, str | int]) -> None:
        """`threads`: of all streams together; 0: as many as there are cores."""
        streams = streams_of(threads)
        given: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY", "NUM_STREAMS": streams, **options}
        if threads:
            given["INFERENCE_NUM_THREADS"] = threads
        compiled = openvino.Core().compile_model(model, "CPU", given)
        self._free: SimpleQueue[Any] = SimpleQueue()
        for _ in range(streams):
            self._free.put(compiled.create_infer_request())

    def run(self, given: Iterable[Inputs]) -> Generator[Floats, None, None]:
        """The output for each, in order; as many at once as streams are free. Each is asked for when it can begin."""
        working: deque[Any] = deque()
        try:
            for each in given:
                request = self._request(wait=not working)
                if request is None:
                    yield _output(working[0])
                    request = working.popleft()
                working.append(request)
                request.start_async(dict(each))
            while working:
                yield _output(working[0])
                self._free.put(working.popleft())
        finally:
            for request in working:
                request.wait()
                self._free.put(request)

    def _request(self, wait: bool) -> Any | None:
        try:
            return self._free.get(wait)
        except Empty:
            return None


def streams_of(threads: int, cores: int | None = None) -> int:
    """How many inputs are worked on at once by so many threads; 0: one a core."""
    return min(threads or cores or len(os.sched_getaffinity(0)), _MOST_STREAMS)


def _output(request: Any) -> Floats:
    """Waits for it; a copy, for the request will be used again."""
    request.wait()
    return np.array(request.get_output_tensor(0).data, dtype=np.float32)
