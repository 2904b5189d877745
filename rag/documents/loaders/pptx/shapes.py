"""What stands on a slide: paragraphs, lists, tables, charts, diagrams, pictures."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER

from rag.documents.cleaning import Block
from rag.documents.loaders.office.drawings import chart_blocks, diagram_blocks
from rag.documents.loaders.office.looks import LookedCell, LookedRow, table_of_looks
from rag.documents.loaders.office.numerals import formatted
from rag.documents.loaders.office.pieces import as_block
from rag.documents.loaders.pptx.texts import Seen, has_text, said, text_of
from rag.documents.loaders.pptx.tiles import with_tiles
from rag.language.text import is_list_item
from rag.types import BlockKind

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DIAGRAM_DATA = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"
_EDGES = frozenset({PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.HEADER})
_LISTS = frozenset({PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY})
_BAND = 360_000  # a centimetre in Office's units: shapes that begin less than that apart stand beside each other
_MAX_DEPTH = 10  # of groups within groups
_MAX_SPAN = 200
# "arabicPeriod" is a number and what stands around it.
_NUMERALS = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}
_AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Plain": "{}"}


def blocks_of(shapes: Sequence[Any], part: Any, slide: int, seen: Seen, depth: int = 0) -> Iterator[Block]:
    """The blocks of shapes that stand on a slide, or in a group, together; `part` as below."""
    shapes = _in_order(shapes)
    tiles, told = with_tiles(shapes, slide, seen)
    for shape in shapes:
        if shape.shape_id not in told:
            yield from shape_blocks(shape, part, slide, seen, depth)
        else:
            yield from tiles
            tiles = ()


def _in_order(shapes: Sequence[Any]) -> list[Any]:
    """From top to bottom, and from left to right in what begins at nearly the same height."""
    bands: list[list[Any]] = []
    for shape in sorted(shapes, key=_top):
        if bands and _top(shape) - _top(bands[-1][0]) < _BAND:
            bands[-1].append(shape)
        else:
            bands.append([shape])
    return [shape for band in bands for shape in sorted(band, key=lambda one: one.left or 0)]


def _top(shape: Any) -> int:
    return shape.top or 0


def shape_blocks(shape: Any, part: Any, slide: int, seen: Seen, depth: int = 0) -> Iterator[Block]:
    """The blocks of a shape; `part`: that of its slide, which knows the charts and diagrams."""
    kind = shape.placeholder_format.type if shape.is_placeholder else None
    if hasattr(shape, "shapes"):
        yield from blocks_of(list(shape.shapes), part, slide, seen, depth + 1) if depth < _MAX_DEPTH else ()
    elif kind in _EDGES:
        yield Block(text_of(shape), kind=BlockKind.RUNNING_HEAD)
    elif getattr(shape, "has_table", False):
        yield as_block(_table(shape.table._tbl, slide, seen))
    elif getattr(shape, "has_chart", False):
        yield from chart_blocks(_parsed(shape.chart.part.blob))
    elif has_text(shape):
        yield from _paragraphs(shape._element.txBody, kind in _LISTS, slide, seen)
    elif (diagram := next(shape._element.iter(_DIAGRAM), None)) is not None:
        yield from diagram_blocks(_parsed(part.related_part(diagram.get(_DIAGRAM_DATA)).blob))
    if shape._element.tag.endswith("}pic"):
        yield Block(_description(shape), kind=BlockKind.IMAGE)


def _paragraphs(body: Any, listed: bool, slide: int, seen: Seen) -> Iterator[Block]:
    """Paragraphs of a text; `listed`: with bullets unless they say otherwise."""
    paragraphs = list(body.iter(_A + "p"))
    listed = listed and len(paragraphs) > 1
    counts: dict[int, int] = {}
    for paragraph in paragraphs:
        text = said(paragraph, slide, seen)
        if not text.strip():
            continue
        properties = paragraph.find(_A + "pPr")
        level = _number(properties, "lvl")
        marker = _marker(properties, level, listed, counts)
        if marker:
            line = " ".join(text.split())
            yield Block(f"{marker} {line}", level + 1, item=True, kind=BlockKind.ITEM, marker=marker)
        else:
            yield from (Block(line, item=is_list_item(line.strip())) for line in text.split("\n") if line.strip())


def _marker(properties: Any | None, level: int, listed: bool, counts: dict[int, int]) -> str:
    """What stands before a paragraph; `counts`: the numbers reached on each level."""
    for deeper in [each for each in counts if each > level]:
        del counts[deeper]
    own = {each.tag: each for each in (() if properties is None else properties)}
    numbered = own.get(_A + "buAutoNum")
    if numbered is None:
        counts.pop(level, None)
        plain = _A + "buNone" in own or not (listed or _A + "buChar" in own or _A + "buBlip" in own)
        return "" if plain else "-"
    counts[level] = counts.get(level, _number(numbered, "startAt", 1) - 1) + 1
    style = numbered.get("type", "arabicPeriod")
    around = next((each for each in _AROUND if style.endswith(each)), "Period")
    return _AROUND[around].format(formatted(counts[level], _NUMERALS.get(style.removesuffix(around), "decimal")))


def _table(table: Any, slide: int, seen: Seen) -> Any:
    properties = table.find(_A + "tblPr")
    headed, titled = (
        properties is not None and properties.get(name) in ("1", "true") for name in ("firstRow", "firstCol")
    )
    rows = [_row(row, headed and index == 0, slide, seen) for index, row in enumerate(table.iterfind(_A + "tr"))]
    return table_of_looks(rows, titled=titled)


def _row(row: Any, marked: bool, slide: int, seen: Seen) -> LookedRow:
    cells = []
    for column, cell in enumerate(row.iterfind(_A + "tc")):
        if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
            continue
        paragraphs = list(cell.iter(_A + "p"))
        text = "\n".join(said(paragraph, slide, seen) for paragraph in paragraphs)
        columns, rows = (min(_number(cell, name, 1), _MAX_SPAN) for name in ("gridSpan", "rowSpan"))
        cells.append(LookedCell(text, column, columns, rows, _is_bold(paragraphs)))
    return LookedRow(cells, marked)


def _is_bold(paragraphs: list[Any]) -> bool:
    runs = [run for each in paragraphs for run in each.iterfind(_A + "r") if (run.findtext(_A + "t") or "").strip()]
    properties = [run.find(_A + "rPr") for run in runs]
    return bool(runs) and all(each is not None and each.get("b") in ("1", "true") for each in properties)


def _description(shape: Any) -> str:
    found = shape._element.xpath("./p:nvPicPr/p:cNvPr/@descr")
    return str(found[0]) if found else ""


def _parsed(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _number(element: Any | None, name: str, default: int = 0) -> int:
    value = "" if element is None else element.get(name, "")
    return int(value[:9]) if value[:9].isdecimal() else default
