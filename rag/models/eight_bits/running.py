"""Runs graphs that `writing` wrote, on ONNX Runtime."""

import importlib
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.models.graphs import streams_of

EMBEDDED, FOUND = "embedded", "found"  # input and output of a graph
MODEL_FILE = "model.onnx"
LAYOUT = 2  # raise when graphs change

Floats = npt.NDArray[np.float32]

_PROCESSOR = Path("/proc/cpuinfo")
# Of a sum and the norm of it one step, wherever the runtime can tell their shapes: on processors that takes four times
# as long as the two (release 1.32), 28 ms for 24 in seven layers.
_SLOWER = "SkipLayerNormFusion"


def gains(processor: Path = _PROCESSOR) -> bool:
    """Whether this way is the fastest on this machine: Linux, AVX2 or better, no AMX.

    Measured with AVX2 alone and with AVX-512 VNNI beside bf16; matrices of bf16 in AMX were not measured beside it, and
    stay with OpenVINO (docs/decisions/encoder-backend.md).
    """
    if not processor.is_file():
        return False
    lines = processor.read_text("utf-8", "replace").splitlines()
    flags = set(next((line for line in lines if line.startswith("flags")), "").split())
    return "avx2" in flags and "amx_bf16" not in flags


class EightBitGraph:
    """A graph of one text at a time, of several side by side; safe to call from several threads."""

    def __init__(self, file: Path, threads: int) -> None:
        """`threads`: texts that are worked on at once, each by one thread; 0: as many as there are cores."""
        runtime = importlib.import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # would plan, and keep, the memory of every length by itself
        self._session: Any = runtime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER]
        )
        self._streams = streams_of(threads)
        self._pool = ThreadPoolExecutor(self._streams, "eight-bits")

    def run(self, given: Iterable[Floats]) -> Generator[Floats, None, None]:
        """The output for each batch of word embeddings, (texts, tokens, hidden), in order."""
        if self._streams == 1:  # to hand over to another thread takes its time, too
            yield from map(self._batch, given)
            return
        working: deque[Future[Floats]] = deque()
        try:
            for each in given:
                working.append(self._pool.submit(self._batch, each))
                if len(working) == self._streams:
                    yield working.popleft().result()
            while working:
                yield working.popleft().result()
        finally:
            for left in working:
                left.cancel()

    def _batch(self, vectors: Floats) -> Floats:
        """Text by text: together they are no faster."""
        return np.concatenate([self._session.run(None, {EMBEDDED: text[None]})[0] for text in vectors])
