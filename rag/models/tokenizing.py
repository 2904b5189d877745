"""Tokenizers, one of each in a process.

The bundled one has its pieces of words as a model of sentencepiece, too: the same tokens, in a fifth of the memory that
`tokenizers` takes for a quarter of a million of them. Any other model has the file of `tokenizers` alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol, cast

from sentencepiece import SentencePieceProcessor
from tokenizers import Tokenizer as FullTokenizer

TOKENIZER_FILE, PIECES_FILE = "tokenizer.json", "sentencepiece.model"

Text = str | tuple[str, str]


class Encoding(Protocol):
    """A text, or two, in tokens; see `tokenizers.Encoding`.

    `offsets`: into the text that a token is of, characters; (0, 0) for special tokens. `sequence_ids`: 0 or 1, the
    text; None for special tokens.
    """

    @property
    def ids(self) -> list[int]: ...
    @property
    def offsets(self) -> list[tuple[int, int]]: ...
    @property
    def sequence_ids(self) -> list[int | None]: ...
    @property
    def special_tokens_mask(self) -> list[int]: ...


class Tokenizer(Protocol):
    """Neither pads nor cuts off; safe to call from threads."""

    def encode(self, sequence: str, pair: str | None = None, *, add_special_tokens: bool = True) -> Encoding:
        """One text, or a pair of them."""
        ...

    def encode_batch(self, input: Sequence[Text], *, add_special_tokens: bool = True) -> Sequence[Encoding]:
        """Texts or pairs, in the order given."""
        ...


@lru_cache(maxsize=4)
def open_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of the model in `folder`; the same object for all who open it."""
    pieces = folder / PIECES_FILE
    if pieces.is_file():
        return PieceTokenizer(SentencePieceProcessor(model_file=str(pieces)))
    return cast(Tokenizer, full_tokenizer(folder))


def full_tokenizer(folder: Path) -> FullTokenizer:
    """That of `tokenizers`, with all it can do."""
    tokenizer = FullTokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@dataclass(frozen=True, slots=True)
class Pieced:
    """See `Encoding`."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    sequence_ids: list[int | None]

    @property
    def special_tokens_mask(self) -> list[int]:
        return [int(text is None) for text in self.sequence_ids]


class PieceTokenizer:
    """Frames texts as XLM-RoBERTa does: <s> text </s>, <s> text </s> </s> text </s>."""

    def __init__(self, pieces: SentencePieceProcessor) -> None:
        self._pieces = pieces
        self._special = pieces.bos_id(), pieces.eos_id()

    def encode(self, sequence: str, pair: str | None = None, *, add_special_tokens: bool = True) -> Encoding:
        """See `Tokenizer.encode`."""
        parts = [self._of(text, number) for number, text in enumerate((sequence, pair)) if text is not None]
        return _joined(self._framed(parts) if add_special_tokens else parts)

    def encode_batch(self, input: Sequence[Text], *, add_special_tokens: bool = True) -> Sequence[Encoding]:
        """See `Tokenizer.encode_batch`."""
        given = [(text, None) if isinstance(text, str) else text for text in input]
        return [self.encode(*texts, add_special_tokens=add_special_tokens) for texts in given]

    def _of(self, text: str, number: int) -> Pieced:
        found = self._pieces.encode(text, return_type="offset_mapping")
        ids = list(found["ids"])
        return Pieced(ids, [(start, end) for start, end in found["offsets"]], [number] * len(ids))

    def _framed(self, parts: Sequence[Pieced]) -> list[Pieced]:
        begin, end = (Pieced([id], [(0, 0)], [None]) for id in self._special)
        first, *more = ([part, end] for part in parts)
        return [begin, *first, *(each for part in more for each in (end, *part))]


def _joined(parts: Sequence[Pieced]) -> Pieced:
    return Pieced(
        [id for part in parts for id in part.ids],
        [span for part in parts for span in part.offsets],
        [text for part in parts for text in part.sequence_ids],
    )
