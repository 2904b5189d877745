"""Charts as inline SVG: they need no script, no font and no network, scale, and print."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rag.evaluation.metrics.calibration import Bin, RiskPoint

WIDTH = 640
_LABEL, _VALUE, _ROW, _TOP = 250, 140, 26, 8
_PLOT_HEIGHT, _LEFT, _BOTTOM = 260, 56, 46
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Lettering:
    """What is written on a chart; `number` writes a number by a pattern of Unicode TR 35."""

    title: str
    number: Callable[[float, str], str]
    x: str = ""
    y: str = ""

    def figure(self, value: float) -> str:
        return self.number(value, "#,##0" if value >= 100 else "#,##0.##")


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled share 0..1 with its interval; `value` None draws an empty row."""

    label: str
    value: float | None
    count: int
    low: float | None = None
    high: float | None = None


def bar_chart(lettering: Lettering, bars: Sequence[Bar]) -> Markup:
    """Horizontal bars from 0 to 1 with whiskers for the interval, and the figures written beside them."""
    height = _TOP + _ROW * len(bars) + 24
    length = WIDTH - _LABEL - _VALUE
    body = [_rule(_LABEL + tick * length, _TOP, _TOP + _ROW * len(bars), lettering.figure(tick)) for tick in _TICKS]
    body += [_bar(bar, _TOP + _ROW * row, length, lettering) for row, bar in enumerate(bars)]
    # An image has no parts: a screen reader would say its title and pass over the figures written in it.
    return _svg(lettering.title, height, body, role="group")


def risk_chart(lettering: Lettering, points: Sequence[RiskPoint]) -> Markup:
    """Risk over coverage as a stepless line, both from 0 to 1."""
    line = " ".join(f"{_x(point.coverage):.1f},{_y(point.risk):.1f}" for point in points)
    dots = [_dot(_x(point.coverage), _y(point.risk), 2.5) for point in points]
    curve = Markup('<polyline class="curve" points="{}"/>').format(line)
    return _plot(lettering, [curve, *dots])


def reliability_chart(lettering: Lettering, bins: Sequence[Bin]) -> Markup:
    """Share right over confidence; the diagonal is perfect calibration, a dot's area grows with its answers."""
    diagonal = Markup('<path class="ideal" d="M{} {}L{} {}"/>').format(_x(0), _y(0), _x(1), _y(1))
    most = max((b.count for b in bins), default=1)
    dots = [_dot(_x(b.confidence), _y(b.accuracy), 3 + 7 * (b.count / most) ** 0.5) for b in bins]
    return _plot(lettering, [diagonal, *dots])


def latency_chart(lettering: Lettering, milliseconds: Sequence[float], marks: Iterable[tuple[str, float]]) -> Markup:
    """How many questions took how long, in 24 columns, with marked percentiles."""
    columns = 24
    longest = max(milliseconds, default=1.0) or 1.0
    counts = [0] * columns
    for value in milliseconds:
        counts[min(int(value / longest * columns), columns - 1)] += 1
    most = max(counts) or 1
    body = [_column(index / columns, 1 / columns, count / most) for index, count in enumerate(counts)]
    body += [_mark(name, value / longest) for name, value in marks]
    return _plot(lettering, body, x_end=longest, y_end=most)


def _bar(bar: Bar, top: float, length: float, lettering: Lettering) -> Markup:
    middle = top + _ROW / 2
    label = Markup('<text class="label" x="{}" y="{}">{}</text>').format(_LABEL - 8, middle + 4, bar.label)
    if bar.value is None:
        return label
    text = f"{lettering.number(bar.value, '0.000')} (n = {lettering.number(bar.count, '#,##0')})"
    parts = [
        label,
        Markup('<rect class="bar" x="{}" y="{}" width="{:.1f}" height="{}"/>').format(
            _LABEL, top + 5, bar.value * length, _ROW - 10
        ),
        Markup('<text class="value" x="{}" y="{}">{}</text>').format(WIDTH - _VALUE + 12, middle + 4, text),
    ]
    if bar.low is not None and bar.high is not None:
        start, end = _LABEL + bar.low * length, _LABEL + bar.high * length
        whisker = f"M{start:.1f} {middle}H{end:.1f}M{start:.1f} {middle - 4}v8M{end:.1f} {middle - 4}v8"
        parts.append(Markup('<path class="whisker" d="{}"/>').format(whisker))
    return Markup("").join(parts)


def _plot(lettering: Lettering, body: Sequence[Markup], x_end: float = 1.0, y_end: float = 1.0) -> Markup:
    axes = Markup('<path class="axis" d="M{} {}V{}H{}"/>').format(_x(0), _y(1), _y(0), _x(1))
    ticks = []
    for tick in _TICKS:
        ticks.append(_text("middle", _x(tick), _y(0) + 16, lettering.figure(tick * x_end)))
        ticks.append(_text("end", _x(0) - 6, _y(tick) + 4, lettering.figure(tick * y_end)))
    names = [
        _text("middle", (_x(0) + _x(1)) / 2, _y(0) + 36, lettering.x),
        Markup('<text class="tick" text-anchor="middle" transform="translate(14 {}) rotate(-90)">{}</text>').format(
            (_y(0) + _y(1)) / 2, lettering.y
        ),
    ]
    return _svg(lettering.title, _PLOT_HEIGHT + _BOTTOM, [axes, *ticks, *names, *body])


def _svg(title: str, height: float, body: Iterable[Markup], role: str = "img") -> Markup:
    head = Markup('<svg viewBox="0 0 {} {}" role="{}" xmlns="http://www.w3.org/2000/svg"><title>{}</title>')
    return head.format(WIDTH, height, role, title) + Markup("").join(body) + Markup("</svg>")


def _rule(x: float, top: float, bottom: float, label: str) -> Markup:
    line = Markup('<path class="rule" d="M{:.1f} {}V{}"/>').format(x, top, bottom)
    return line + _text("middle", x, bottom + 16, label)


def _text(anchor: str, x: float, y: float, text: str) -> Markup:
    return Markup('<text class="tick" text-anchor="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(anchor, x, y, text)


def _dot(x: float, y: float, radius: float) -> Markup:
    return Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(x, y, radius)


def _column(start: float, width: float, share: float) -> Markup:
    return Markup('<rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        _x(start) + 1, _y(share), _x(width) - _x(0) - 2, _y(0) - _y(share)
    )


def _mark(name: str, share: float) -> Markup:
    x = _x(share)
    line = Markup('<path class="whisker" d="M{:.1f} {}V{}"/>').format(x, _y(0), _y(1))
    return line + _text("middle", x, _y(1) - 4, name)


def _x(share: float) -> float:
    return _LEFT + share * (WIDTH - _LEFT - 20)


def _y(share: float) -> float:
    return _PLOT_HEIGHT - share * (_PLOT_HEIGHT - 24)
