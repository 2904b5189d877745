"""The query adapter: a low-rank linear step from where a question lies to where the passages lie that answer it.

`q' = (q + up(down(q)) + shift) / |...|`. Passages stay as they are, so an index needs nothing new, and a question costs
some 50,000 multiplications more. It belongs to the encoder whose vectors it was learnt on, and to no other.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

from rag.models.encoders.base import Encoder, Vectors

WEIGHTS = Path(__file__).parent / "weights" / "query-adapter.safetensors"
_ENCODER = "encoder"  # of the file's metadata: the fingerprint of the vectors it was learnt on


@dataclass(frozen=True, slots=True, eq=False)
class QueryAdapter:
    """`down` (rank, dimension), `up` (dimension, rank), `shift` (dimension,), float32; `encoder` is its fingerprint."""

    encoder: str
    down: Vectors
    up: Vectors
    shift: Vectors

    def __call__(self, vectors: Vectors) -> Vectors:
        """Unit rows, (n, dimension), moved and of unit length again."""
        moved = vectors + (vectors @ self.down.T) @ self.up.T + self.shift
        return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), np.float32)


def adapter_for(encoder: Encoder) -> QueryAdapter | None:
    """The adapter that was learnt on this encoder's vectors; None for other encoders."""
    known = _bundled()
    return known if known.encoder == encoder.fingerprint else None


@cache
def _bundled() -> QueryAdapter:
    return load_adapter(WEIGHTS)


def load_adapter(path: Path) -> QueryAdapter:
    """The adapter in a file. Raises OSError, KeyError for a file without its tensors."""
    with safe_open(path, framework="numpy") as file:
        down, up, shift = (file.get_tensor(name).astype(np.float32) for name in ("down", "up", "shift"))
        return QueryAdapter(file.metadata()[_ENCODER], down, up, shift)


def save_adapter(adapter: QueryAdapter, path: Path) -> None:
    """Writes it in half precision, whole or not at all."""
    fresh = path.with_suffix(".fresh")
    tensors = {"down": adapter.down, "up": adapter.up, "shift": adapter.shift}
    halves = {name: values.astype(np.float16) for name, values in tensors.items()}
    save_file(halves, fresh, metadata={_ENCODER: adapter.encoder})
    fresh.replace(path)
