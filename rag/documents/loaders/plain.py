"""Plain text: a line is a paragraph unless the lines are wrapped; most such files are saved web pages."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from rag.documents.cleaning import Block, RawPage, tidy
from rag.documents.divisions import parted
from rag.documents.loaders.reading import decode
from rag.documents.loaders.typed_tables import typed_tables
from rag.language.text import is_list_item

_MIN_WIDTH = 45
_MAX_WIDTH = 110
_RAGGED = 0.6  # a wrapped line is at least this share of the longest one
_LABELLED = re.compile(r"(?:[-*•]\s+)?[^\W\d][^:;.!?]{1,40}:\s+\S")
_HEADING_WORDS, _SENTENCE_ENDS = 8, ".,;…"
_HEADING_LEVEL = 2  # below the title
_LONGEST_WORD = 80  # letters; longer runs are no words
_GOES_ON = 0.4  # share of lines that start in lower case when prose is wrapped; headlines never do


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks of a text file. Raises UnreadableDocument for binary data."""
    return RawPage(tuple(typed_blocks(decode(data, path))), web=True, lines_are_headings=True)


def typed_blocks(text: str) -> Iterator[Block]:
    """Those of a text as it was typed, in which blanks may set out a table."""
    for part in typed_tables(text):
        yield from blocks(tidy(part)) if isinstance(part, str) else (part,)


def blocks(text: str) -> Iterator[Block]:
    """One block a line, wrapped paragraphs joined."""
    for paragraph in re.split(r"\n\s*\n|\f", text):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        if _heads_labels(lines):
            yield Block(lines.pop(0), level=_HEADING_LEVEL)
        for run in parted(lines):
            joined = [join_lines(run)] if is_wrapped(run) else run
            yield from (Block(line, item=is_list_item(line)) for line in joined)


def _heads_labels(lines: Sequence[str]) -> bool:
    """Whether the first line is what labels and values below it are said of: "Dermaga Legundi", "Panjang: 58 meter"."""
    first, *others = lines or ("",)
    name = first[:1].isupper() and first[-1:] not in _SENTENCE_ENDS and ":" not in first and not is_list_item(first)
    return name and len(first.split()) <= _HEADING_WORDS and bool(others) and all(map(_LABELLED.match, others))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines are one paragraph broken at a margin."""
    if len(lines) < 2:
        return False
    widest = max(map(len, lines))
    full = all(len(line) >= _RAGGED * widest for line in lines[:-1])
    going_on = sum(line[0].islower() or line[0].isdigit() for line in lines[1:]) / (len(lines) - 1)
    return _MIN_WIDTH <= widest <= _MAX_WIDTH and full and going_on >= _GOES_ON


def join_lines(lines: Sequence[str]) -> str:
    """One line of many; a word broken by a hyphen is whole again, "anak-anak" and "Undang-Undang" keep theirs."""
    parts = [lines[0]]
    for line in lines[1:]:
        # Only the last word can be broken: the text before it need not be searched again.
        whole, space, last = parts.pop().rpartition(" ")
        parts += [whole + space, join(last, line)]
    return "".join(parts)


def join(first: str, second: str) -> str:
    """`first` with `second` as the next line of the same paragraph."""
    # Backwards and not far: a search from the start is quadratic in a text without blanks.
    broken = re.match(r"[-\u00ad\u2010–](\w+)", first[: -_LONGEST_WORD - 2 : -1])
    if broken is not None and second[:1].isdecimal():
        return first + second  # "2025-2026", "ke-62"
    if broken is None or first.endswith("–") or not second[:1].isalpha():
        return f"{first} {second}"
    word, following = broken[1][::-1], re.match(r"\w+", second)
    repeated = following is not None and _is_repeated(word.lower(), following[0].lower())
    if second[0].isupper() or repeated:
        return first[:-1] + "-" + second
    return first[:-1] + second


def _is_repeated(word: str, following: str) -> bool:
    """Whether two parts of a word repeat one: "anak-anak", "sehari-hari", "keanak-anakan", "terus-menerus"."""
    if len(word) > 3 and following.startswith("me") and following.endswith(word[1:]):  # its first letter melts away
        return True
    return following.startswith(word[:4]) or any(
        word.endswith(following[:length]) for length in range(4, len(following) + 1)
    )
