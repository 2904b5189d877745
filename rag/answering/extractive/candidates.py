"""The sentences that could answer, cut from the passages that were found."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby

from rag.answering.base import DocumentOf
from rag.answering.extractive.ticks import begins_unticked
from rag.answering.extractive.whole_tables import whole_table
from rag.documents.chunking import title_above
from rag.language.machines import addresses_a_machine
from rag.language.sequences import told_in_order
from rag.language.text import is_list_item, sentence_spans, words
from rag.models.reader import ReadSpan
from rag.models.reader.vocabulary import below
from rag.types import Cell, Hit, Passage, Span, Table

_FEWEST_WORDS = 3
_LONGEST_TABLE = 12  # rows; a longer one is no answer to read
_LABELLED = re.compile(r"(?:[-*•]\s+)?[^\W\d][^:;.!?\n]{1,40}: \w")  # "Kepala: Nurhayati" is a statement of two words
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*\(?(\w+|[^\w\s])([.)]?)")
_TEXTS = 4096  # passages whose sentences are remembered

SpansOf = Callable[[str], tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quotable sentence, a list with the line that introduces it, a row of a table or all of them.

    `span` points into the document; `row` is the position of a row among those of its `table`, the whole one where the
    document is known. `source`: the text of the document, "" where it is not known.
    """

    hit: Hit
    span: Span
    table: Table | None = None
    row: int | None = None
    of_law: bool = False  # what the structure of a law tells to be meant: a whole article, a point, a repeal
    source: str = ""

    @property
    def text(self) -> str:
        return self.span.text

    @property
    def is_row(self) -> bool:
        """Whether it is one row of a table."""
        return self.row is not None

    def words_of(self, cell: Cell) -> str:
        """The words of a cell of its table."""
        begin = 0 if self.source else self.hit.passage.start
        return (self.source or self.hit.passage.text)[cell.start - begin : cell.end - begin]

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


def candidates(
    hits: Sequence[Hit],
    *,
    whole_tables: bool = False,
    of_law: Callable[[Hit], tuple[Candidate, ...]] = lambda _: (),
    in_order: bool = False,
    document_of: DocumentOf | None = None,
) -> tuple[Candidate, ...]:
    """Sentences of every passage, best passage first, each stretch of a document once.

    A row of a table is a sentence; with `whole_tables` all its rows together are one instead. Items too short to be one
    stand together with those beside them, and so do all lines of a passage that has nothing else. `of_law`: what the
    structure of a law tells to be meant in a passage, instead of its sentences. `in_order`: all items of a list, or all
    sentences that tell step after step, are one instead. `document_of`: looks up what they stand in. Lines that give
    orders to a machine are told to nobody.
    """
    spans_of = spans_in_order if in_order else quotable_spans
    part_of = partial(_of_passage, whole_tables=whole_tables, spans_of=spans_of, document_of=document_of)
    seen: set[tuple[str, int, int]] = set()
    found: list[Candidate] = []
    for hit in hits:
        for one in of_law(hit) or tuple(part_of(hit)) or _of_scraps(hit):
            key = (one.span.document_id, one.span.start, one.span.end)
            if key not in seen and not _is_to_machines(one):
                seen.add(key)
                found.append(one)
    return tuple(found)


def _is_to_machines(one: Candidate) -> bool:
    start, end = one.within
    return any(begin < end and start < beyond for begin, beyond in _lines_to_machines(one.hit.passage.text))


