"""Charts and diagrams of Office files: the figures and words that they are drawn from."""

from collections.abc import Sequence
from typing import Any

from rag.documents.cleaning import Block, RawCell, RawTable
from rag.documents.loaders.sheets.number_formats import show
from rag.types import BlockKind, Language

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_MAX_POINTS = 5_000
_TEXT_POINTS = frozenset({"node", "asst"})


def chart_blocks(root: Any | None) -> list[Block]:
    """The figures of a chart as a table, a column for each of its series; nothing when it keeps none."""
    if root is None:
        return []
    series = [_series(each) for each in root.iter(_CHART + "ser")]
    names = next((names for _, names, _ in series if names), {})
    places = sorted({place for _, _, values in series for place in values})[:_MAX_POINTS]
    if not places:
        return []
    head = (RawCell(""), *(RawCell(title) for title, _, _ in series))
    rows = [
        _row(names.get(place, str(place + 1)), [values.get(place, "") for _, _, values in series]) for place in places
    ]
    title = "".join(text.text or "" for text in root.iterfind(f"{_CHART}chart/{_CHART}title//{_DRAWING}t"))
    table = RawTable((head, *rows), caption=" ".join(title.split()), header_rows=1)
    return [Block("", item=True, kind=BlockKind.TABLE, table=table)]


def diagram_blocks(root: Any | None) -> list[Block]:
    """The words of a diagram, as a list in the order they were put in."""
    points = () if root is None else root.iter(_DIAGRAM + "pt")
    texts = (
        " ".join("".join(text.text or "" for text in point.iter(_DRAWING + "t")).split())
        for point in points
        if point.get("type", "node") in _TEXT_POINTS
    )
    return [Block(f"- {text}", 1, item=True, kind=BlockKind.ITEM, marker="-") for text in texts if text]


def _row(name: str, values: Sequence[str]) -> tuple[RawCell, ...]:
    return (RawCell(name, header=True), *(RawCell(value) for value in values))


def _series(element: Any) -> tuple[str, dict[int, str], dict[int, str]]:
    """Title, names and values of a series by their place."""
    title = " ".join(value.text or "" for value in element.iterfind(f"{_CHART}tx//{_CHART}v"))
    names = _points(element.find(_CHART + "cat")) or _points(element.find(_CHART + "xVal"))
    values = _points(element.find(_CHART + "val")) or _points(element.find(_CHART + "yVal"))
    return title, names, values


def _points(source: Any | None) -> dict[int, str]:
    if source is None:
        return {}
    code = source.findtext(f".//{_CHART}formatCode") or "General"
    numeric = source.find(f".//{_CHART}numCache") is not None or source.find(f".//{_CHART}numLit") is not None
    found = {}
    for point in source.iter(_CHART + "pt"):
        place, value = point.get("idx", ""), point.findtext(_CHART + "v") or ""
        if place.isdecimal() and len(place) < 7:
            found[int(place)] = _as_shown(value, code) if numeric else value
    return found


def _as_shown(value: str, code: str) -> str:
    try:
        return show(float(value), code, Language.INDONESIAN)
    except ValueError:
        return value
