"""Workbooks (.xlsx): sheets as tables, values as their number format shows them."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from rag.documents.cleaning import Block, RawPage
from rag.documents.loaders.office.archive import (
    damaged,
    main_part,
    open_archive,
    read_part,
    relations,
    with_usual_names,
)
from rag.documents.loaders.office.looks import LookedCell
from rag.documents.loaders.sheets.delimited import MAX_CELLS, file_title
from rag.documents.loaders.sheets.grid import GridRow, grid_blocks
from rag.documents.loaders.sheets.layout import Layout, read_layout
from rag.documents.loaders.sheets.number_formats import show
from rag.language.detection import detect
from rag.types import BlockKind, Language, LeftOut, Notice, NoticeKind, Omission
from rag.wording.words import N_

_WHAT = N_("workbook")
_MAIN = "xl/workbook.xml"
_NAMES = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAX_PARSED = 256 * 1024 * 1024  # bytes of XML; sheets are read as a stream, never as a tree
_MAX_COLUMNS = 256
_MAX_LETTERS = 50_000_000  # a few texts that many cells share can make a small file endless
_SAMPLE_ROWS = 60  # of a sheet, by which its language is told
_MAX_LEFT_OUT = 200  # entries; a sheet may hide thousands of rows
_DEFAULT_NAMES = ("sheet", "lembar", "lembar kerja", "worksheet")
_WHITE = frozenset({"00FFFFFF", "FFFFFFFF"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    hidden: bool
    title_rows: str | None


@dataclass(frozen=True, slots=True)
class _Look:
    """What the style of a cell says."""

    code: str
    bold: bool
    struck: bool
    shaded: bool


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks of all visible sheets. Raises UnreadableDocument for what is damaged, locked or a bomb."""
    archive = open_archive(data, path, _WHAT, "xl/", _MAX_PARSED)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep: validations, headers, pictures
            sheets, reader, blocks, title = _read(data, archive)
    except Exception as error:  # openpyxl raises whatever zipfile, its XML parser or its own checks do
        raise damaged(path, _WHAT) from error
    hidden = [Notice(NoticeKind.HIDDEN_SHEET, name=sheet.name) for sheet in sheets if sheet.hidden]
    return RawPage(
        blocks,
        title=title or _first_title(blocks) or file_title(path),
        left_out=tuple(reader.left_out),
        notices=(*hidden, *reader.notices),
    )


def _read(data: bytes, archive: zipfile.ZipFile) -> tuple[list[_Sheet], "_Reader", tuple[Block, ...], str]:
    """The sheets, what their reader left out, their blocks, and what the workbook calls itself."""
    main = main_part(archive, _MAIN)
    sheets = list(_sheets(archive, main))
    usual = with_usual_names(archive, main, data)
    book = load_workbook(io.BytesIO(usual), read_only=True, data_only=True, keep_links=False)
    reader = _Reader(book, archive, [sheet for sheet in sheets if not sheet.hidden])
    return sheets, reader, tuple(reader.blocks()), " ".join((book.properties.title or "").split())


def _sheets(archive: zipfile.ZipFile, main: str) -> Iterator[_Sheet]:
    root, known = read_part(archive, main), relations(archive, main)
    if root is None:
        return
    titles = {
        each.get("localSheetId"): each.text
        for each in root.iter(_NAMES + "definedName")
        if each.get("name") == "_xlnm.Print_Titles"
    }
    for place, sheet in enumerate(root.iter(_NAMES + "sheet")):
        relation = known.get(sheet.get(_ID))
        if relation is not None and relation.kind == "worksheet":
            hidden = sheet.get("state", "visible") != "visible"
            yield _Sheet(sheet.get("name", ""), relation.target, hidden, titles.get(str(place)))


def _first_title(blocks: Sequence[Block]) -> str | None:
    """The caption of the first table, or the first line."""
    first = next((block for block in blocks if not block.is_heading), None)
    if first is None:
        return None
    return first.text if first.table is None else first.table.caption or None


