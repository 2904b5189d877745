"""Transformer encoders converted once; needs neither PyTorch nor transformers from the second start on."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from rag.folders import aside
from rag.models.encoders.base import (
    WORDS_FILE,
    ModelFolder,
    Progress,
    Vectors,
    passage_prompt,
    query_prompt,
    require_text,
    unit_rows,
    windows,
)
from rag.models.tokenizing import TOKENIZER_FILE, Encoding, open_tokenizer
from rag.models.words import WordEmbeddings

ASIDE = ".converting-encoder-"  # unfinished folders; the reader has its own
_FACTS_FILE = "facts.json"

Tokens = Sequence[Sequence[int]]  # of texts


@dataclass(frozen=True, slots=True)
class Facts:
    """What the runtime must know about a converted model."""

    dimension: int
    max_tokens: int
    pad_id: int
    inputs: tuple[str, ...]


class Network(Protocol):
    """A converted model without its tokenizer and its table of words."""

    def together(self, lengths: Sequence[int]) -> Iterator[npt.NDArray[np.int64]]:
        """Positions of the texts of so many tokens that are worth one run, run by run."""
        ...

    def run(self, given: Iterable[Tokens], facts: Facts, words: WordEmbeddings) -> Iterator[Vectors]:
        """The vectors of each batch, in order; safe to call from several threads."""
        ...


class ConvertedEncoder:
    """An encoder that runs encoder, pooling and normalising as one graph; safe to call from several threads.

    Rows of the word table are read from the disk: a text touches few of them, and a graph would hold all in memory.
    """

    def __init__(self, folder: ModelFolder, converted: Path, opened: Callable[[], Network]) -> None:
        """`converted`: a folder made by `conversion`, whose graph `opened` opens."""
        facts = json.loads((converted / _FACTS_FILE).read_text("utf-8"))
        self._facts = Facts(**{**facts, "inputs": tuple(facts["inputs"])})
        with ThreadPoolExecutor(1) as aside_of_this:  # reading the tokenizer and opening the graph take a second each
            opening = aside_of_this.submit(opened)
            self._tokenizer = open_tokenizer(_whose(converted, folder.path, TOKENIZER_FILE))
            self._words = WordEmbeddings(_whose(converted, folder.path, WORDS_FILE))
            self._network = opening.result()
        self.name = folder.name
        self.dimension = self._facts.dimension
        self.fingerprint = folder.fingerprint
        self.prompts = dict(folder.prompts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode_queries`."""
        return self._encode(texts, query_prompt(self.prompts), None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode_passages`."""
        return self._encode(texts, passage_prompt(self.prompts), progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See `Encoder.count_tokens`."""
        return [len(each.ids) for each in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def _encode(self, texts: Sequence[str], prompt: str, progress: Progress | None) -> Vectors:
        require_text(texts)
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        done = 0
        for window in windows(len(texts)):
            encodings = self._tokenizer.encode_batch([prompt + text for text in texts[window]])
            tokens = [_cut(encoding, self._facts.max_tokens) for encoding in encodings]
            grouped = list(self._network.together([len(ids) for ids in tokens]))
            given = ([tokens[position] for position in batch] for batch in grouped)
            for batch, rows in zip(grouped, self._network.run(given, self._facts, self._words), strict=True):
                vectors[window.start + batch] = rows
                done += len(batch)
                if progress is not None:
                    progress(done)
        return unit_rows(vectors)


def _whose(converted: Path, model: Path, file: str) -> Path:
    """The graph's folder where it has such a file of its own, else the model's."""
    return converted if (converted / file).is_file() else model


def _cut(encoding: Encoding, most: int) -> list[int]:
    """At most `most` tokens, those that close a text among them."""
    ids: list[int] = encoding.ids
    if len(ids) <= most:
        return ids
    closing = next(i for i, special in enumerate(reversed(encoding.special_tokens_mask)) if not special)
    return ids[: most - closing] + ids[len(ids) - closing :]


def store(
    save: Callable[[Path], Any],
    words: npt.NDArray[np.float32] | None,
    tokenizer_json: str | None,
    facts: Facts,
    target: Path,
) -> None:
    """Writes a converted model so that it appears whole or not at all; `save` puts the graph into a folder.

    `words`, the table of word embeddings, or `tokenizer_json` None: the model's own folder has the same.
    """
    with aside(target.parent, ASIDE) as fresh:
        save(fresh)
        if words is not None:
            np.save(fresh / WORDS_FILE, words.astype(np.float16))  # as precise as the other weights are saved
        if tokenizer_json is not None:
            (fresh / TOKENIZER_FILE).write_text(tokenizer_json, "utf-8")
        (fresh / _FACTS_FILE).write_text(json.dumps(asdict(facts)), "utf-8")
        fresh.rename(target)
