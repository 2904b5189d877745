"""Figures set large, side by side, with what each counts below or above it in small letters.

Figures that count on from 1 above words are the numbers of steps: these stay lines, each with its number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.fragments import Fragment, merged
from rag.documents.loaders.pdf.grid import Grid, confidence_of, doubtful_of, text_of
from rag.documents.loaders.pdf.grouping import Printed
from rag.documents.loaders.pdf.spans import Cell
from rag.documents.table_heads import counts_things, is_measured

_FEWEST = 2  # figures side by side
_LARGER = 1.35  # times as high as the letters of what they count
_BESIDE = 12.0  # points that a figure and its words may begin, end or have their middle apart
_LABEL_WORDS = 8
_STEP = 2.0  # times the height of letters, from one line of a label to the next
_ALIKE = 1.4  # times the height of letters: no line of a label is set larger, or that much smaller
_FAR = 2.5  # times the height of a figure, from its foot to that of its words


def tiles_in(lines: Sequence[Printed]) -> Iterator[tuple[int, int, list[Fragment | Grid]]]:
    """First line, the line behind the last, and the table of labels and values, or the steps, of each run of tiles."""
    at = done = 0
    while at < len(lines):
        pairs: list[tuple[Cell, Cell]] = []
        end = at
        while end + 1 < len(lines) and (row := _row_of(lines[end], lines[end + 1])):
            end += 2
            if _is_first(row):
                while end < len(lines) and (longer := _wrapped(row, lines[end])):
                    row, end = longer, end + 1
            elif not pairs and at > done and (longer := _wrapped(row, lines[at - 1], above=True)):
                row, at = longer, at - 1
            pairs += row
        if pairs:
            done = end
            numbered = _is_first(pairs) and not counts_things([_text(value) for _, value in pairs])
            yield at, end, list(map(_step, pairs)) if numbered else [_grid(lines[at:end], pairs)]
        at = max(end, at + 1)


def _is_first(pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether figures stand above what they count."""
    return all(value.words[0].middle > label.words[0].middle for label, value in pairs)


def _wrapped(pairs: Sequence[tuple[Cell, Cell]], line: Printed, above: bool = False) -> list[tuple[Cell, Cell]]:
    """The pairs with their next line of words, or the one above them; [] where a line is none of theirs."""
    longer = list(pairs)
    height = max(word.height for label, _ in pairs for word in label.words)
    if not height / _ALIKE < _height(line) < height * _ALIKE:
        return []
    for cell in line.cells:
        near = (at for at, (label, _) in enumerate(pairs) if _goes_on(label, cell, _STEP * height, above))
        at = next(near, None)
        if at is None or longer[at][0] is not pairs[at][0]:
            return []
        label, value = pairs[at]
        longer[at] = (Cell((*cell.words, *label.words) if above else (*label.words, *cell.words)), value)
    return longer


def _goes_on(label: Cell, cell: Cell, farthest: float, above: bool) -> bool:
    """Whether a cell is set right below the last line of a label, or right above its first."""
    edge = label.words[0] if above else label.words[-1]
    step = cell.words[0].bottom - edge.bottom if above else edge.bottom - cell.words[0].bottom
    return 0 < step < farthest and not is_measured(_text(cell)) and _stand_together(label, cell)


def _stand_together(one: Cell, other: Cell) -> bool:
    places = ((one.left, other.left), (one.right, other.right), (one.centre, other.centre))
    return any(abs(first - second) < _BESIDE for first, second in places)


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
    return large and len(words.split()) <= _LABEL_WORDS and _stand_together(label, value)


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
    return text_of(cell.words)


def _height(line: Printed) -> float:
    return max(word.height for word in line.row)
