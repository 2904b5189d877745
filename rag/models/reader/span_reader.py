"""The reader itself: windows in, logits from a network, readings out."""

from collections.abc import Callable, Sequence

from rag.errors import Left
from rag.language.detection import detect
from rag.language.question_kinds import wants_list
from rag.language.text import sentence_spans
from rag.models.reader.apart import Pairs
from rag.models.reader.calibration import Calibration
from rag.models.reader.lists import joined
from rag.models.reader.reading import Reading, ReadSpan
from rag.models.reader.spans import distinct, grown, search
from rag.models.reader.vocabulary import PairTokenizer
from rag.types import Language

IsLeft = Callable[[], bool]  # whether whoever asked for what this thread works on has gone

_NOTHING = -20.0  # the margin of a passage without a token


class SpanReader:
    """Reads passages with a network that some backend runs."""

    def __init__(
        self, name: str, tokenizer: PairTokenizer, pairs: Pairs, calibration: Calibration, is_left: IsLeft = bool
    ) -> None:
        self.name, self._is_left = name, is_left
        self._tokenizer, self._pairs, self._calibration = tokenizer, pairs, calibration

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """One Reading for every passage, in the order given. Raises Left before a passage that nobody waits for."""
        asked, windows = self._tokenizer.windows(question, passages)
        found: list[list[ReadSpan]] = [[] for _ in passages]
        sentence_ends = [[end for _, end in sentence_spans(passage)] for passage in passages]
        logits = self._pairs.logits(asked, [window.ids for window in windows], self._must_be_waited_for)
        for window, each in zip(windows, logits, strict=True):
            found[window.passage] += search(each, window.offsets, sentence_ends[window.passage])
        several, language = wants_list(question), detect(question)
        return tuple(self._reading(text, spans, several, language) for text, spans in zip(passages, found, strict=True))

    def _must_be_waited_for(self) -> None:
        if self._is_left():
            raise Left("whoever asked has left")

    def _reading(self, text: str, spans: Sequence[ReadSpan], several: bool, language: Language) -> Reading:
        best = distinct([grown(text, span) for span in spans])
        if several:
            best = joined(text, best)
        margin = best[0].score if best else _NOTHING
        return Reading(best, self._calibration.probability(margin, language), margin)
