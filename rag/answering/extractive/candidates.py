"""The sentences that could answer, cut from the passages that were found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.language.text import is_list_item, sentence_spans, words
from rag.models.reader import ReadSpan
from rag.types import Hit, Passage, Span

_FEWEST_WORDS = 3
_ROW = re.compile(r"^[^:;\n]+: [^;\n]+(?:; [^:;\n]+: [^;\n]+)+$", re.MULTILINE)  # as rag/documents/tables.py writes it
_COLUMN = re.compile(r"(?:^|; )([^:;]+): ")
_LONGEST_TABLE = 12  # rows; a longer one is no answer to read
_TEXTS = 4096  # passages whose sentences are remembered


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quotable sentence, or a list with the line that introduces it; `span` points into the document."""

    hit: Hit
    span: Span

    @property
    def text(self) -> str:
        return self.span.text

    @property
    def is_row(self) -> bool:
        """Whether it is one row of a table."""
        return _ROW.fullmatch(self.text.strip()) is not None

    @property
    def within(self) -> tuple[int, int]:
        """The same stretch as offsets into the passage."""
        return self.span.start - self.hit.passage.start, self.span.end - self.hit.passage.start

    def local(self, span: ReadSpan) -> tuple[int, int]:
        """Offsets into `text` of a span of the passage."""
        begin, _ = self.within
        return span.start - begin, span.end - begin

    def said(self, span: ReadSpan) -> str:
        """The words of a span of the passage."""
        return self.hit.passage.text[span.start : span.end]


def candidates(hits: Sequence[Hit], whole_tables: bool = False) -> tuple[Candidate, ...]:
    """Sentences of every passage, best passage first, each stretch of a document once.

    A row of a table is a sentence; with `whole_tables` all its rows together are one instead.
    """
    seen: set[tuple[str, int, int]] = set()
    found: list[Candidate] = []
    for hit in hits:
        tables = table_spans(hit.passage.text) if whole_tables else ()
        rows_apart = (span for span in quotable_spans(hit.passage.text) if not _within(span, tables))
        for start, end in (*tables, *rows_apart):
            begin, beyond = hit.passage.start + start, hit.passage.start + end
            if (hit.passage.document_id, begin, beyond) not in seen:
                seen.add((hit.passage.document_id, begin, beyond))
                span = Span(hit.passage.document_id, begin, beyond, hit.passage.text[start:end])
                found.append(Candidate(hit, span))
    return tuple(found)


def titled(passage: Passage) -> str:
    """What the reader is shown: the passage below the title of its document."""
    return f"{passage.title}\n{passage.text}"


def _within(span: tuple[int, int], tables: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in tables)


@lru_cache(_TEXTS)
def table_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Two to twelve rows with the same columns, one below the other."""
    rows = [(match.start(), match.end(), tuple(_COLUMN.findall(match[0]))) for match in _ROW.finditer(text)]
    tables: list[list[tuple[int, int, tuple[str, ...]]]] = []
    for row in rows:
        last = tables[-1][-1] if tables else None
        if last and last[2] == row[2] and not text[last[1] : row[0]].strip():
            tables[-1].append(row)
        else:
            tables.append([row])
    return tuple((table[0][0], table[-1][1]) for table in tables if 1 < len(table) <= _LONGEST_TABLE)


@lru_cache(_TEXTS)
def quotable_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences of `text`, a line ending in a colon with the list it introduces; questions and scraps are left out."""
    joined: list[tuple[int, int]] = []
    listing = False
    for start, end in sentence_spans(text):
        if listing and is_list_item(text[start:end]):
            joined[-1] = (joined[-1][0], end)
            continue
        listing = text[start:end].endswith(":")
        joined.append((start, end))
    return tuple(span for span in joined if _is_statement(text[span[0] : span[1]]))


def _is_statement(sentence: str) -> bool:
    return not sentence.endswith("?") and len(words(sentence)) >= _FEWEST_WORDS
