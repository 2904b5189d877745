"""What hangs on a paragraph: notes, text boxes, pictures, charts, form fields."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rag.documents.loaders.docx.names import R, W, switch_of, value_of
from rag.documents.loaders.office.alternatives import ALTERNATIVES, chosen
from rag.documents.loaders.office.unread import TICKED, UNTICKED

_BOX = W + "txbxContent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_NAMED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Part(StrEnum):
    """What can be attached to a paragraph."""

    BOX = "text box"
    IMAGE = "image"
    CHART = "chart"
    DIAGRAM = "diagram"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    OBJECT = "object"
    FORMULA = "formula"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Attached:
    """`value`: the element of a text box, the id of a part or note, the description of a picture."""

    part: Part
    value: Any = ""
    marked: bool = False  # a note whose mark the writer chose, so that it is not counted


def form_value(form: Any) -> str:
    """What a form field of the old kind shows: a box, or the choice made."""
    box, choices = form.find(W + "checkBox"), form.find(W + "ddList")
    if box is not None:
        checked = switch_of(box, "checked")
        return TICKED if (switch_of(box, "default") if checked is None else checked) else UNTICKED
    if choices is None:
        return ""
    entries = [each.get(W + "val", "") for each in choices.iterfind(W + "listEntry")]
    chosen = value_of(choices, "result") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen[:3]) < len(entries) else ""


def drawn(element: Any) -> list[Attached]:
    """What a drawing holds, in its order; text boxes within text boxes are read with the outer one."""
    name = next(element.iter(_NAMED), None)
    described = "" if name is None else name.get("descr") or name.get("title") or ""
    found: list[Attached] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == _BOX:
            found.append(Attached(Part.BOX, each))
        elif each.tag in (_PICTURE, _OLD_PICTURE):
            found.append(Attached(Part.IMAGE, described or each.getparent().get("alt", "")))
        elif each.tag == _CHART:
            found.append(Attached(Part.CHART, each.get(R + "id", "")))
        elif each.tag == _DIAGRAM:
            found.append(Attached(Part.DIAGRAM, each.get(R + "dm", "")))
        else:
            waiting += reversed(chosen(each) if each.tag == ALTERNATIVES else each)
    return found
