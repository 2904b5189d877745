"""The text of one paragraph as a reader sees it, and what is attached to it: notes, text boxes, pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rag.documents.loaders.docx.attached import Attached, Part, drawn, form_value
from rag.documents.loaders.docx.names import MATH, W14, W, switch_of, value_of
from rag.documents.loaders.docx.styles import Style, Styles
from rag.documents.loaders.docx.symbols import UNKNOWN, is_symbol_font, symbol
from rag.documents.loaders.office.alternatives import ALTERNATIVES, chosen
from rag.documents.loaders.office.unread import TICKED, UNREAD_FORMULA, UNTICKED
from rag.documents.raised import lowered, raised_after
from rag.types import Omission

_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_TRANSPARENT = frozenset(
    W + name for name in "hyperlink ins moveTo smartTag customXml fldSimple dir bdo sdtContent ruby rubyBase".split()
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph: its text with tabs and line breaks, whether all is bold, what hangs on it, what is left out."""

    text: str
    bold: bool = False
    attached: tuple[Attached, ...] = ()
    left_out: tuple[tuple[str, Omission], ...] = ()


class Fields:
    """Fields may span paragraphs: which are open, and whether their result has begun."""

    def __init__(self) -> None:
        self._open: list[bool] = []

    @property
    def shown(self) -> bool:
        """Whether text stands in results only, not in the instruction of a field."""
        return all(self._open)

    def take(self, kind: str | None) -> None:
        """Notes the beginning, the separator or the end of a field."""
        if kind == "begin":
            self._open.append(False)
        elif kind == "separate" and self._open:
            self._open[-1] = True
        elif kind == "end" and self._open:
            self._open.pop()


def read_inline(paragraph: Any, style: Style, styles: Styles, fields: Fields) -> Shown:
    """What a reader sees of a paragraph."""
    line = _Line(style, styles, fields)
    line.take_all(paragraph)
    return line.shown()


