"""The encoder protocol and what its backends share."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rag.errors import BlankText

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]

WEIGHTS_FILE = "model.safetensors"
WORDS_FILE = "words.npy"  # the table of words alone, in half precision or packed, where it is apart from the weights
EXPORTED_FILE = "exported.json"  # what an exported folder was, since its files no longer tell

_WINDOW = 2048  # texts tokenised and sorted at a time; bounds memory on a million passages
_BATCH_TOKENS = 4096  # padded tokens of a batch; larger ones are no faster on a CPU
_RUN_TOKENS = 40  # padded tokens that take as long as what every run of a model takes besides its tokens
_STEP, _SHORT = 8, 128  # tokens
_WEIGHTS = (".safetensors", ".bin", ".pt")
_SAMPLES, _SAMPLE_BYTES = 256, 65536


@dataclass(frozen=True, slots=True)
class Model:
    """What of an encoder its vectors are known by; enough where nothing is embedded."""

    name: str
    fingerprint: str
    dimension: int
    prompts: Mapping[str, str]


class Encoder(Protocol):
    """Turns texts into unit vectors whose dot product is their similarity."""

    name: str
    fingerprint: str  # same fingerprint: vectors may be compared; the backend is not part of it
    prompts: Mapping[str, str]

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, float32, (len(texts), dimension). Raises BlankText."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """As `encode_queries`, with the prompt of passages; `progress` is told how many are done so far."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, without prompt and special tokens, not cut off at the model's limit."""
        ...


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A sentence-transformers folder and what identifies its vectors."""

    name: str
    path: Path
    identity: str  # of weights and tokenizer, without prompts
    prompts: Mapping[str, str] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Changes with the weights, the tokenizer or the prompts; 32 hex digits."""
        named = json.dumps([self.identity, query_prompt(self.prompts), passage_prompt(self.prompts)])
        return hashlib.sha256(named.encode()).hexdigest()[:32]


def query_prompt(prompts: Mapping[str, str]) -> str:
    """What stands before a question; empty when the model has no such prompt."""
    return prompts.get("query", "")


def passage_prompt(prompts: Mapping[str, str]) -> str:
    """What stands before a passage; sentence-transformers calls it `document`, e5 `passage`."""
    return prompts.get("passage", prompts.get("document", ""))


def read_prompts(folder: Path) -> dict[str, str]:
    """The named prompts of a sentence-transformers folder; empty when it has none."""
    path = folder / "config_sentence_transformers.json"
    if not path.is_file():
        return {}
    prompts = json.loads(path.read_text("utf-8")).get("prompts") or {}
    return {name: text for name, text in prompts.items() if text}


def identify(folder: Path) -> str:
    """Hash of everything in a model folder that shapes its vectors.

    Configuration and tokenizer are hashed whole. Of weight files it takes the size and evenly spread samples: reading
    half a gigabyte at every start would cost a second, and training moves weights everywhere. An exported folder has no
    weights, and says itself what it was.
    """
    exported = folder / EXPORTED_FILE
    if exported.is_file():
        return str(json.loads(exported.read_text("utf-8"))["identity"])
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (*_WEIGHTS, ".json", ".txt", ".model", ".py") or not path.is_file():
            continue
        digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
        digest.update(_samples(path) if path.suffix in _WEIGHTS else path.read_bytes())
    return digest.hexdigest()


def _samples(path: Path) -> bytes:
    size = path.stat().st_size
    if size <= _SAMPLES * _SAMPLE_BYTES:
        return path.read_bytes()
    starts = np.linspace(0, size - _SAMPLE_BYTES, _SAMPLES, dtype=np.int64)
    with path.open("rb") as file:
        return b"".join(_read_at(file.seek, file.read, int(start)) for start in starts)


def _read_at(seek: Callable[[int], int], read: Callable[[int], bytes], start: int) -> bytes:
    seek(start)
    return read(_SAMPLE_BYTES)


def require_text(texts: Sequence[str]) -> None:
    """Raises BlankText, naming the first text without a visible character."""
    for number, text in enumerate(texts):
        if not text.strip():
            raise BlankText(f"text {number + 1} of {len(texts)} is blank: there is nothing to embed")


def windows(count: int) -> Iterator[slice]:
    """Slices that cover `count` texts, each small enough to tokenise at once."""
    for start in range(0, count, _WINDOW):
        yield slice(start, min(start + _WINDOW, count))


def batches(lengths: Sequence[int]) -> Iterator[npt.NDArray[np.int64]]:
    """Positions grouped by similar length, longest first, so that little is padding.

    Unsorted batches halve the rate on ordinary passages, and one batch of a few sentences doubles their time: every row
    is padded to the longest.
    """
    order = np.argsort(np.negative(lengths), kind="stable").astype(np.int64)
    start = 0
    while start < len(order):
        most = max(1, _BATCH_TOKENS // max(1, lengths[order[start]]))
        rows = _rows_together([lengths[position] for position in order[start : start + most]])
        yield order[start : start + rows]
        start += rows


def _rows_together(lengths: Sequence[int]) -> int:
    """How many of the texts, longest first, go together until another run costs less than the padding would."""
    padding = accumulate(lengths[0] - length for length in lengths)
    return next((row for row, padded in enumerate(padding) if padded > _RUN_TOKENS), len(lengths))


def few_lengths(tokens: int) -> int:
    """`tokens` or somewhat more, of the lengths that a graph is given: every other one is compiled, and kept.

    A length met for the first time took another 40 ms, of 60 to 200, and a megabyte.
    """
    step = _STEP if tokens <= _SHORT else 2 * _STEP
    return -(-tokens // step) * step


def unit_rows(vectors: npt.ArrayLike) -> Vectors:
    """Rows of length one, float32; bf16 arithmetic leaves them some thousandths off."""
    rows = np.asarray(vectors, dtype=np.float32)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.ascontiguousarray(rows / np.maximum(norms, np.float32(1e-12)))
