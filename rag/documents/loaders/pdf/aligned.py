"""Tables without lines: rows whose cells stand below each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from rag.documents.divisions import division_of, marker_of
from rag.documents.loaders.paragraphs import opens_clause
from rag.documents.loaders.pdf.beside import stand_side_by_side
from rag.documents.loaders.pdf.breaks import is_another, is_apart, usual_step
from rag.documents.loaders.pdf.columns import Row
from rag.documents.loaders.pdf.fragments import Fragment, cells_of, merged
from rag.documents.loaders.pdf.grid import Grid, confidence_of, doubtful_of, heads, is_of_figures
from rag.documents.loaders.pdf.grouping import Printed, Record, records_of, widened
from rag.documents.loaders.pdf.spans import Cell, Span, columns_of, covered, edges_of
from rag.documents.loaders.pdf.tiles import tiles_in
from rag.documents.table_heads import is_figure

_GAP = 0.8  # times the height of a line: words farther apart are in two cells
_FEWEST = 3  # rows
_WIDE = 0.45  # of the width of the text: so wide is no cell beside a mark of a list
_ASKEW = 4.0  # points that cells of a column may stand off its edge
_EVEN = 3  # gaps that tell whether words stand evenly apart
_BETWEEN = 2  # lines of another kind that may stand between two rows
_LONG = 8  # words that the cell of a pair has at most, on average
_CLOSING = ("sumber", "source", "keterangan", "catatan", "note")


def with_tables(run: Sequence[Row], height: float) -> list[Fragment | Grid]:
    """The lines of one column of the page, those that are a table as one Grid. `height`: of a usual line."""
    lines = [_printed(row, height) for row in run]
    items: list[Fragment | Grid] = []
    done = 0
    for first, last, tiles in tiles_in(lines):
        items += [*_with_rows(lines[done:first]), *tiles]
        done = last
    return items + _with_rows(lines[done:])


def _with_rows(lines: Sequence[Printed]) -> list[Fragment | Grid]:
    items: list[Fragment | Grid] = []
    done = 0
    for first, last in _candidates(lines):
        first = max(first, done)
        found = _table(lines, first, last, done)
        if found is not None:
            grid, first, last = found
            items += [*(merged(line.row) for line in lines[done:first]), grid]
            done = last
        elif columns := _running_text(lines[first:last]):
            items += [*(merged(line.row) for line in lines[done:first]), *columns]
            done = last
    return items + [merged(line.row) for line in lines[done:]]


def _running_text(lines: Sequence[Printed]) -> list[Fragment]:
    """The lines of columns of running text that are too few to be seen on the page as a whole, column by column."""
    columns = columns_of([line.cells for line in lines])
    rows = [line for line in lines if len(line.cells) == len(columns)]
    if len(columns) < 2 or len(rows) < _FEWEST or len(rows) < len(lines) - 1 or not _stand_below(rows, columns):
        return []
    texts = [[_text_in(line, columns, at) for at in range(len(columns))] for line in rows]
    if (_are_names(texts) and not stand_side_by_side(texts)) or any(
        is_of_figures([row[at] for row in texts]) for at in range(len(columns))
    ):
        return []
    return [
        merged(cell.words)
        for at in range(len(columns))
        for line in lines
        for cell in line.cells
        if covered(columns, cell)[:1] == [at]
    ]


def _printed(row: Row, height: float) -> Printed:
    gap = float("inf") if _is_stretched(row) else _GAP * max(height, 0.7 * _tallest(row))
    cells = tuple(Cell(tuple(cell)) for cell in cells_of(row, gap))
    return Printed(row, cells, max(word.top for word in row), min(word.bottom for word in row))


def _is_stretched(row: Row) -> bool:
    """Whether words are set apart evenly, as a line of running text is to fill its column."""
    words = row[1:] if _is_marker(row[0].text) else row
    gaps = [after.left - before.right for before, after in pairwise(words)]
    letters = sum(word.text[:1].isalpha() for word in words)
    return len(gaps) >= _EVEN and letters >= 0.4 * len(words) and max(gaps) <= 1.7 * min(gaps) + 2.0


def _tallest(row: Row) -> float:
    return max(word.height for word in row)


def _candidates(lines: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    """First line, and the line behind the last, of each run in which most lines look like rows."""
    if not lines:
        return
    width = max(line.right for line in lines) - min(line.left for line in lines)
    strong = [position for position, line in enumerate(lines) if _is_row(line, width)]
    step = usual_step(lines)
    run: list[int] = []
    for at, position in enumerate(strong):
        if run and (
            position - run[-1] > _BETWEEN + 1
            or is_apart(lines[run[-1] : position + 1], step)
            or is_another(
                [lines[each] for each in strong[max(0, at - 2) : at + 2]],
                lines[position - 1].bottom - lines[position].bottom,
                step,
            )
        ):
            yield run[0], run[-1] + 1
            run = []
        run.append(position)
    if run:
        yield run[0], run[-1] + 1


def _is_row(line: Printed, width: float) -> bool:
    """Whether a line has cells as rows of tables have them, and is no hanging paragraph of a list."""
    if len(line.cells) < 2:
        return False
    texts = [merged(cell.words).text for cell in line.cells]
    if (
        not any(text.strip(" :.") for text in texts[1:])
        or division_of(" ".join(texts)) is not None
        or opens_clause(texts[0])
    ):
        return False
    hanging = any(text.strip() == ":" or _is_marker(text) for text in texts[:-1])
    last = line.cells[-1]
    if hanging and last.right - last.left > _WIDE * width and not is_figure(texts[-1]):
        return False
    return len(texts) > 2 or not _is_marker(texts[0])


def _is_marker(text: str) -> bool:
    return bool(marker_of(text + " x")) and len(text) <= 5 and not text.isdecimal()


def _table(lines: Sequence[Printed], first: int, last: int, done: int) -> tuple[Grid, int, int] | None:
    """The table in a run of lines and what it takes, lines that belong to it above and below included.

    `done`: the first line that no table above has taken.
    """
    columns = columns_of([line.cells for line in lines[first:last]])
    last = _with_wrapped(lines, last, columns)
    body = lines[first:last]
    if not _is_table(body, columns):
        return None
    above = _with_heads(lines, first, columns, done)
    rows = records_of(lines[above:last], columns)
    columns, rows = _without_halves(columns, rows, lines[above:last])
    texts = [record.texts for record in rows]
    header = heads(texts) or _emphasised(rows)
    named = [widened(row, columns, rows[header - 1]) if at < header - 1 else row for at, row in enumerate(rows)]
    cells = tuple(row.cells(len(columns)) for row in named)
    whole = [word for line in lines[above:last] for word in line.row]
    marks = " ".join(marks for line in lines[above:last] if (marks := merged(line.row).marks))
    bottom, top = min(word.bottom for word in whole), max(word.top for word in whole)
    grid = Grid(
        cells,
        edges_of(columns),
        bottom,
        top,
        header or None,
        marks=marks,
        confidence=confidence_of(whole),
        doubtful=doubtful_of(whole),
    )
    return grid, above, last


def _without_halves(
    columns: list[Span], rows: list[Record], lines: Sequence[Printed]
) -> tuple[list[Span], list[Record]]:
    """Columns of which no row fills both one and the next, made one.

    Names stand beside their figures, not above; or cells of several rows reach over both, and the number of the column
    stands below the middle of them.
    """
    for at in range(1, len(columns) - 1):
        both = [(bool(row.texts[at]), bool(row.texts[at + 1])) for row in rows]
        reaching = sum(any({at, at + 1} <= set(each.columns) for each in row.placed) for row in rows)
        if (True, True) not in both and (reaching > 1 or (sum(both[0]) == 1 and all(map(any, both)))):
            one = Span(min(columns[at].left, columns[at + 1].left), max(columns[at].right, columns[at + 1].right))
            merged_columns = [*columns[:at], one, *columns[at + 2 :]]
            return _without_halves(merged_columns, records_of(lines, merged_columns), lines)
    return columns, rows


def _is_table(lines: Sequence[Printed], columns: Sequence[Span]) -> bool:
    """Whether enough lines fill the same columns; of two columns only labels with short values are a table."""
    if any(word.filled for line in lines for word in line.row):
        return len(columns) > 1
    rows = [line for line in lines if len(line.cells) > 1]
    if len(columns) < 2 or len(rows) < 2 or not _stand_below(rows, columns):
        return False
    texts = [[_text_in(line, columns, at) for at in range(len(columns))] for line in lines]
    figures = any(is_of_figures([row[at] for row in texts]) for at in range(1, len(columns)))
    colons = sum(any(cell.words[0].text.startswith(":") for cell in line.cells[1:]) for line in rows)
    if len(columns) == 2 and not figures and not colons:
        return _are_pairs(rows, columns) and not stand_side_by_side(texts)
    filled = sum(len(line.cells) for line in rows) / (len(rows) * len(columns))
    if not figures and not colons and not _are_names(texts):
        return False
    return (figures or colons > 1 or len(rows) >= _FEWEST) and filled >= 0.5 and len(rows) >= 0.4 * len(lines)


def _are_names(texts: Sequence[Sequence[str]]) -> bool:
    """Whether cells of words begin as cells do: pieces of running text begin in small letters."""
    begun = [text[0] for row in texts for text in row if text[:1].isalpha()]
    return sum(not letter.islower() for letter in begun) >= 0.6 * len(begun)


def _stand_below(rows: Sequence[Printed], columns: Sequence[Span]) -> bool:
    """Whether the cells of each column begin, end or have their middle at one place, all but a few."""
    for at in range(len(columns)):
        cells = [cell for line in rows for cell in line.cells if covered(columns, cell) == [at]]
        places = ([cell.left for cell in cells], [cell.right for cell in cells], [cell.centre for cell in cells])
        if cells and not any(_at_one_place(xs) for xs in places):
            return False
    return True


def _at_one_place(xs: Sequence[float]) -> bool:
    usual = median(xs)
    return sum(abs(x - usual) < _ASKEW for x in xs) >= 0.6 * len(xs)


def _are_pairs(rows: Sequence[Printed], columns: Sequence[Span]) -> bool:
    """Whether two columns of words are labels and values: both begin at one place, and none is running text."""
    if len(rows) < _FEWEST or not _are_names([[merged(line.cells[0].words).text] for line in rows]):
        return False
    for at in (0, 1):
        cells = [line.cells[at] for line in rows if len(line.cells) == 2]
        if not cells or sum(abs(cell.left - columns[at].left) < 3 for cell in cells) < 0.8 * len(rows):
            return False
        if sum(len(cell.words) for cell in cells) > _LONG * len(cells):
            return False
    return True


def _text_in(line: Printed, columns: Sequence[Span], at: int) -> str:
    return " ".join(merged(cell.words).text for cell in line.cells if covered(columns, cell) == [at])


def _with_wrapped(lines: Sequence[Printed], last: int, columns: Sequence[Span]) -> int:
    """The end of a table, the wrapped lines of its last row included."""
    while last < len(lines) and _is_wrapped(lines[last - 1], lines[last], columns):
        last += 1
    return last


def _is_wrapped(above: Printed, line: Printed, columns: Sequence[Span]) -> bool:
    if above.bottom - line.top > 0.9 * (line.top - line.bottom) or len(line.cells) >= len(columns):
        return False
    places = [covered(columns, cell) for cell in line.cells]
    if any(len(place) != 1 for place in places) or merged(line.row).text.lower().startswith(_CLOSING):
        return False
    return all(
        cell.right <= columns[place[0]].right + 2 for cell, place in zip(line.cells, places, strict=True)
    ) and all(
        _was_full(above, columns, place[0], cell.words[0]) for cell, place in zip(line.cells, places, strict=True)
    )


def _was_full(above: Printed, columns: Sequence[Span], at: int, word: Fragment) -> bool:
    """Whether the next word would not have fitted behind what stands above it in its column."""
    over = [cell for cell in above.cells if at in covered(columns, cell)]
    return bool(over) and over[-1].right + (word.right - word.left) > columns[at].right - 6


def _with_heads(lines: Sequence[Printed], first: int, columns: Sequence[Span], done: int) -> int:
    """The first line of a table, lines of its header included that are no rows of their own."""
    begun = first
    while begun > done and first - begun < 3:
        above, below = lines[begun - 1], lines[begun]
        step = above.bottom - below.bottom
        if step > 2.2 * max(below.top - below.bottom, 1.0) or not _is_head(above, columns):
            break
        begun -= 1
    return begun


def _is_head(line: Printed, columns: Sequence[Span]) -> bool:
    if len(line.cells) < 2:
        return False
    texts = [merged(cell.words).text for cell in line.cells]
    inside = all(covered(columns, cell) for cell in line.cells)
    return inside and not any(text.endswith((".", ";")) and len(text.split()) > 4 for text in texts)


def _emphasised(rows: Sequence[Record]) -> int:
    """1 where the first row is bold and the others are not."""
    bold = [row.bold for row in rows]
    return int(len(bold) > 2 and bold[0] and sum(bold) <= 0.3 * len(bold) + 1)
