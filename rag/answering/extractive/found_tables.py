"""The whole tables of which rows were found, what stands over them, and those that go on below the same heads.

"Cargo handled (continued)" on the next slide, or the next page, has the same columns and is one table with the first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.answering.base import DocumentOf
from rag.answering.extractive.grounding import unnamed_in
from rag.questions.understanding import Query
from rag.types import BlockKind, Document, Hit, Table

_GOES_ON = re.compile(
    r"\W*(?:\b(?:continued|cont(?:'?d)?\.?|lanjutan|sambungan|lanj\.?|(?:page|hal(?:aman)?\.?|bagian|part)\s*\d{1,2})"
    r"|\(?\b\d{1,2}\s*(?:/|of|dari)\s*\d{1,2})\W*$",
    re.IGNORECASE,
)


def tables_in(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Iterator[tuple[Document, Table]]:
    """The whole tables of which some rows were found, best passage first, of documents that have what is named."""
    seen: set[tuple[str, int]] = set()
    wholes: dict[str, tuple[Table, ...]] = {}
    ids = dict.fromkeys(hit.passage.document_id for hit in hits if hit.passage.tables)
    named = {one for one in ids if not unnamed_in(query, document_of(one))}
    for hit in (hit for hit in hits if hit.passage.document_id in named):
        for part in hit.passage.tables:
            document = document_of(hit.passage.document_id)
            if document.id not in wholes:
                wholes[document.id] = whole_tables(document)
            whole = next((one for one in wholes[document.id] if one.start <= part.start < one.end), None)
            if whole is not None and (document.id, whole.start) not in seen:
                seen.add((document.id, whole.start))
                yield document, whole


def texts_over(document: Document, table: Table) -> tuple[str, ...]:
    """The title, the headings that a table stands under, and its caption: not those of the sections before."""
    block = next(one for one in document.blocks if one.table is not None and one.table.start == table.start)
    heads = (document.blocks[at] for at in block.path)
    return (document.title, *(document.text[head.start : head.end] for head in heads), table.caption)


def whole_tables(document: Document) -> tuple[Table, ...]:
    """All tables of a document in order, with those that they go on in."""
    found: list[tuple[int, Table]] = []  # the block in which it ends, so far
    for at, block in enumerate(document.blocks):
        if block.table is None:
            continue
        if found and _goes_on(document, found[-1][0], at):
            _, first = found[-1]
            found[-1] = (at, replace(first, rows=(*first.rows, *block.table.rows), end=block.table.end))
        else:
            found.append((at, block.table))
    return tuple(table for _, table in found)


def _goes_on(document: Document, first: int, then: int) -> bool:
    """Whether a table is more of the one before: same columns, nothing but heads between, called the same."""
    one, other = document.blocks[first].table, document.blocks[then].table
    if one is None or other is None or not any(one.columns):
        return False
    if (one.columns, one.keys, one.pairs) != (other.columns, other.keys, other.pairs):
        return False
    between = document.blocks[first + 1 : then]
    if any(block.kind is not BlockKind.HEADING for block in between):
        return False
    names = [_called(document, at) for at in (first, then)]
    told = any(_GOES_ON.search(name) for name in names[1])
    plain = [[_GOES_ON.sub("", name).strip().casefold() for name in each] for each in names]
    turned = one.page is not None and other.page is not None and one.page < other.page
    return plain[0] == plain[1] and (told or turned)


def _called(document: Document, at: int) -> Sequence[str]:
    """The last heading over a table, and its caption."""
    block = document.blocks[at]
    heads = [document.text[document.blocks[one].start : document.blocks[one].end] for one in block.path[-1:]]
    return [*heads, block.table.caption if block.table else ""]
