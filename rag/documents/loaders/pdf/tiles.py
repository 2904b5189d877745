"""Figures set large, side by side, with what each counts below or above it in small letters.

Figures that count on from 1 above words are the numbers of steps: these stay lines, each with its number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.fragments import Fragment, merged
from rag.documents.loaders.pdf.grid import Grid, confidence_of, doubtful_of
from rag.documents.loaders.pdf.grouping import Printed
from rag.documents.loaders.pdf.spans import Cell
from rag.documents.table_heads import counts_things, is_measured

_FEWEST = 2  # figures side by side
_LARGER = 1.35  # times as high as the letters of what they count
_BESIDE = 12.0  # points that a figure and its words may begin, end or have their middle apart
_LABEL_WORDS = 8
_FAR = 2.5  # times the height of a figure, from its foot to that of its words


def tiles_in(lines: Sequence[Printed]) -> Iterator[tuple[int, int, list[Fragment | Grid]]]:
    """First line, the line behind the last, and the table of labels and values, or the steps, of each run of tiles."""
    at = 0
    while at < len(lines):
        pairs: list[tuple[Cell, Cell]] = []
        end = at
        while end + 1 < len(lines) and (row := _row_of(lines[end], lines[end + 1])):
            pairs += row
            end += 2
        if pairs:
            steps = all(value.words[0].middle > label.words[0].middle for label, value in pairs)
            numbered = steps and not counts_things([_text(value) for _, value in pairs])
            yield at, end, list(map(_step, pairs)) if numbered else [_grid(lines[at:end], pairs)]
        at = max(end, at + 1)


def _step(pair: tuple[Cell, Cell]) -> Fragment:
    label, value = pair
    return replace(merged(label.words), text=f"{_text(value).strip(' .').lstrip('0')}. {_text(label)}")


def _row_of(above: Printed, below: Printed) -> list[tuple[Cell, Cell]]:
    """What figures count, and the figures, of two lines that are a row of tiles; [] of any others."""
    for values, labels in ((above, below), (below, above)):
        if len(values.cells) != len(labels.cells) or len(values.cells) < _FEWEST:
            continue
        pairs = list(zip(labels.cells, values.cells, strict=True))
        step = abs(values.bottom - labels.bottom)
        if step <= _FAR * _height(values) and all(_is_tile(label, value) for label, value in pairs):
            return pairs
    return []


def _is_tile(label: Cell, value: Cell) -> bool:
    words, figure = _text(label), _text(value)
    if not is_measured(figure) or is_measured(words) or not any(map(str.isalpha, words)):
        return False
    large = min(word.height for word in value.words) >= _LARGER * max(word.height for word in label.words)
    places = ((label.left, value.left), (label.right, value.right), (label.centre, value.centre))
    return large and len(words.split()) <= _LABEL_WORDS and any(abs(one - other) < _BESIDE for one, other in places)


def _grid(lines: Sequence[Printed], pairs: Sequence[tuple[Cell, Cell]]) -> Grid:
    words = [word for line in lines for word in line.row]
    left, right = min(word.left for word in words), max(word.right for word in words)
    return Grid(
        tuple((RawCell(_text(label)), RawCell(_text(value))) for label, value in pairs),
        (left, (left + right) / 2, right),
        min(word.bottom for word in words),
        max(word.top for word in words),
        header_rows=0,
        marks=" ".join(marks for line in lines if (marks := merged(line.row).marks)),
        confidence=confidence_of(words),
        doubtful=doubtful_of(words),
    )


def _text(cell: Cell) -> str:
    return merged(cell.words).text


def _height(line: Printed) -> float:
    return max(word.height for word in line.row)