class _Line:
    """Collects a paragraph piece by piece."""

    def __init__(self, style: Style, styles: Styles, fields: Fields) -> None:
        self._style, self._styles, self._fields = style, styles, fields
        self._pieces: list[str] = []
        self._plain = self._bold = False
        self._attached: list[Attached] = []
        self._left_out: list[tuple[str, Omission]] = []

    def shown(self) -> Shown:
        bold = self._bold and not self._plain
        return Shown("".join(self._pieces), bold, tuple(self._attached), tuple(self._left_out))

    def take_all(self, parent: Any) -> None:
        for child in parent:
            self._take(child)

    def _take(self, element: Any) -> None:
        tag = element.tag
        if tag == W + "r":
            self._run(element)
        elif tag in _TRANSPARENT:
            self.take_all(element)
        elif tag == W + "sdt":
            self._control(element)
        elif tag in (W + "del", W + "moveFrom"):
            self._leave("".join(each.text or "" for each in element.iter(W + "delText", W + "t")), Omission.DELETED)
        elif tag in (MATH + "oMath", MATH + "oMathPara"):
            self._formula()
        elif tag == ALTERNATIVES:
            self.take_all(chosen(element))

    def _control(self, element: Any) -> None:
        properties, content = element.find(W + "sdtPr"), element.find(W + "sdtContent")
        if content is None:
            return
        if properties is not None and switch_of(properties, "showingPlcHdr"):
            self._leave("".join(each.text or "" for each in content.iter(W + "t")), Omission.PROMPT)
            return
        before = len(self._pieces)
        self.take_all(content)
        box = None if properties is None else properties.find(W14 + "checkbox")
        if box is not None and not "".join(self._pieces[before:]).strip():
            checked = box.find(W14 + "checked")
            ticked = checked is not None and checked.get(W14 + "val", "1") in {"1", "true", "on"}
            self._pieces.append(TICKED if ticked else UNTICKED)

    def _run(self, run: Any) -> None:
        properties = run.find(W + "rPr")
        named = value_of(properties, "rStyle")
        style = self._styles.by_id.get(named, Style()) if named else Style()
        reason = self._reason(properties, style)
        bold = _known(switch_of(properties, "b"), style.bold, self._style.bold)
        for child in run:
            text = self._content(child, properties)
            if not text or not self._fields.shown:
                continue
            if reason is not None:
                self._leave(text, reason)
                continue
            self._pieces.append(text)
            if text.strip():
                self._bold |= bold
                self._plain |= not bold

    def _reason(self, properties: Any | None, style: Style) -> Omission | None:
        if _known(switch_of(properties, "vanish"), style.hidden, self._style.hidden):
            return Omission.HIDDEN
        struck = _known(switch_of(properties, "strike", "dstrike"), style.struck, self._style.struck)
        return Omission.STRUCK if struck else None

    def _content(self, child: Any, properties: Any | None) -> str:
        """The text of one part of a run; what has none is attached or noted."""
        tag = child.tag
        if tag == W + "t":
            return self._at_height(_in_font(child.text or "", properties), properties)
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag == W + "sym":
            return self._symbol(child)
        other = self._OTHERS.get(tag)
        return other(self, child) if other is not None else ""

    def _at_height(self, text: str, properties: Any | None) -> str:
        height = value_of(properties, "vertAlign")
        if height != "superscript":
            return lowered(text) if height == "subscript" else text
        shown = raised_after("".join(self._pieces[-2:]), text)
        if shown is None:
            self._leave(text, Omission.NOTE_MARK)
        return shown or ""

    def _symbol(self, element: Any) -> str:
        try:
            shown = symbol(element.get(W + "font"), int(element.get(W + "char", "0")[:6], 16))
        except ValueError:
            shown = UNKNOWN
        if shown == UNKNOWN:
            self._attached.append(Attached(Part.SYMBOL))
        return shown

    def _field(self, element: Any) -> str:
        kind = element.get(W + "fldCharType")
        self._fields.take(kind)
        form = element.find(W + "ffData") if kind == "begin" else None
        shown = "" if form is None else form_value(form)
        if shown:  # inside the instruction nothing is shown, and these fields have no result
            self._pieces.append(shown)
        return ""

    def _note(self, element: Any) -> str:
        if self._fields.shown:
            part = Part.FOOTNOTE if element.tag == W + "footnoteReference" else Part.ENDNOTE
            marked = element.get(W + "customMarkFollows", "0") in {"1", "true", "on"}
            self._attached.append(Attached(part, element.get(W + "id", ""), marked))
        return ""

    def _drawing(self, element: Any) -> str:
        self._attached += drawn(element)
        return ""

    def _object(self, element: Any) -> str:
        embedded = element.find(_EMBEDDED)
        if embedded is not None and embedded.get("ProgID", "").startswith("Equation"):
            self._formula()
        else:
            self._attached.append(Attached(Part.OBJECT))
        return ""

    def _alternatives(self, element: Any) -> str:
        for child in chosen(element):
            self._drawing(child)
        return ""

    def _base(self, element: Any) -> str:
        self.take_all(element)
        return ""

    def _formula(self) -> None:
        self._pieces.append(f" {UNREAD_FORMULA} ")
        self._attached.append(Attached(Part.FORMULA))

    def _leave(self, text: str, reason: Omission) -> None:
        if self._left_out and self._left_out[-1][1] is reason:
            text = self._left_out.pop()[0] + text
        self._left_out.append((text, reason))

    _OTHERS: Mapping[str, Callable[["_Line", Any], str]] = {
        W + "fldChar": _field,
        W + "footnoteReference": _note,
        W + "endnoteReference": _note,
        W + "drawing": _drawing,
        W + "pict": _drawing,
        W + "object": _object,
        W + "ruby": _base,
        ALTERNATIVES: _alternatives,
    }


def _known(*values: bool | None) -> bool:
    """The first that is said: a run's own word counts before its style's."""
    return next((value for value in values if value is not None), False)


def _in_font(text: str, properties: Any | None) -> str:
    """Text as the font it is set in shows it."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    if not is_symbol_font(font):
        return text
    return "".join(" " if each.isspace() else symbol(font, ord(each)) for each in text)
