"""What was measured as rows, as a table in Markdown and as a bar chart in SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from statistics import median, quantiles

_ROW, _BAR, _LEFT, _WIDTH = 26, 16, 300, 720  # pixels
_COLOURS = ("#2c6e63", "#b6542c", "#7a7a7a", "#b0b0b0")

Times = Mapping[str, Mapping[str, Sequence[float]]]  # task, side: milliseconds by question


@dataclass(frozen=True, slots=True)
class Row:
    """A side in a task; `ratio` is the median over questions of its time by that of the side compared with."""

    task: str
    side: str
    middle_ms: float
    slow_ms: float  # 95 of 100 are faster
    ratio: float | None


def rows_of(times: Times, against: str) -> list[Row]:
    """`against`: the side that ratios are to, as far as it took part."""
    return [
        Row(task, side, median(found), quantiles(found, n=20)[-1] if len(found) > 1 else found[0], _ratio(found, first))
        for task, sides in times.items()
        for first in [sides.get(against)]
        for side, found in sides.items()
    ]


def _ratio(own: Sequence[float], first: Sequence[float] | None) -> float | None:
    return median(one / other for one, other in zip(own, first, strict=True)) if first else None


def table(rows: Sequence[Row], against: str) -> str:
    """Markdown."""
    head = f"| measured | by | median, ms | 95 of 100 below, ms | ratio to {against} |\n| -- | -- | --: | --: | --: |\n"
    return head + "".join(
        f"| {row.task} | {row.side} | {row.middle_ms:.1f} | {row.slow_ms:.1f} | {_written(row.ratio)} |\n"
        for row in rows
    )


def _written(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def chart(rows: Sequence[Row]) -> str:
    """Bars of medians, each task to a scale of its own, as one SVG."""
    sides = list(dict.fromkeys(row.side for row in rows))
    longest = {task: max(row.middle_ms for row in rows if row.task == task) for task in {row.task for row in rows}}
    bars = []
    for at, row in enumerate(rows):
        width = (_WIDTH - _LEFT - 90) * row.middle_ms / (longest[row.task] or 1)
        bars.append(_bar(at * _ROW + 10, f"{row.task}, {row.side}", width, row, _COLOURS[sides.index(row.side) % 4]))
    size = f'width="{_WIDTH}" height="{len(rows) * _ROW + 20}"'
    style = 'font-family="sans-serif" font-size="12"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n' + "".join(bars) + "</svg>\n"


def _bar(top: int, label: str, width: float, row: Row, colour: str) -> str:
    middle = top + 12
    return (
        f'<text x="{_LEFT - 8}" y="{middle}" text-anchor="end">{escape(label)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="{_BAR}" fill="{colour}"/>'
        f'<text x="{_LEFT + width + 6:.1f}" y="{middle}">{row.middle_ms:.1f} ms</text>\n'
    )
