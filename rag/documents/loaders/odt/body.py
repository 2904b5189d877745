"""The body of an OpenDocument text in reading order."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rag.documents.cleaning import Block
from rag.documents.loaders.odt.inline import Line, read_line
from rag.documents.loaders.odt.lists import Counters
from rag.documents.loaders.odt.names import DRAW, SVG, TABLE, TEXT, XLINK, number_of, text_of
from rag.documents.loaders.odt.styles import Style, Styles
from rag.documents.loaders.odt.tables import CellText, cells_of, is_layout, read_table, rows_of
from rag.documents.loaders.office.archive import read_part
from rag.documents.loaders.office.pieces import Piece, as_block, line_pieces, on_one_line
from rag.documents.loaders.office.unread import UNREAD_FORMULA
from rag.types import BlockKind, LeftOut, Notice, NoticeKind, Omission

_CONTENTS = frozenset(TEXT + name for name in ("table-of-content", "illustration-index", "table-index", "object-index"))
_WRAPPERS = frozenset(
    (
        *(TEXT + name for name in ("section", "index-body", "bibliography", "alphabetical-index", "user-index")),
        DRAW + "g",
    )
)
_WORD = re.compile(r"[^\W\d_]{3}")
_MAX_DEPTH = 12  # of tables, lists and text boxes within others


class Reader:
    """Reads paragraph by paragraph, and counts lists as it goes."""

    def __init__(self, archive: zipfile.ZipFile, styles: Styles) -> None:
        self._archive, self._styles = archive, styles
        self._counters = Counters(styles)
        self._depth = self._in_cells = 0
        self.left_out: list[LeftOut] = []
        self.notices: dict[Notice, None] = {}
        self.has_images = False

    def pieces(self, parent: Any) -> Iterator[Piece]:
        """What stands in the body, a text box, a cell or a note."""
        if self._depth > _MAX_DEPTH:
            return
        self._depth += 1
        for child in parent:
            yield from self._child(child)
        self._depth -= 1

    def _child(self, child: Any) -> Iterator[Piece]:
        tag = child.tag
        if tag in (TEXT + "p", TEXT + "h"):
            yield from self._paragraph(child, "", 0)
        elif tag == TEXT + "list":
            yield from self._list(child, 1, None)
        elif tag == TABLE + "table":
            yield from self._table(child)
        elif tag in _CONTENTS:
            self._leave(text_of(child), Omission.CONTENTS)
        elif tag in _WRAPPERS:
            if child.get(TEXT + "display") == "none":
                self._leave(text_of(child), Omission.HIDDEN)
            else:
                yield from self.pieces(child)
        elif tag == TEXT + "tracked-changes":
            for deleted in child.iter(TEXT + "deletion"):
                self._leave(" ".join(text_of(each) for each in deleted.iter(TEXT + "p")), Omission.DELETED)
        elif isinstance(tag, str) and tag.startswith(DRAW):
            yield from self._shape(child)

    def _list(self, element: Any, level: int, name: str | None) -> Iterator[Piece]:
        if self._depth > _MAX_DEPTH:
            return
        self._depth += 1
        name = element.get(TEXT + "style-name") or name
        if level == 1:
            self._counters.begin(name, element)
        for item in element:
            numbered = item.tag == TEXT + "list-item"
            for place, child in enumerate(item):
                if child.tag == TEXT + "list":
                    yield from self._list(child, level + 1, name)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    marker = self._counters.next(name, level, item) if numbered and not place else ""
                    yield from self._paragraph(child, marker, level if marker else 0)
                else:
                    yield from self._child(child)
        self._depth -= 1

    def _paragraph(self, element: Any, marker: str, depth: int) -> Iterator[Piece]:
        style = self._styles.of("paragraph", element.get(TEXT + "style-name"))
        line = self._line(element, style)
        level = self._heading_level(element, style)
        if element.tag == TEXT + "h" and not marker and level:
            marker = self._counters.heading(element)
        yield from self._set(line, style, level, marker, depth)
        for _, each in line.attached:
            yield from self._note(each) if each.tag == TEXT + "note" else self._shape(each)

    def _set(self, line: Line, style: Style, level: int, marker: str, depth: int) -> Iterator[Piece]:
        said = bool(line.text.strip())
        if not said and not (marker and (self._in_cells or _WORD.search(marker))):
            return
        if not level and not marker:
            for piece in line_pieces(line.text, style.leader, style.caption):
                yield replace(piece, centred=style.centred, bold=line.all_bold)
            return
        text = f"{marker} {' '.join(on_one_line(line.text, style.leader).split())}".strip()
        kind = BlockKind.HEADING if level else BlockKind.ITEM
        block = Block(text, level or depth, kind is BlockKind.ITEM, kind, marker)
        yield Piece(block, style.caption, centred=style.centred, bold=line.all_bold)

    def _heading_level(self, element: Any, style: Style) -> int:
        if element.tag == TEXT + "h":
            return min(6, max(1, number_of(element, TEXT + "outline-level", 1)))
        return 1 if style.title else 0

    def _line(self, element: Any, style: Style) -> Line:
        line = read_line(element, style, self._styles)
        for text, reason in line.left_out:
            self._leave(text, reason)
        for place, element in reversed(line.attached):
            if self._is_formula(element):
                line.pieces.insert(place, f" {UNREAD_FORMULA} ")
                line.attached.remove((place, element))
                self.notices[Notice(NoticeKind.UNREAD_FORMULAS)] = None
        return line

    def _is_formula(self, element: Any) -> bool:
        held = next(element.iter(DRAW + "object"), None)
        if held is None:
            return False
        if len(held):
            return any(str(child.tag).endswith("}math") for child in held)
        root = read_part(self._archive, held.get(XLINK + "href", "").removeprefix("./") + "/content.xml")
        return root is not None and str(root.tag).endswith("}math")

    def _note(self, element: Any) -> Iterator[Piece]:
        citation, body = element.find(TEXT + "note-citation"), element.find(TEXT + "note-body")
        marker = "" if citation is None else text_of(citation)
        text = " ".join(piece.block.text for piece in self.pieces(() if body is None else body))
        if text:
            yield Piece(Block(f"{marker}) {text}" if marker else text, kind=BlockKind.NOTE, marker=marker))

    def _shape(self, element: Any) -> Iterator[Piece]:
        """What stands in a shape: its text, or a picture known by its description."""
        boxes = list(element.iter(DRAW + "text-box"))
        if boxes:
            yield from self.pieces(boxes[0])
        elif element.find(DRAW + "image") is not None and element.find(DRAW + "object") is None:
            self.has_images = True
            described = element.find(SVG + "desc")
            described = element.find(SVG + "title") if described is None else described
            yield Piece(Block("" if described is None else text_of(described), kind=BlockKind.IMAGE))
        elif element.find(DRAW + "object") is not None or element.find(DRAW + "object-ole") is not None:
            self.notices[Notice(NoticeKind.UNREAD_OBJECTS)] = None
        else:
            yield from self.pieces(element)

    def _table(self, element: Any) -> Iterator[Piece]:
        if is_layout(element):
            for cell in cells_of(rows_of(element)[0]):
                yield from self.pieces(cell)
            return
        after: list[Piece] = []
        table = read_table(element, lambda cell: self._cell(cell, after))
        if any(cell.text for row in table.rows for cell in row):
            yield Piece(as_block(table))
        yield from after

    def _cell(self, cell: Any, after: list[Piece]) -> CellText:
        """The text of a cell; its notes, pictures and inner tables are collected, to follow the table."""
        said = []
        self._in_cells += 1
        for piece in self.pieces(cell):
            if piece.block.table is not None or piece.block.kind in (BlockKind.NOTE, BlockKind.IMAGE):
                after.append(piece)
            else:
                said.append(piece)
        self._in_cells -= 1
        bold = bool(said) and all(piece.bold for piece in said)
        style = self._styles.of("table-cell", cell.get(TABLE + "style-name"))
        return CellText("\n".join(piece.block.text for piece in said), bold, style.shaded)

    def _leave(self, text: str, reason: Omission) -> None:
        if text.strip():
            self.left_out.append(LeftOut(" ".join(text.split()), reason))
