"""Documents into passages: runs of whole sentences under one heading, sized in tokens of the encoder."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile

from rag.language.text import sentence_spans
from rag.types import BlockKind, Document, Heading, Passage, Table

CountTokens = Callable[[Sequence[str]], Sequence[int]]

# The commentary of a law says of most articles that they are clear; that answers no question and would fill the index.
_SAYS_NOTHING = re.compile(
    r"(?:(?:ayat|huruf|angka|butir)\s*\(?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,5})\b\)?|cukup jelas|[\s.;:])*", re.IGNORECASE
)
_SMALL = 0.25  # of the limit: a last passage below this joins the one before it, or takes sentences from it


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or part of one that alone is over the limit."""

    start: int
    end: int
    tokens: int


@dataclass(frozen=True, slots=True)
class _Section:
    """The text under one heading."""

    headings: tuple[str, ...]  # outermost first
    start: int
    end: int


def split(document: Document, count_tokens: CountTokens, limit: int) -> tuple[Passage, ...]:
    """Passages of at most `limit` tokens in document order; never across a heading, never within a shorter sentence."""
    sections = _sections(document)
    rows = _row_spans(document)
    spans = [_sentences(document.text, section, rows) for section in sections]
    wholes = [(each[0][0], each[-1][1]) for each in spans]
    # One call: the encoder counts a batch at about the cost of its longest text.
    counts = iter(count_tokens([document.text[slice(*span)] for span in [*wholes, *chain(*spans)]]))
    whole_counts = [next(counts) for _ in wholes]
    tables = tuple(block.table for block in document.blocks if block.table is not None)
    passages: list[Passage] = []
    for section, sentences, whole, tokens in zip(sections, spans, wholes, whole_counts, strict=True):
        measured = [_Piece(start, end, next(counts)) for start, end in sentences]
        if tokens <= limit:
            groups = [[_Piece(*whole, tokens)]]
        else:
            pieces = chain.from_iterable(_pieces(document.text, each, count_tokens, limit) for each in measured)
            groups = _pack(pieces, limit)
        for group in groups:
            start, end = group[0].start, group[-1].end
            if not _SAYS_NOTHING.fullmatch(document.text, start, end):
                passage = _passage(document, section, start, end, len(passages))
                passages.append(replace(passage, tables=tuple(_tables_within(tables, start, end))))
    return tuple(passages)


def embedding_text(passage: Passage) -> str:
    """Title, headings, captions of tables and text, one below the other: what is embedded and lexically indexed."""
    captions = (table.caption for table in passage.tables if table.caption not in passage.text)
    headings = " › ".join(passage.headings) or passage.heading or ""
    parts = [title_above(passage), headings, *captions, passage.text]
    return "\n".join(dict.fromkeys(part for part in parts if part))


def title_above(passage: Passage) -> str:
    """The title of its document; "" where it was taken from the first words of the text, which would say it twice."""
    return "" if passage.text.startswith(passage.title.rstrip("…")) else passage.title


def _sections(document: Document) -> list[_Section]:
    sections = []
    start, path = 0, list[tuple[int, str]]()
    for heading in sorted((*document.headings, *_ends(document)), key=lambda each: each.start):
        sections.append(_Section(_words_above(path), start, heading.start))
        path = [entry for entry in path if entry[0] < heading.level]
        path += [(heading.level, _words_of(document, heading))] if heading.start < heading.end else []
        start = heading.end
    sections.append(_Section(_words_above(path), start, len(document.text)))
    filled = [section for section in sections if document.text[section.start : section.end].strip()]
    if filled or not document.text.strip():
        return filled
    # A document of nothing but headings is still a document.
    return [_Section((), 0, len(document.text))]


def _ends(document: Document) -> Iterator[Heading]:
    """Where sections end although no heading follows, as headings without a word."""
    path: tuple[int, ...] = ()
    for position, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            path = (*block.path, position)
        elif block.start < block.end and len(block.path) < len(path):
            yield Heading(block.start, block.start, document.blocks[path[len(block.path)]].level)
            path = block.path


