"""Bars as inline SVG, for the pages of staff; the figures stand in a table beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_WIDTH, _ROW, _LABEL, _VALUE = 640, 28, 210, 70

_LETTERS = 26  # of a label, wide ones too


@dataclass(frozen=True, slots=True)
class Bar:
    """`part` of `whole` is drawn in another colour; `value` is written beside it."""

    label: str
    whole: int
    part: int
    value: str


def bars(title: str, rows: Sequence[Bar]) -> Markup:
    """Horizontal bars, the longest as wide as there is room; an image with a title, since the table tells the rest."""
    longest = max((row.whole for row in rows), default=0) or 1
    room = _WIDTH - _LABEL - _VALUE
    head = Markup('<svg class="bars" viewBox="0 0 {} {}" role="img"><title>{}</title>')
    drawn = [_bar(row, number * _ROW, room / longest) for number, row in enumerate(rows)]
    return head.format(_WIDTH, max(_ROW, len(rows) * _ROW), title) + Markup("").join(drawn) + Markup("</svg>")


def _bar(row: Bar, top: int, scale: float) -> Markup:
    label = row.label if len(row.label) <= _LETTERS else f"{row.label[: _LETTERS - 1]}…"
    end = _LABEL + row.whole * scale
    return Markup(
        '<text class="label" x="{}" y="{}" text-anchor="end">{}</text>'
        '<rect class="whole" x="{}" y="{}" width="{:.1f}" height="{}"/>'
        '<rect class="part" x="{}" y="{}" width="{:.1f}" height="{}"/><text x="{:.1f}" y="{}">{}</text>'
    ).format(
        _LABEL - 10, top + 19, label, _LABEL, top + 5, row.whole * scale, _ROW - 10, _LABEL, top + 5,
        row.part * scale, _ROW - 10, end + 8, top + 19, row.value,
    )  # fmt: skip
