"""The body of a Word document in reading order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rag.documents.cleaning import Block
from rag.documents.divisions import Division, division_of
from rag.documents.loaders.docx.attached import Attached, Part
from rag.documents.loaders.docx.inline import Fields, Shown, read_inline
from rag.documents.loaders.docx.names import W, number_of, switch_of, value_of
from rag.documents.loaders.docx.numbering import BULLET, Counters
from rag.documents.loaders.docx.package import Notes, Package
from rag.documents.loaders.docx.styles import Style, leads
from rag.documents.loaders.docx.tables import CellText, cells_of, is_inner_table, is_layout, read_table, rows_of
from rag.documents.loaders.office.alternatives import ALTERNATIVES, chosen
from rag.documents.loaders.office.drawings import chart_blocks, diagram_blocks
from rag.documents.loaders.office.numerals import formatted
from rag.documents.loaders.office.pieces import Piece, as_block, line_pieces, on_one_line
from rag.types import BlockKind, LeftOut, Notice, NoticeKind, Omission

_WRAPPERS = frozenset(W + name for name in ("customXml", "ins", "moveTo", "smartTag", "sdtContent"))
_WORD = re.compile(r"[^\W\d_]{3}")
_CONTENTS = "Table of Contents"
_NAME_WORDS = 14  # of a division
_MAX_DEPTH = 12  # of tables and text boxes within others
_NOTICES = {
    Part.FORMULA: Notice(NoticeKind.UNREAD_FORMULAS),
    Part.OBJECT: Notice(NoticeKind.UNREAD_OBJECTS),
    Part.SYMBOL: Notice(NoticeKind.UNREAD_SYMBOLS),
    Part.CHART: Notice(NoticeKind.UNREAD_CHART),
}


class Reader:
    """Reads paragraph by paragraph, and counts lists and notes as it goes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._counters = Counters(package.lists)
        self._fields = Fields()
        self._noted = {Part.FOOTNOTE: 0, Part.ENDNOTE: 0}
        self._depth = 0
        self._hanging: list[Attached] = []
        self.left_out: list[LeftOut] = []
        self.notices: dict[Notice, None] = {}
        self.has_images = False

    def pieces(self, parent: Any) -> Iterator[Piece]:
        """What stands in the body, a text box, a cell, a note or a header."""
        if self._depth > _MAX_DEPTH:
            return
        self._depth += 1
        for child in parent:
            yield from self._child(child)
        self._depth -= 1

    def _child(self, child: Any) -> Iterator[Piece]:
        tag = child.tag
        if tag == W + "p":
            yield from self._paragraph(child)
        elif tag == W + "tbl":
            yield from self._table(child)
        elif tag == W + "sdt":
            yield from self._control(child)
        elif tag in _WRAPPERS:
            yield from self.pieces(child)
        elif tag == ALTERNATIVES:
            yield from self.pieces(chosen(child))
        elif tag == W + "altChunk":
            self.notices[Notice(NoticeKind.UNREAD_INSERT)] = None

    def _control(self, element: Any) -> Iterator[Piece]:
        properties, content = element.find(W + "sdtPr"), element.find(W + "sdtContent")
        if content is None:
            return
        gallery = None if properties is None else properties.find(f"{W}docPartObj/{W}docPartGallery")
        if gallery is not None and gallery.get(W + "val") == _CONTENTS:
            self._leave(" ".join(text.text or "" for text in content.iter(W + "t")), Omission.CONTENTS)
        elif switch_of(properties, "showingPlcHdr"):
            self._leave("".join(text.text or "" for text in content.iter(W + "t")), Omission.PROMPT)
        else:
            yield from self.pieces(content)

    def _paragraph(self, element: Any) -> Iterator[Piece]:
        properties = element.find(W + "pPr")
        style = self._style(properties)
        shown = self._inline(element, style)
        if style.is_contents:
            self._leave(shown.text, Omission.CONTENTS)
            return
        yield from self._set(shown, properties, style)
        yield from self._attached(shown.attached)

    def _set(self, shown: Shown, properties: Any | None, style: Style) -> Iterator[Piece]:
        """The pieces of a paragraph's own text."""
        number, joined, depth = self._number(properties, style)
        said = bool(shown.text.strip())
        level = _heading_level(properties, style)
        centred = value_of(properties, "jc") == "center"
        if not said and _WORD.search(number) is None:
            return
        division = division_of(number.strip())
        if division is not None and not level:
            yield from _divided(division, " ".join(shown.text.split()))
        elif level or number:
            text = " ".join(on_one_line(shown.text, leads(properties) or style.leader).split())
            text = number + ("" if joined or not text else " ") + text
            kind = BlockKind.HEADING if level else BlockKind.ITEM if said else BlockKind.PARAGRAPH
            item = kind is BlockKind.ITEM
            block = Block(text, level or (depth if item else 0), item, kind, number.strip())
            yield Piece(block, style.is_caption, centred=centred, bold=shown.bold)
        else:
            for piece in line_pieces(shown.text, leads(properties) or style.leader, style.is_caption):
                yield replace(piece, centred=centred, bold=shown.bold)

    def _number(self, properties: Any | None, style: Style) -> tuple[str, bool, int]:
        """Number, whether text follows it without a blank, and the depth of its list from 1."""
        place = self._package.lists.place(properties, style)
        if place is None:
            unlisted = properties is not None and value_of(properties.find(W + "numPr"), "numId") == "0"
            return (BULLET, False, 1) if style.is_bullet and not unlisted else ("", False, 0)
        number, joined = self._counters.number(place)
        return number, joined, place[1] + 1

    def _inline(self, element: Any, style: Style) -> Shown:
        shown = read_inline(element, style, self._package.styles, self._fields)
        for text, reason in shown.left_out:
            self._leave(text, reason)
        return shown

    def _attached(self, attached: tuple[Attached, ...]) -> Iterator[Piece]:
        for each in attached:
            if each.part in _NOTICES and each.part is not Part.CHART:
                self.notices[_NOTICES[each.part]] = None
            for block in self._attached_blocks(each):
                yield block if isinstance(block, Piece) else Piece(block)

    def _attached_blocks(self, each: Attached) -> Iterator[Block | Piece]:
        match each.part:
            case Part.BOX:
                yield from self.pieces(each.value)
            case Part.IMAGE:
                self.has_images = True
                yield Block(each.value, kind=BlockKind.IMAGE)
            case Part.FOOTNOTE:
                yield from self._note(each, self._package.footnotes)
            case Part.ENDNOTE:
                yield from self._note(each, self._package.endnotes)
            case Part.CHART:
                blocks = chart_blocks(self._package.part(each.value))
                if not blocks:
                    self.notices[_NOTICES[Part.CHART]] = None
                yield from blocks
            case Part.DIAGRAM:
                yield from diagram_blocks(self._package.part(each.value))

    def _note(self, each: Attached, notes: Notes) -> Iterator[Block]:
        element = notes.by_id.get(each.value)
        if element is None:
            return
        self._noted[each.part] += not each.marked
        marker = "" if each.marked else formatted(self._noted[each.part] + notes.start - 1, notes.format)
        text = " ".join(piece.block.text for piece in self.pieces(element))
        if text.strip():
            yield Block(f"{marker}) {text}" if marker else text, kind=BlockKind.NOTE, marker=marker)

    def _table(self, element: Any) -> Iterator[Piece]:
        if self._depth > _MAX_DEPTH:
            return
        if is_layout(element):
            for cell in cells_of(rows_of(element)[0]):
                yield from self.pieces(cell)
            return
        style = self._package.styles.of(value_of(element.find(W + "tblPr"), "tblStyle"))
        inner: list[Any] = []
        hanging, self._hanging = self._hanging, []
        table = read_table(element, style, lambda cell: self._cell(cell, inner))
        attached, self._hanging = tuple(self._hanging), hanging
        if any(cell.text for row in table.rows for cell in row):
            yield Piece(as_block(table))
        for each in inner:
            yield from self._table(each)
        yield from self._attached(attached)

    def _cell(self, cell: Any, inner: list[Any]) -> CellText:
        """The text of a cell; tables of their own within it are collected, to follow the outer one."""
        self._depth += 1
        lines = [line for child in cell for line in self._cell_lines(child, inner)]
        self._depth -= 1
        said = [line for line in lines if line.text]
        return CellText("\n".join(line.text for line in said), bool(said) and all(line.bold for line in said))

    def _cell_lines(self, child: Any, inner: list[Any]) -> Iterator[CellText]:
        if child.tag == W + "p":
            yield self._cell_line(child)
        elif child.tag == W + "tbl" and self._depth <= _MAX_DEPTH:
            if is_inner_table(child):
                inner.append(child)
                return
            for row in rows_of(child):
                parts = [self._cell(each, inner) for each in cells_of(row)]
                yield CellText(" ".join(part.text for part in parts if part.text))
        elif child.tag == W + "sdt":
            held = child.find(W + "sdtContent")
            for each in () if held is None else held:
                yield from self._cell_lines(each, inner)
        elif child.tag in _WRAPPERS:
            for each in child:
                yield from self._cell_lines(each, inner)

    def _cell_line(self, element: Any) -> CellText:
        properties = element.find(W + "pPr")
        style = self._style(properties)
        shown = self._inline(element, style)
        boxes = [each for each in shown.attached if each.part is Part.BOX and each.value.find(f".//{W}tbl") is None]
        self._hanging += [each for each in shown.attached if each not in boxes]
        number, joined, _ = self._number(properties, style)
        texts = [on_one_line(shown.text, leads(properties) or style.leader)]
        texts += [piece.block.text for box in boxes for piece in self.pieces(box.value)]
        text = " ".join(filter(None, texts))
        return CellText(number + ("" if joined or not number or not text else " ") + text, shown.bold)

    def _style(self, properties: Any | None) -> Style:
        return self._package.styles.of(value_of(properties, "pStyle"))

    def _leave(self, text: str, reason: Omission) -> None:
        if text.strip():
            self.left_out.append(LeftOut(" ".join(text.split()), reason))


def _divided(division: Division, text: str) -> Iterator[Piece]:
    """The head of a division that the word processor numbers, with the name or before the words that follow."""
    named = bool(text) and len(text.split()) <= _NAME_WORDS and text[-1] not in ".;:,"
    head = f"{division.label} {text}" if named else division.label
    yield Piece(Block(head, division.level, kind=BlockKind.HEADING, marker=division.label))
    if text and not named:
        yield Piece(Block(text))


def _heading_level(properties: Any | None, style: Style) -> int:
    """1..6; what a paragraph says of itself counts before its style."""
    own = number_of(properties, "outlineLvl")
    if own is None or not 0 <= own <= 9:
        return style.heading
    return 0 if own == 9 else min(6, own + 1)
