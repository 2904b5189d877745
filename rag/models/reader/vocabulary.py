"""Pairs of texts as the reader is given them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.models.tokenizing import Encoding, open_tokenizer

QUERY, PASSAGE = "query: ", "passage: "
_PATH = " › "
_LONGEST = 320  # tokens of a passage in a window, whatever was asked; a usual one of 200 fits whole
_OVERLAP = 96
_LONGEST_QUESTION = 128


def below(title: str, headings: Sequence[str], text: str) -> str:
    """A passage as the reader is shown it: a line with the title of its document and the path of headings above it.

    Without such a line where there are neither.
    """
    path = _PATH.join(part for part in (title, *headings) if part)
    return f"{path}\n{text}" if path else text


@dataclass(frozen=True, slots=True)
class Window:
    """A passage or a part of it below a question: token ids of the passage alone.

    `offsets`, of the tokens of both, are into the passage, (-1, -1) for tokens that are not of it.
    """

    passage: int
    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


class PairTokenizer:
    """Turns a question and passages into windows."""

    def __init__(self, encoder_folder: Path) -> None:
        self._tokenizer = open_tokenizer(encoder_folder)

    def windows(self, question: str, passages: Sequence[str]) -> tuple[tuple[int, ...], list[Window]]:
        """The ids of the question, and at least one window of every passage; those of a long one overlap."""
        asked = QUERY + self._shortened(" ".join(question.split()))
        encodings = self._tokenizer.encode_batch([(asked, PASSAGE + passage) for passage in passages])
        windows = [window for number, encoding in enumerate(encodings) for window in _cut(number, encoding)]
        return tuple(encodings[0].ids[: _first(encodings[0])]) if encodings else (), windows

    def _shortened(self, question: str) -> str:
        encoding = self._tokenizer.encode(question, add_special_tokens=False)
        if len(encoding.ids) <= _LONGEST_QUESTION:
            return question
        return question[: encoding.offsets[_LONGEST_QUESTION - 1][1]]


def _first(encoding: Encoding) -> int:
    """The first token of the passage."""
    return encoding.sequence_ids.index(1)


def _cut(passage: int, encoding: Encoding) -> list[Window]:
    first, last = _first(encoding), len(encoding.ids) - 1
    offsets = tuple(_inside(o, s) for o, s in zip(encoding.offsets, encoding.sequence_ids, strict=True))
    windows = []
    start = first
    while True:
        stop = min(start + _LONGEST - 1, last)
        ids = (*encoding.ids[start:stop], encoding.ids[last])
        windows.append(Window(passage, ids, (*offsets[:first], *offsets[start:stop], (-1, -1))))
        if stop == last:
            return windows
        start = stop - _OVERLAP


def _inside(offsets: tuple[int, int], sequence: int | None) -> tuple[int, int]:
    """Offsets into the passage itself; the prompt before it is not of it."""
    start, end = offsets[0] - len(PASSAGE), offsets[1] - len(PASSAGE)
    return (max(start, 0), end) if sequence == 1 and end > 0 and end > start else (-1, -1)
