"""PDF files as a report generator lays them out: flowing text, ruled tables that go over pages, columns."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table, TableStyle

_STYLES = getSampleStyleSheet()
_EDGE = 60


def report(*parts: Any, columns: int = 1, size: tuple[float, float] = A4) -> bytes:
    """`parts` flow through the pages, in that many columns of text."""
    buffer = io.BytesIO()
    made = BaseDocTemplate(buffer, pagesize=size, title="")
    wide, high = size[0] - 2 * _EDGE, size[1] - 2 * _EDGE
    frames = [Frame(_EDGE + wide / columns * one, _EDGE, wide / columns - 12, high) for one in range(columns)]
    made.addPageTemplates(PageTemplate(frames=frames))
    made.build(list(parts))
    return buffer.getvalue()


def text(words: str, style: str = "BodyText") -> Any:
    """A paragraph; `words` may hold marks such as <super>1</super>."""
    return Paragraph(words, _STYLES[style])


def ruled(rows: Sequence[str], widths: Sequence[float], *, heads: int = 1, spans: Sequence[Any] = ()) -> Any:
    """Rows of "a | b | c" whose cells wrap; the first `heads` are printed again on each page.

    `spans`: ((column, row), (column, row)) of the first and the last cell that become one.
    """
    cells = [[Paragraph(one.strip(), _STYLES["BodyText"]) for one in row.split("|")] for row in rows]
    look = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *(("SPAN", *span) for span in spans)]
    return Table(cells, colWidths=widths, repeatRows=heads, style=TableStyle(look))


def unruled(rows: Sequence[str], widths: Sequence[float]) -> Any:
    """The same without a line, figures set to the right."""
    cells = [[one.strip() for one in row.split("|")] for row in rows]
    return Table(cells, colWidths=widths, style=TableStyle([("ALIGN", (1, 0), (-1, -1), "RIGHT")]))
