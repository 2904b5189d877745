"""What a worksheet says beside its values: merged cells, hidden rows and columns, which rows are a header."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree
from openpyxl.utils.cell import range_boundaries

from rag.documents.loaders.office.archive import read_part, relations

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHAPES = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_READ = tuple(_MAIN + name for name in ("row", "col", "mergeCell", "pane", "autoFilter"))
_MAX_MERGED = 100_000
_MAX_COLUMNS = 16_384
_TITLE_ROWS = re.compile(r"\$?(\d+):\$?(\d+)")
_WITHOUT_VALUE = etree.XPath("count(m:c[m:f][not(m:v/text()) and not(@t='str')])", namespaces={"m": _MAIN[1:-1]})
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows and columns count from 1; `merged` maps the first cell of each merged area to its rows and columns."""

    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    merged: Mapping[tuple[int, int], tuple[int, int]]
    header_rows: frozenset[int]
    formulas_without_value: int
    texts: tuple[str, ...]  # of shapes drawn on the sheet


def read_layout(archive: zipfile.ZipFile, part: str, title_rows: str | None) -> Layout:
    """The layout of the sheet in `part`; `title_rows`: those it repeats on each page in print, "$1:$2"."""
    hidden_rows, hidden_columns = set[int](), set[int]()
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    headers = set(_rows_of_titles(title_rows))
    without, number = 0, 0
    for element in _elements(archive, part):
        if element.tag == _MAIN + "row":
            number = _number(element, "r", number + 1)
            if element.get("hidden") in _TRUE:
                hidden_rows.add(number)
            without += int(_WITHOUT_VALUE(element))
        elif element.tag == _MAIN + "col" and element.get("hidden") in _TRUE:
            last = min(_number(element, "max", 0), _MAX_COLUMNS)
            hidden_columns.update(range(_number(element, "min", 1), last + 1))
        elif element.tag == _MAIN + "mergeCell" and len(merged) < _MAX_MERGED:
            merged |= _area(element.get("ref", ""))
        elif element.tag == _MAIN + "pane" and element.get("state") in ("frozen", "frozenSplit"):
            headers.update(range(1, min(_number(element, "ySplit", 0), 20) + 1))
        elif element.tag == _MAIN + "autoFilter":
            headers.update(row for row, _ in _area(element.get("ref", "")))
    headers.update(_table_headers(archive, part))
    texts = tuple(_texts(archive, part))
    return Layout(frozenset(hidden_rows), frozenset(hidden_columns), merged, frozenset(headers), without, texts)


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[Any]:
    """The elements of interest one by one, each freed once it has been looked at."""
    with archive.open(part) as file:
        for _, element in etree.iterparse(file, tag=_READ, resolve_entities=False, no_network=True):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _area(ref: str) -> dict[tuple[int, int], tuple[int, int]]:
    try:
        first_column, first_row, last_column, last_row = range_boundaries(ref)
    except (ValueError, TypeError):
        return {}
    if None in (first_column, first_row, last_column, last_row):
        return {}
    return {(first_row, first_column): (last_row - first_row + 1, last_column - first_column + 1)}


def _rows_of_titles(title_rows: str | None) -> range:
    found = _TITLE_ROWS.search(title_rows or "")
    return range(int(found[1][:7]), min(int(found[2][:7]), 20) + 1) if found else range(0)


def _table_headers(archive: zipfile.ZipFile, part: str) -> Iterator[int]:
    """The rows that tables on the sheet, made with the program's own command, have as header."""
    for relation in relations(archive, part).values():
        root = read_part(archive, relation.target) if relation.kind == "table" else None
        if root is not None and root.get("headerRowCount", "1") != "0":
            yield from (row for row, _ in _area(root.get("ref", "")))


def _texts(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    for relation in relations(archive, part).values():
        root = read_part(archive, relation.target) if relation.kind == "drawing" else None
        for shape in () if root is None else root.iter(_SHAPES + "sp"):
            for paragraph in shape.iter(_DRAWING + "p"):
                text = "".join(each.text or "" for each in paragraph.iter(_DRAWING + "t"))
                yield from [text] if text.strip() else []


def _number(element: Any, name: str, default: int) -> int:
    value = element.get(name, "").partition(".")[0]
    return int(value[:9]) if value[:9].isdecimal() else default
