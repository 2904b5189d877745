"""The reader itself: windows in, logits from a backend, readings out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from rag.errors import Left
from rag.language.detection import detect
from rag.language.question_kinds import wants_list
from rag.language.text import sentence_spans
from rag.models.reader.calibration import Calibration
from rag.models.reader.lists import joined
from rag.models.reader.reading import Reading, ReadSpan
from rag.models.reader.spans import distinct, grown, search
from rag.models.reader.vocabulary import PairTokenizer, Window
from rag.models.words import WordEmbeddings
from rag.types import Language

Floats = npt.NDArray[np.float32]
# Each word embeddings (batch, tokens, hidden), none of them padding, to (batch, tokens, 2), in order.
Logits = Callable[[Iterable[Floats]], Iterator[Floats]]

IsLeft = Callable[[], bool]  # whether whoever asked for what this thread works on has gone

_BATCH_TOKENS = 2048
_NOTHING = -20.0  # the margin of a passage without a token


class SpanReader:
    """Reads passages with a network that some backend runs."""

    def __init__(
        self,
        name: str,
        tokenizer: PairTokenizer,
        embeddings: WordEmbeddings,
        logits: Logits,
        calibration: Calibration,
        is_left: IsLeft = bool,
    ) -> None:
        self.name, self._is_left = name, is_left
        self._tokenizer = tokenizer
        self._embeddings = embeddings
        self._logits = logits
        self._calibration = calibration

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """One Reading for every passage, in the order given. Raises Left before a passage that nobody waits for."""
        windows = self._tokenizer.windows(question, passages)
        found: list[list[ReadSpan]] = [[] for _ in passages]
        sentence_ends = [[end for _, end in sentence_spans(passage)] for passage in passages]
        batches = [[windows[row] for row in rows] for rows in _batches([len(window.ids) for window in windows])]
        for chosen, outputs in zip(batches, self._logits(map(self._embedded, batches)), strict=True):
            for window, logits in zip(chosen, outputs, strict=True):
                found[window.passage] += search(logits, window.offsets, sentence_ends[window.passage])
        several, language = wants_list(question), detect(question)
        return tuple(self._reading(text, spans, several, language) for text, spans in zip(passages, found, strict=True))

    def _embedded(self, windows: Sequence[Window]) -> Floats:
        if self._is_left():
            raise Left("whoever asked has left")
        return self._embeddings.of(np.array([window.ids for window in windows], dtype=np.int64))

    def _reading(self, text: str, spans: Sequence[ReadSpan], several: bool, language: Language) -> Reading:
        best = distinct([grown(text, span) for span in spans])
        if several:
            best = joined(text, best)
        margin = best[0].score if best else _NOTHING
        return Reading(best, self._calibration.probability(margin, language), margin)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of equal length together, longest first.

    Passages differ so much in length that padding six of them to the longest is a third of the work; one at a time they
    lose next to nothing, because a passage fills the processor.
    """
    order = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    for length, equal in groupby(order, key=lambda row: lengths[row]):
        rows = list(equal)
        most = max(1, _BATCH_TOKENS // length)
        yield from (rows[start : start + most] for start in range(0, len(rows), most))
