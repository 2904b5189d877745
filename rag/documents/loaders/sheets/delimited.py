"""Tables as text (.csv, .tsv): whichever sign parts the values, in whatever encoding."""

import csv
import io
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from rag.documents.cleaning import RawPage
from rag.documents.loaders.reading import decode
from rag.documents.loaders.sheets.grid import GridRow, cells_of, grid_blocks
from rag.errors import UnreadableDocument
from rag.types import Notice, NoticeKind
from rag.wording.words import N_

_DELIMITERS = ",;\t|"
_DECLARED = re.compile(r"sep=(.)[\r\n]+", re.IGNORECASE)  # Excel lets a first line name the sign
_SAMPLE = 50  # lines that the sign is found by
MAX_CELLS = 1_000_000


def parse(data: bytes, path: Path) -> RawPage:
    """A table. Raises UnreadableDocument for binary data and for a value without end."""
    text = decode(data, path)
    declared = _DECLARED.match(text)
    lines = io.StringIO(text[declared.end() :] if declared else text, newline="")
    delimiter = declared[1] if declared else _delimiter(islice(io.StringIO(text, newline=""), _SAMPLE))
    rows: list[GridRow] = []
    filled = 0
    try:
        for number, values in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
            cells = cells_of([value.strip() for value in values])
            filled += len(cells)
            if filled > MAX_CELLS:
                return _page(rows, path, Notice(NoticeKind.LONG_TABLE, count=number - 1))
            rows += [GridRow(number, cells)] if cells else []
    except csv.Error as error:
        message = N_("a value after line %(line)s has no end (%(error)s); look for a quotation mark too many")
        raise UnreadableDocument(str(path), message, line=len(rows), error=str(error)) from error
    return _page(rows, path)


def file_title(path: Path) -> str:
    """The name of a file as a title: a table has no first sentence to be called by."""
    return " ".join(path.stem.replace("_", " ").split())


def _page(rows: list[GridRow], path: Path, *notices: Notice) -> RawPage:
    return RawPage(tuple(grid_blocks(rows, named=True)), title=file_title(path), notices=notices)


def _delimiter(lines: Iterable[str]) -> str:
    """The sign that parts most lines into the same number of values, the larger number if equal."""
    sample = [line for line in lines if line.strip()]
    return max(_DELIMITERS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: list[str], sign: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(sample, delimiter=sign) if row]
    except csv.Error:
        return 0.0, 0
    usual = max(set(widths), key=widths.count, default=0)
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)
