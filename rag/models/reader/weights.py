"""The reader's weights: 4-bit differences from the bundled encoder, in a safetensors file.

A matrix is cut into blocks of 32 along its rows; a block is an f16 scale and 32 halves of a byte, value =
(nibble - 8) * scale. Of vectors (biases, norms) the difference is kept as f16, the head as it is. Layers that training
left alone are not in the file.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors import safe_open
from safetensors.numpy import save_file

from rag.errors import ModelUnavailable
from rag.wording.words import N_

BLOCK = 32
HEAD = "head."
_NIBBLES, _SCALES, _VECTOR = ".nibbles", ".scales", ".vector"
_FORM, _APART = "1", "apart"

Floats = npt.NDArray[np.float32]
Tensors = Mapping[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """`changes` are differences from the encoder's tensors by name; `head` are the head's own tensors.

    `apart`: the lowest layers in which neither text of a pair sees the other; 0: each layer sees both.
    """

    changes: dict[str, Floats]
    head: dict[str, Floats]
    apart: int = 0


def quantise(values: Floats) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Nibbles, two in a byte, and scales of a matrix whose size is a multiple of 32.

    The value of largest magnitude in a block becomes exactly -8 times the scale, so the scale may be negative.
    """
    blocks = values.reshape(-1, BLOCK)
    peaks = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=1)[:, None], axis=1)
    scales = (peaks / -8).astype(np.float16)
    divisors = np.where(scales == 0, 1, scales.astype(np.float32))
    nibbles = np.clip(np.rint(blocks / divisors) + 8, 0, 15).astype(np.uint8)
    return nibbles[:, : BLOCK // 2] | (nibbles[:, BLOCK // 2 :] << 4), scales


def restore(packed: npt.NDArray[np.uint8], scales: npt.NDArray[np.float16]) -> Floats:
    """The flat values of `quantise`'s output."""
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * scales.astype(np.float32)).reshape(-1)


def save(path: Path, trained: Mapping[str, Floats], base: Mapping[str, Floats], apart: int = 0) -> None:
    """Writes the differences of `trained` from `base`; names that begin with "head." are the head's."""
    tensors: dict[str, npt.NDArray[np.generic]] = {}
    for name, values in trained.items():
        if name.startswith(HEAD):
            tensors[name] = values.astype(np.float32)
        elif values.ndim == 1:
            tensors[name + _VECTOR] = (values - base[name]).astype(np.float16)
        else:
            tensors[name + _NIBBLES], tensors[name + _SCALES] = quantise(values - base[name])
    save_file(tensors, path, {"form": _FORM, _APART: str(apart)})


def identity(path: Path) -> str:
    """Sixteen hexadecimal digits that tell a file of weights from any other."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def load(path: Path, shapes: Mapping[str, tuple[int, ...]]) -> ReaderWeights:
    """Reads what `save` wrote; `shapes` are those of the encoder's tensors. Raises ModelUnavailable."""
    if not path.is_file():
        raise ModelUnavailable(N_("the reader's weights are missing: %(path)s"), path=path)
    with safe_open(path, framework="np") as file:
        told = file.metadata() or {}
        if told.get("form") != _FORM:
            raise ModelUnavailable(
                N_("%(name)s has an unknown form: it belongs to another version of this program"), name=path.name
            )
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - safe_open is no mapping
    head = {name: values for name, values in tensors.items() if name.startswith(HEAD)}
    return ReaderWeights(_changes(tensors, shapes), head, int(told.get(_APART, 0)))


def _changes(tensors: Tensors, shapes: Mapping[str, tuple[int, ...]]) -> dict[str, Floats]:
    changes: dict[str, Floats] = {}
    for stored, values in tensors.items():
        if stored.endswith(_VECTOR):
            changes[stored.removesuffix(_VECTOR)] = values.astype(np.float32)
        elif stored.endswith(_NIBBLES):
            name = stored.removesuffix(_NIBBLES)
            flat = restore(values.astype(np.uint8), tensors[name + _SCALES].astype(np.float16))
            changes[name] = flat.reshape(shapes[name])
    return changes
