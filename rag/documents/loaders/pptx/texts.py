"""The words of shapes: paragraphs without what is struck out, raised figures as what they are."""

from dataclasses import dataclass, field
from typing import Any

from rag.documents.loaders.office.unread import UNREAD_FORMULA
from rag.documents.raised import lowered, raised_after
from rag.types import LeftOut, Notice, NoticeKind, Omission

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@dataclass(slots=True)
class Seen:
    """What is not carried over, and what a person must be told."""

    left_out: list[LeftOut] = field(default_factory=list)
    notices: dict[Notice, None] = field(default_factory=dict)

    def leave(self, text: str, reason: Omission, slide: int) -> None:
        if text.strip():
            self.left_out.append(LeftOut(" ".join(text.split()), reason, slide))


def text_of(shape: Any) -> str:
    """The text of a shape as it stands, without regard to lists."""
    if not has_text(shape):
        return ""
    return " ".join(said(paragraph, 0, Seen()) for paragraph in shape._element.txBody.iter(_A + "p"))


def lines_of(shape: Any, slide: int, seen: Seen) -> tuple[str, ...]:
    """The lines of a shape's text that hold anything; () for a shape without text."""
    if not has_text(shape):
        return ()
    paragraphs = (said(paragraph, slide, seen) for paragraph in shape._element.txBody.iter(_A + "p"))
    return tuple(" ".join(line.split()) for text in paragraphs for line in text.split("\n") if line.strip())


def has_text(shape: Any) -> bool:
    """Whether a shape has a frame for text."""
    return bool(shape.has_text_frame) and shape._element.txBody is not None


def said(paragraph: Any, slide: int, seen: Seen) -> str:
    """The text of a paragraph without what is struck out."""
    pieces: list[str] = []
    for child in paragraph:
        if child.tag == _A + "br":
            pieces.append("\n")
        elif child.tag in (_A + "r", _A + "fld"):
            text = (child.findtext(_A + "t") or "").replace("\v", "\n")
            properties = child.find(_A + "rPr")
            if properties is not None and properties.get("strike", "noStrike") != "noStrike":
                seen.leave(text, Omission.STRUCK, slide)
            else:
                shown = _at_height(text, properties, "".join(pieces[-2:]))
                if shown is None:
                    seen.leave(text, Omission.NOTE_MARK, slide)
                pieces.append(shown or "")
        elif child.tag in (_A14 + "m", _COMPATIBLE + "AlternateContent"):
            pieces.append(f" {UNREAD_FORMULA} ")
            seen.notices[Notice(NoticeKind.UNREAD_FORMULAS)] = None
    return "".join(pieces)


def _at_height(text: str, properties: Any | None, before: str) -> str | None:
    """Text at the height it is set in; None for the mark of a note."""
    baseline = "0" if properties is None else properties.get("baseline", "0")
    if baseline.startswith("-"):
        return lowered(text)
    return text if baseline.strip("0%") == "" else raised_after(before, text)
