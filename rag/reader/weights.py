"""The reader's weights: 4-bit differences from the bundled encoder, in a safetensors file.

A matrix is cut into blocks of 32 along its rows; a block is an f16 scale and 32 halves of a byte, value =
(nibble - 8) * scale. Of vectors (biases, norms) the difference is kept as f16, the head as it is. Layers that training
left alone are not in the file.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors import safe_open
from safetensors.numpy import save_file

from rag.errors import ModelUnavailable
from rag.reader.calibration import Calibration

BLOCK = 32
HEAD = "head."
_NIBBLES, _SCALES, _VECTOR = ".nibbles", ".scales", ".vector"
_FORM = "1"

Floats = npt.NDArray[np.float32]
Tensors = Mapping[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """`changes` are differences from the encoder's tensors by name; `head` are the head's own tensors."""

    changes: dict[str, Floats]
    head: dict[str, Floats]
    calibration: Calibration


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


def save(path: Path, trained: Mapping[str, Floats], base: Mapping[str, Floats], calibration: Calibration) -> None:
    """Writes the differences of `trained` from `base`; names that begin with "head." are the head's."""
    tensors: dict[str, npt.NDArray[np.generic]] = {}
    for name, values in trained.items():
        if name.startswith(HEAD):
            tensors[name] = values.astype(np.float32)
        elif values.ndim == 1:
            tensors[name + _VECTOR] = (values - base[name]).astype(np.float16)
        else:
            tensors[name + _NIBBLES], tensors[name + _SCALES] = quantise(values - base[name])
    save_file(tensors, path, {"form": _FORM, "calibration": json.dumps(asdict(calibration))})


def load(path: Path, shapes: Mapping[str, tuple[int, ...]]) -> ReaderWeights:
    """Reads what `save` wrote; `shapes` are those of the encoder's tensors. Raises ModelUnavailable."""
    if not path.is_file():
        raise ModelUnavailable(f"the reader's weights are missing: {path}")
    with safe_open(path, framework="np") as file:
        metadata = file.metadata() or {}
        if metadata.get("form") != _FORM:
            raise ModelUnavailable(f"{path.name} has an unknown form: it belongs to another version of this program")
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - safe_open is no mapping
    head = {name: values for name, values in tensors.items() if name.startswith(HEAD)}
    calibration = Calibration(**json.loads(metadata["calibration"]))
    return ReaderWeights(_changes(tensors, shapes), head, calibration)


def recalibrate(path: Path, calibration: Calibration) -> None:
    """Writes another calibration into a file of weights."""
    with safe_open(path, framework="np") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - safe_open is no mapping
    fresh = path.with_suffix(".fresh")
    save_file(tensors, fresh, {"form": _FORM, "calibration": json.dumps(asdict(calibration))})
    fresh.replace(path)


def identity(path: Path) -> str:
    """SHA-256 of the tensors alone, so that another calibration keeps what was converted."""
    with path.open("rb") as file:
        file.seek(8 + int.from_bytes(file.read(8), "little"))
        return hashlib.file_digest(file, "sha256").hexdigest()


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