@lru_cache(_TEXTS)
def _lines_to_machines(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(line.span() for line in _LINE.finditer(text) if addresses_a_machine(line[0]))


def _of_passage(
    hit: Hit, *, whole_tables: bool, spans_of: SpansOf, document_of: DocumentOf | None
) -> Iterator[Candidate]:
    document = document_of(hit.passage.document_id) if document_of else None
    made = partial(Candidate, hit, source=document.text if document else "")
    tables = [(table, _lines_of(hit.passage, table)) for table in hit.passage.tables]
    wholes = [table for table, rows in tables if whole_tables and 1 < len(rows) <= _LONGEST_TABLE]
    for table in wholes:
        yield made(span_in(hit.passage, table.start - hit.passage.start, table.end - hit.passage.start), table)
    for table, rows in tables:
        if table not in wholes:
            whole = whole_table(document, table) if document else table
            first = whole.rows.index(table.rows[0]) if whole is not table else 0
            for number, (start, end) in enumerate(rows, start=first):
                yield made(span_in(hit.passage, start, end), whole, number)
    taken = [(table.start - hit.passage.start, table.end - hit.passage.start) for table, _ in tables]
    together = () if spans_of is spans_in_order else lists_with_scraps(hit.passage.text)
    for start, end in (*spans_of(hit.passage.text), *together):
        if begins_unticked(hit.passage.text[start:end], hit.passage.text):
            continue
        if not any(begin < end and start < beyond for begin, beyond in taken):
            # An item that has a list of its own stands once more by itself, with that.
            for part in ((start, end), *_inner_lists(hit.passage.text, start, end)):
                yield made(span_in(hit.passage, *part))


def _of_scraps(hit: Hit) -> tuple[Candidate, ...]:
    """All of a few lines none of which is a statement: names below a heading, each a paragraph of its own."""
    text = hit.passage.text
    lines = [line for line in text.splitlines() if line.strip()]
    if hit.passage.tables or not 1 < len(lines) <= _LONGEST_TABLE or text.rstrip().endswith("?"):
        return ()
    return (Candidate(hit, span_in(hit.passage, 0, len(text))),)


def span_in(passage: Passage, start: int, end: int) -> Span:
    return Span(passage.document_id, passage.start + start, passage.start + end, passage.text[start:end])


def _lines_of(passage: Passage, table: Table) -> list[tuple[int, int]]:
    """The line of each row, as offsets into the passage."""
    lines = []
    for row in table.rows:
        at = row[0].start - passage.start
        end = passage.text.find("\n", at)
        lines.append((passage.text.rfind("\n", 0, at) + 1, len(passage.text) if end < 0 else end))
    return lines


def titled(passage: Passage) -> str:
    """What the reader is shown: the passage below the title of its document and the headings it stands under."""
    return below(title_above(passage), passage.headings, passage.text)


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


@lru_cache(_TEXTS)
def lists_with_scraps(text: str) -> tuple[tuple[int, int], ...]:
    """Lists below no line that introduces them, of which an item is no statement by itself: "- KTP"."""
    spans = sentence_spans(text)
    sentences = [text[start:end] for start, end in spans]
    runs = ((begin, end) for begin, end in _runs_of_items(sentences) if is_list_item(sentences[begin]))
    return tuple(
        (spans[begin][0], spans[end - 1][1]) for begin, end in runs if not all(map(_is_statement, sentences[begin:end]))
    )


@lru_cache(_TEXTS)
def spans_in_order(text: str) -> tuple[tuple[int, int], ...]:
    """As `quotable_spans`; items that follow each other are one, and so are sentences that tell step after step."""
    spans = sentence_spans(text)
    sentences = [text[start:end] for start, end in spans]
    runs = [*_runs_of_items(sentences), *told_in_order(sentences)]
    joined = [(spans[begin][0], spans[end - 1][1]) for begin, end in runs]
    alone = (span for span in quotable_spans(text) if not any(a < span[1] and span[0] < b for a, b in joined))
    return tuple(sorted([*joined, *alone]))


def _runs_of_items(sentences: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Two items or more with the line above them that ends in a colon, as positions from and up to."""
    at = 0
    for is_item, group in groupby(sentences, is_list_item):
        size = len(list(group))
        if is_item and size > 1:
            yield at - (at > 0 and sentences[at - 1].endswith(":")), at + size
        at += size


def _inner_lists(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items with other items below them, where several of a list have some."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text, start, end)][1:]
    marks = [_sort_of_mark(text[begin:beyond]) for begin, beyond in lines]
    outer = [number for number, mark in enumerate(marks) if mark and mark == marks[0]]
    if not outer:
        return
    ends = [*outer[1:], len(lines)]
    pairs = [(first, beyond) for first, beyond in zip(outer, ends, strict=True) if beyond > first + 1]
    if len(pairs) > 1:
        yield from ((lines[first][0], lines[beyond - 1][1]) for first, beyond in pairs)


def _sort_of_mark(line: str) -> str:
    """What an item begins with: its bullet, or the sign behind its number or letter."""
    match = _MARK.match(line) if is_list_item(line) else None
    if match is None:
        return ""
    kind = "1" if match[1][:1].isdigit() else "a" if match[1][:1].isalpha() else match[1]
    return kind + match[2]


def _is_statement(sentence: str) -> bool:
    if sentence.endswith("?"):
        return False
    return len(words(sentence)) >= _FEWEST_WORDS or _LABELLED.match(sentence) is not None
