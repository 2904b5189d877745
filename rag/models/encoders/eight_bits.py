"""Converted encoders in 8 bits, on ONNX Runtime."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rag.models.eight_bits.running import LAYOUT, MODEL_FILE, EightBitGraph
from rag.models.encoders.base import ModelFolder, Vectors
from rag.models.encoders.converted import Facts, Tokens
from rag.models.words import WordEmbeddings


class EightBitNetwork:
    """See `converted.Network`; every text runs alone, without padding."""

    def __init__(self, converted: Path, threads: int) -> None:
        """`threads`: texts that are embedded at once; 0: as many as there are cores."""
        self._graph = EightBitGraph(converted / MODEL_FILE, threads)

    def together(self, lengths: Sequence[int]) -> Iterator[npt.NDArray[np.int64]]:
        """See `converted.Network.together`."""
        return (np.array([position]) for position in range(len(lengths)))

    def run(self, given: Iterable[Tokens], facts: Facts, words: WordEmbeddings) -> Iterator[Vectors]:  # noqa: ARG002
        """See `converted.Network.run`."""
        return self._graph.run(words.of(np.array(tokens, dtype=np.int64)) for tokens in given)


def converted_folder(folder: ModelFolder, cache: Path) -> Path:
    """Where the graph of this model lies, whether it is there yet or not."""
    return cache / f"eight-bits-{folder.fingerprint[:12]}-{LAYOUT}"
