"""The text of one paragraph as a reader sees it, and what is attached to it."""

from dataclasses import dataclass, field
from typing import Any

from rag.documents.loaders.odt.names import DRAW, FORM, OFFICE, TEXT, number_of
from rag.documents.loaders.odt.styles import Style, Styles
from rag.documents.loaders.office.unread import TICKED, UNTICKED
from rag.documents.raised import lowered, raised_after
from rag.types import Omission

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_FIELD = "{urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:field:1.0}"
_MARKED_FIELD, _FIELD_TYPE = _FIELD + "fieldmark", _FIELD + "type"
_MAX_BLANKS = 100
_SIGNS = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "soft-page-break": ""}
_SKIPPED = frozenset(
    (
        *(TEXT + name for name in ("number", "ruby-text", "bibliography-mark", "change", "change-start", "change-end")),
        *(OFFICE + name for name in ("annotation", "annotation-end")),
    )
)
_HIDDEN = frozenset((TEXT + "hidden-text", TEXT + "hidden-paragraph"))
_SHAPES = frozenset(
    DRAW + name for name in ("frame", "g", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line")
)


@dataclass(slots=True)
class Line:
    """A paragraph as far as it is read: its text with tabs and line breaks, and what hangs on it in its order."""

    pieces: list[str] = field(default_factory=list)
    attached: list[tuple[int, Any]] = field(default_factory=list)  # notes and shapes, after how many pieces they stand
    left_out: list[tuple[str, Omission]] = field(default_factory=list)
    bold: bool = False
    plain: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def all_bold(self) -> bool:
        return self.bold and not self.plain


def read_line(paragraph: Any, style: Style, styles: Styles) -> Line:
    """What a reader sees of a paragraph."""
    line = Line()
    _take_within(paragraph, style, styles, line)
    return line


def _take_within(element: Any, style: Style, styles: Styles, line: Line) -> None:
    _add(element.text, style, line)
    for child in element:
        if isinstance(child.tag, str):
            _take(child, style, styles, line)
        _add(child.tail, style, line)


def _take(element: Any, style: Style, styles: Styles, line: Line) -> None:
    tag = element.tag
    if tag == TEXT + "span":
        _take_within(element, _over(styles.of("text", element.get(TEXT + "style-name")), style), styles, line)
    elif tag == TEXT + "s":
        line.pieces.append(" " * min(number_of(element, TEXT + "c", 1), _MAX_BLANKS))
    elif tag in _SIGNS:
        line.pieces.append(_SIGNS[tag])
    elif tag == TEXT + "note" or tag in _SHAPES:
        line.attached.append((len(line.pieces), element))
    elif tag == _MARKED_FIELD and element.get(_FIELD_TYPE, "").endswith("FORMCHECKBOX"):
        line.pieces.append(TICKED if _is_ticked(element) else UNTICKED)
    elif tag == DRAW + "control":
        line.pieces.append(_control_value(element))
    elif tag == TEXT + "placeholder":
        line.left_out.append(("".join(element.itertext()), Omission.PROMPT))
    elif tag in _HIDDEN:
        line.left_out.append((element.get(TEXT + "string-value", ""), Omission.HIDDEN))
    elif tag not in _SKIPPED:
        _take_within(element, style, styles, line)


def _is_ticked(field: Any) -> bool:
    return any(
        each.get(_FIELD + "name") == "Checkbox_Checked" and each.get(_FIELD + "value") == "true" for each in field
    )


def _control_value(control: Any) -> str:
    """What a form field shows: a box, or the value that was filled in."""
    name = control.get(DRAW + "control", "")
    forms = control.getroottree().getroot().iter(*(FORM + kind for kind in ("checkbox", "radio", "text", "combobox")))
    form = next((each for each in forms if name in (each.get(_XML_ID), each.get(FORM + "id"))), None)
    if form is None:
        return ""
    if form.tag in (FORM + "checkbox", FORM + "radio"):
        ticked = form.get(FORM + "current-state") == "checked" or form.get(FORM + "current-selected") == "true"
        return f"{TICKED if ticked else UNTICKED} {form.get(FORM + 'label', '')}"
    return str(form.get(FORM + "current-value", ""))


def _add(text: str | None, style: Style, line: Line) -> None:
    if not text:
        return
    reason = Omission.HIDDEN if style.hidden else Omission.STRUCK if style.struck else None
    if reason is not None:
        line.left_out.append((text, reason))
        return
    # Line ends and runs of blanks in the file are one blank; those that count are elements.
    squeezed = " ".join(text.split())
    shown = (" " if text[0].isspace() else "") + squeezed + (" " if squeezed and text[-1].isspace() else "")
    set_as = raised_after("".join(line.pieces[-2:]), shown) if style.raised > 0 else shown
    if set_as is None:
        line.left_out.append((text, Omission.NOTE_MARK))
        return
    line.pieces.append(lowered(set_as) if style.raised < 0 else set_as)
    if squeezed:
        line.bold |= bool(style.bold)
        line.plain |= not style.bold


def _over(own: Style, around: Style) -> Style:
    """The style of words within a paragraph: what they say themselves counts more."""
    return Style(
        name=own.name,
        bold=around.bold if own.bold is None else own.bold,
        hidden=around.hidden if own.hidden is None else own.hidden,
        struck=around.struck if own.struck is None else own.struck,
        raised=own.raised or around.raised,
    )
