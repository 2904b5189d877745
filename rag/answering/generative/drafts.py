"""Cuts sentences and their citation numbers out of a model's text while it is still being written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.language.text import sentence_spans

_LONGEST_SENTENCE = 700  # characters; more is a model that has lost its full stops
_MARK = re.compile(r"[\[【]\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*[\]】]")
# The look back keeps a row of full stops from being tried from each of them.
_LATE_MARKS = re.compile(r"(?<![.!?…])([.!?…]+)(\s*)((?:[\[【]\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*[\]】]\s*)+)")
_ENDED = re.compile(r"[.!?…][\"”’»)]*\s*$|[\]】]\s*$")
_DECORATION = re.compile(r"^(?:[-*•–]|\d{1,2}[.)]|#{1,6}|>)\s+|\*\*|__|`")
_THINKING = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence that a model wrote, without its marks, and the numbers in them in order."""

    text: str
    numbers: tuple[int, ...]


class Drafts:
    """Feed it pieces; it gives back sentences once they are complete. What was never completed is never given."""

    def __init__(self) -> None:
        self._written = ""
        self._given = 0  # characters of the tidied text that were given or thrown away

    def feed(self, piece: str) -> Iterator[Draft]:
        """Sentences that `piece` completed; the last one waits, since a mark may follow its full stop."""
        self._written += piece
        text = self._tidied()
        spans = sentence_spans(text[self._given :])
        begin = self._given
        for start, end in spans[:-1]:
            if text[begin + spans[-1][0]] in "[【":
                return
            yield _draft(text[begin + start : begin + end])
            self._given = begin + end
        if len(text) - self._given > _LONGEST_SENTENCE:
            self._given = len(text)

    def finish(self) -> Iterator[Draft]:
        """What is left, when the model said that it had finished; not a last sentence that a limit of tokens cut."""
        rest = self._tidied()[self._given :]
        spans = sentence_spans(rest)
        ended = spans if _ENDED.search(rest) else spans[:-1]
        for start, end in ended:
            yield _draft(rest[start:end])

    def _tidied(self) -> str:
        """Marks before the full stop, no reasoning; only ever grows at its end as long as no mark is half written."""
        without = _THINKING.sub("", self._written)
        return _LATE_MARKS.sub(lambda match: f" {' '.join(match[3].split())}{match[1]} ", without)


def _draft(sentence: str) -> Draft:
    numbers = [int(number) for mark in _MARK.findall(sentence) for number in re.findall(r"\d+", mark)]
    text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_DECORATION.sub("", _MARK.sub(" ", sentence)).split()))
    return Draft(text, tuple(dict.fromkeys(numbers)))