class _Reader:
    """Reads sheet by sheet, and notes what it leaves out."""

    def __init__(self, book: Workbook, archive: zipfile.ZipFile, sheets: Sequence[_Sheet]) -> None:
        self._book, self._archive, self._sheets = book, archive, sheets
        self._looks: dict[int, _Look] = {}
        self._cells = self._letters = self._hidden_rows = 0
        self._hidden_columns: set[int] = set()
        self._language = Language.INDONESIAN
        self.left_out: list[LeftOut] = []
        self.notices: list[Notice] = []

    def blocks(self) -> Iterator[Block]:
        texts = chain.from_iterable(self._sample(sheet) for sheet in self._sheets)
        self._language = detect(" ".join(islice(texts, 500)))
        for sheet in self._sheets:
            layout = read_layout(self._archive, sheet.part, sheet.title_rows)
            rows = list(self._rows(sheet, layout))
            if (rows or layout.texts) and (len(self._sheets) > 1 or not _is_default(sheet.name)):
                yield Block(sheet.name, 2, kind=BlockKind.HEADING)
            yield from grid_blocks(rows)
            yield from map(Block, layout.texts)
            self._note(sheet, layout)

    def _sample(self, sheet: _Sheet) -> Iterator[str]:
        for row in islice(self._values(sheet), _SAMPLE_ROWS):
            yield from (cell.value for cell in row if isinstance(cell.value, str))

    def _values(self, sheet: _Sheet) -> Iterator[Sequence[Any]]:
        """The cells of every row from the first; what the sheet says of its own size is often wrong."""
        worksheet = self._book[sheet.name]
        worksheet.reset_dimensions()
        return (row[:_MAX_COLUMNS] for row in worksheet.iter_rows())

    def _rows(self, sheet: _Sheet, layout: Layout) -> Iterator[GridRow]:
        seen = self._hidden_rows = 0
        self._hidden_columns.clear()
        for number, row in enumerate(self._values(sheet), start=1):
            if number in layout.hidden_rows:
                self._hide(row)
                continue
            seen += 1
            cells = tuple(self._visible(row, number, layout))
            self._cells += len(cells)
            self._letters += sum(len(cell.text) for cell in cells)
            if self._cells > MAX_CELLS or self._letters > _MAX_LETTERS:
                self.notices.append(Notice(NoticeKind.LONG_SHEET, name=sheet.name, count=number - 1))
                return
            if cells:
                yield GridRow(seen, cells, number in layout.header_rows)

    def _visible(self, row: Sequence[Any], number: int, layout: Layout) -> Iterator[LookedCell]:
        for column, cell in enumerate(row, start=1):
            if cell.value is None:
                continue
            if column in layout.hidden_columns:
                self._hidden_columns.add(column)
                continue
            text, look = self._text(cell), self._look(cell)
            if look.struck:
                self._leave(text, Omission.STRUCK)
            elif text:
                rows, columns = layout.merged.get((number, column), (1, 1))
                yield LookedCell(text, column, columns, rows, look.bold, look.shaded)

    def _text(self, cell: Any) -> str:
        return " ".join(show(cell.value, self._look(cell).code, self._language).split())

    def _look(self, cell: Any) -> _Look:
        style = id(cell.style_array)  # one object for each style of the workbook, which lives as long as that
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = _look_of(cell)
        return look

    def _hide(self, row: Sequence[Any]) -> None:
        texts = [self._text(cell) for cell in row if cell.value is not None]
        self._hidden_rows += bool(texts)
        self._leave(" ".join(texts), Omission.HIDDEN)

    def _leave(self, text: str, reason: Omission) -> None:
        if text.strip() and len(self.left_out) < _MAX_LEFT_OUT:
            self.left_out.append(LeftOut(text, reason))

    def _note(self, sheet: _Sheet, layout: Layout) -> None:
        columns = len(self._hidden_columns)
        if self._hidden_rows or columns:
            self.notices.append(Notice(NoticeKind.HIDDEN_CELLS, (), sheet.name, self._hidden_rows, columns))
        if layout.formulas_without_value:
            self.notices.append(Notice(NoticeKind.NEVER_COMPUTED, (), sheet.name, layout.formulas_without_value))


def _look_of(cell: Any) -> _Look:
    font, fill = cell.font, cell.fill
    colour = fill.fgColor.rgb if fill is not None and fill.fgColor is not None else None
    shaded = fill is not None and fill.patternType == "solid" and colour not in _WHITE
    return _Look(cell.number_format or "General", bool(font.b), bool(font.strike), shaded)


def _is_default(name: str) -> bool:
    """Whether nobody named the sheet: "Sheet1"."""
    return name.rstrip("0123456789 ").lower() in _DEFAULT_NAMES
