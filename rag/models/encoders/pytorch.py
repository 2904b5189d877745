"""Any sentence-transformers model, run by PyTorch."""

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import torch
import transformers
from sentence_transformers import SentenceTransformer

from rag.errors import ModelUnavailable
from rag.models.encoders.base import (
    ModelFolder,
    Progress,
    Vectors,
    passage_prompt,
    query_prompt,
    require_text,
    unit_rows,
    windows,
)
from rag.wording.words import N_

_BATCH = 16


class PyTorchEncoder:
    """An encoder on top of `SentenceTransformer.encode`."""

    def __init__(self, folder: ModelFolder, threads: int) -> None:
        """`threads` 0 leaves the choice to PyTorch. Raises ModelUnavailable."""
        if threads:
            torch.set_num_threads(threads)
        self._model = load_model(folder)
        self.name = folder.name
        self.dimension = int(self._model.get_embedding_dimension() or 0)
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
        if not texts:
            return []
        with quiet():  # transformers warns of texts beyond the limit, which is what is being counted
            encoded = self._model.tokenizer(list(texts), add_special_tokens=False, truncation=False)
        return [len(ids) for ids in encoded["input_ids"]]

    def _encode(self, texts: Sequence[str], prompt: str, progress: Progress | None) -> Vectors:
        require_text(texts)
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for window in windows(len(texts)):
            vectors[window] = self._model.encode(
                list(texts[window]), prompt=prompt, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True
            )
            if progress is not None:
                progress(window.stop)
        return unit_rows(vectors)


def load_model(folder: ModelFolder) -> SentenceTransformer:
    """The model on the CPU, from the disk only. Raises ModelUnavailable."""
    with quiet():
        try:
            return SentenceTransformer(str(folder.path), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise ModelUnavailable(
                N_("%(path)s is not a model sentence-transformers can load: %(reason)s"), path=folder.path, reason=error
            ) from error


@contextmanager
def quiet() -> Iterator[None]:
    """Keeps load reports and progress bars of transformers off the terminal.

    Encoders are stored without the pooler that BertModel declares, so its report lists weights nothing uses.
    """
    before, bars = transformers.logging.get_verbosity(), transformers.logging.is_progress_bar_enabled()
    transformers.logging.set_verbosity(logging.ERROR)
    transformers.logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        transformers.logging.set_verbosity(before)
        if bars:
            transformers.logging.enable_progress_bar()
