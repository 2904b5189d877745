"""The table of word embeddings: read row by row from the disk, for a text touches few of its 250,000."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.models.encoders.base import WEIGHTS_FILE, WORDS_FILE
from rag.models.packed import dequantise

Floats = npt.NDArray[np.float32]

_WORDS = "embeddings.word_embeddings.weight"


class WordEmbeddings:
    """The table as it lies in a folder; the system keeps only the pages that are touched.

    The bundled table is in blocks of 4 bits, as it was packed: a ninth of its size, with the same values bit for bit.
    """

    def __init__(self, folder: Path) -> None:
        """`folder`: of a model or its graph, with the table apart or in the weights."""
        apart = folder / WORDS_FILE
        self._rows: npt.NDArray[Any] = np.load(apart, mmap_mode="r") if apart.is_file() else _in_weights(folder)

    def of(self, ids: npt.NDArray[np.int64]) -> Floats:
        """(..., hidden) rows of token ids."""
        rows = self._rows[ids]
        packed = rows.dtype == np.uint8
        return dequantise(rows).reshape(*ids.shape, -1) if packed else np.asarray(rows, dtype=np.float32)


def _in_weights(folder: Path) -> npt.NDArray[np.float32]:
    path = folder / WEIGHTS_FILE
    header, data = _header(path)
    entry = header[_WORDS]
    return np.memmap(path, dtype="<f4", mode="r", offset=data + entry["data_offsets"][0], shape=tuple(entry["shape"]))


def tensor_shapes(folder: Path) -> dict[str, tuple[int, ...]]:
    """The shape of every tensor of the model in `folder`, by name."""
    header, _ = _header(folder / WEIGHTS_FILE)
    return {name: tuple(entry["shape"]) for name, entry in header.items() if name != "__metadata__"}


def _header(path: Path) -> tuple[dict[str, dict[str, list[int]]], int]:
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        return json.loads(file.read(size)), 8 + size