def _words_of(document: Document, heading: Heading) -> str:
    return " ".join(document.text[heading.start : heading.end].split())


def _words_above(path: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(words for _, words in path)


def _joined(headings: Sequence[str]) -> str | None:
    """The heading and the one above it: "Pasal 3" says little without its chapter."""
    return " › ".join(headings[-2:]) or None


def _row_spans(document: Document) -> tuple[tuple[int, int], ...]:
    """The stretches of the text that are rows of tables, in order."""
    tables = (block.table for block in document.blocks if block.table is not None)
    starts = (row[0].start for table in tables for row in table.rows)
    return tuple(_line_of(document.text, start) for start in starts)


def _line_of(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _sentences(text: str, section: _Section, rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences of a section; a row of a table is one, whatever full stops stand in it."""
    found: list[tuple[int, int]] = []
    start = section.start
    inside = rows[bisect_left(rows, (section.start, 0)) : bisect_left(rows, (section.end, 0))]
    for begin, end in inside:
        found += _sentences_between(text, start, begin)
        found.append((begin, end))
        start = end
    return found + _sentences_between(text, start, section.end)


def _sentences_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + begin, start + beyond) for begin, beyond in sentence_spans(text[start:end])]


def _pieces(text: str, sentence: _Piece, count_tokens: CountTokens, limit: int) -> list[_Piece]:
    """The sentence itself, or its halves at a word boundary until each fits."""
    if sentence.tokens <= limit:
        return [sentence]
    cut = _middle(text, sentence.start, sentence.end)
    if cut is None:
        return [sentence]
    halves = [(sentence.start, _right_trimmed(text, sentence.start, cut)), (cut, sentence.end)]
    counts = count_tokens([text[start:end] for start, end in halves])
    return [
        piece
        for (start, end), tokens in zip(halves, counts, strict=True)
        for piece in _pieces(text, _Piece(start, end, tokens), count_tokens, limit)
    ]


def _middle(text: str, start: int, end: int) -> int | None:
    """The start of the word nearest to the middle; without blanks, the middle itself."""
    starts = [at for at in range(start + 1, end) if text[at - 1].isspace() and not text[at].isspace()]
    half = (start + end) // 2
    if starts:
        return min(starts, key=lambda at: abs(at - half))
    return half if start < half < end else None


def _right_trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _pack(pieces: Iterable[_Piece], limit: int) -> list[list[_Piece]]:
    """Groups as full as they get; a small last one takes sentences from its neighbour."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _tokens(groups[-1]) + piece.tokens <= limit:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    while len(groups) > 1 and _may_lend(groups[-2], groups[-1], limit):
        groups[-1].insert(0, groups[-2].pop())
    return groups


def _may_lend(lender: Sequence[_Piece], last: Sequence[_Piece], limit: int) -> bool:
    return (
        len(lender) > 1
        and _tokens(last) < _SMALL * limit
        and _tokens(last) + lender[-1].tokens <= limit
        and _tokens(lender) - lender[-1].tokens >= _tokens(last)
    )


def _tokens(pieces: Sequence[_Piece]) -> int:
    return sum(piece.tokens for piece in pieces)


def _passage(document: Document, section: _Section, start: int, end: int, number: int) -> Passage:
    return Passage(
        id=f"{document.id}#{number}",
        document_id=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        title=document.title,
        heading=_joined(section.headings),
        page=document.page_at(start),
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        headings=section.headings,
    )


def _tables_within(tables: Sequence[Table], start: int, end: int) -> Iterator[Table]:
    """The tables that have rows in a stretch of the text, with these rows and all that names them."""
    first = bisect_right(tables, start, key=lambda table: table.end)
    for table in takewhile(lambda each: each.start < end, islice(tables, first, None)):
        begin = bisect_left(table.rows, start, key=lambda row: row[0].start)
        beyond = bisect_right(table.rows, end, key=lambda row: row[-1].end)
        if begin < beyond:
            yield replace(table, start=max(start, table.start), end=min(end, table.end), rows=table.rows[begin:beyond])
