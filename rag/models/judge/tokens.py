"""A statement and a quote in tokens, the same for training and for judging."""

from dataclasses import dataclass

from rag.models.reader.vocabulary import PASSAGE, QUERY
from rag.models.tokenizing import Tokenizer

LONGEST = 192  # tokens of a pair; what is beyond them of a very long quote is not seen


@dataclass(frozen=True, slots=True)
class Paired:
    """Token ids of a pair, which of them are the statement's, and where these lie in it."""

    ids: tuple[int, ...]
    said: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


def paired(tokenizer: Tokenizer, statement: str, quote: str) -> Paired:
    """The statement stands where the reader has its question, the quote where it has its passage."""
    encoding = tokenizer.encode(QUERY + statement, PASSAGE + quote)
    shift = len(QUERY)
    found = [
        (row, (max(0, start - shift), end - shift))
        for row, (part, (start, end)) in enumerate(zip(encoding.sequence_ids, encoding.offsets, strict=True))
        if part == 0 and end > shift and row < LONGEST
    ]
    return Paired(tuple(encoding.ids[:LONGEST]), tuple(row for row, _ in found), tuple(span for _, span in found))
