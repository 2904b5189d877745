"""The reader itself: windows in, logits from a backend, readings out."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from rag.language import detect
from rag.reader.answer_type import wants_list
from rag.reader.calibration import Calibration
from rag.reader.lists import joined
from rag.reader.reading import Reading, ReadSpan
from rag.reader.spans import distinct, grown, search
from rag.reader.vocabulary import PairTokenizer, Window, WordEmbeddings
from rag.text import sentence_spans
from rag.types import Language

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Logits = Callable[[Floats, Ints], Floats]  # word embeddings and mask to (batch, tokens, 2)

_PAD = 1
_BATCH_TOKENS = 2048
_NOTHING = -20.0  # the margin of a passage without a token


class SpanReader:
    """Reads passages with a network that some backend runs."""

    def __init__(
        self, name: str, tokenizer: PairTokenizer, embeddings: WordEmbeddings, logits: Logits, calibration: Calibration
    ) -> None:
        self.name = name
        self._tokenizer = tokenizer
        self._embeddings = embeddings
        self._logits = logits
        self._calibration = calibration

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """One Reading for every passage, in the order given."""
        windows = self._tokenizer.windows(question, passages)
        found: list[list[ReadSpan]] = [[] for _ in passages]
        sentence_ends = [[end for _, end in sentence_spans(passage)] for passage in passages]
        for rows in _batches([len(window.ids) for window in windows]):
            chosen = [windows[row] for row in rows]
            for window, logits in zip(chosen, self._run(chosen), strict=True):
                found[window.passage] += search(logits, window.offsets, sentence_ends[window.passage])
        several, language = wants_list(question), detect(question)
        return tuple(self._reading(text, spans, several, language) for text, spans in zip(passages, found, strict=True))

    def _run(self, windows: Sequence[Window]) -> Floats:
        longest = max(len(window.ids) for window in windows)
        ids = np.full((len(windows), longest), _PAD, dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window.ids)] = window.ids
            mask[row, : len(window.ids)] = 1
        return self._logits(self._embeddings.of(ids), mask)

    def _reading(self, text: str, spans: Sequence[ReadSpan], several: bool, language: Language) -> Reading:
        best = distinct([grown(text, span) for span in spans])
        if several:
            best = joined(text, best)
        margin = best[0].score if best else _NOTHING
        return Reading(best, self._calibration.probability(margin, language), margin)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of similar length together, longest first, so that little is padding."""
    order = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    start = 0
    while start < len(order):
        rows = max(1, _BATCH_TOKENS // lengths[order[start]])
        yield order[start : start + rows]
        start += rows
