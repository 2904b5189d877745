"""From the filled cells of a sheet to titles, tables and notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rag.documents.cleaning import Block, RawTable
from rag.documents.loaders.office.looks import LookedCell, LookedRow, goes_below, table_of_looks
from rag.documents.loaders.sheets.group_heads import with_spread_heads
from rag.documents.table_heads import is_figure
from rag.types import BlockKind

_TITLE_WORDS = 40
_YEARS = range(1900, 2101)  # figures that may head a column


@dataclass(frozen=True, slots=True)
class GridRow:
    """The filled cells of a row from left to right; `number` counts the rows a reader sees, blank ones too."""

    number: int
    cells: tuple[LookedCell, ...]
    marked: bool = False  # as part of a header


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows that stand together, without a blank row or column through them."""

    rows: Sequence[GridRow]
    columns: Sequence[int]  # that hold anything, from left to right


def grid_blocks(rows: Sequence[GridRow], named: bool = False) -> Iterator[Block]:
    """Blocks in reading order; `named`: the first line is one of names by convention, as in files of values."""
    titles: list[str] = []
    for part in _parts(rows):
        above, body, below = _divided(part)
        titles += above
        if body is None:
            continue
        caption, paragraphs = _caption(titles)
        titles = []
        yield from map(Block, paragraphs)
        yield Block("", item=True, kind=BlockKind.TABLE, table=replace(_table(body, named), caption=caption))
        yield from (Block(text, kind=BlockKind.NOTE) for text in below)
    yield from map(Block, titles)


def _parts(rows: Sequence[GridRow]) -> Iterator[_Part]:
    """Blocks of cells: parted by blank rows, then by blank columns where both sides are tables."""
    for run in _runs(rows):
        for rows_of_one in _without_form(run):
            yield from _side_by_side(_Part(rows_of_one, _columns(rows_of_one)))


def _without_form(run: Sequence[GridRow]) -> list[Sequence[GridRow]]:
    """The rows above a form of labels, colons and values, the form, and the table below it, each by itself."""
    labelled = [index for index, row in enumerate(run) if len(row.cells) > 1 and row.cells[1].text.startswith(":")]
    if len(labelled) < 2 or labelled != list(range(labelled[0], labelled[-1] + 1)) or labelled[-1] == len(run) - 1:
        return [run]
    first, beyond = labelled[0], labelled[-1] + 1
    for edge in (first, beyond):
        if any(row.number + cell.rows > run[edge].number for row in run[:edge] for cell in row.cells):
            return [run]
    return [some for some in (run[:first], run[first:beyond], run[beyond:]) if some]


def _runs(rows: Sequence[GridRow]) -> list[list[GridRow]]:
    runs: list[list[GridRow]] = []
    for row in rows:
        if runs and (row.number == runs[-1][-1].number + 1 or _goes_on(runs[-1], row)):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _goes_on(run: Sequence[GridRow], row: GridRow) -> bool:
    """Whether a row below a single blank one has figures where the row above has them: the same table."""
    last = run[-1]
    figures = {cell.column for cell in row.cells if _is_value(cell.text)}  # years may be names of other columns
    above = {cell.column for cell in last.cells if _is_value(cell.text)}
    unlike = any(cell.bold for cell in row.cells) and not any(cell.bold for cell in last.cells)
    return row.number == last.number + 2 and not unlike and bool(figures) and figures == above


def _columns(rows: Iterable[GridRow]) -> list[int]:
    return sorted({cell.column for row in rows for cell in row.cells})


def _side_by_side(part: _Part) -> Iterator[_Part]:
    """Tables that stand beside each other with an empty column between them, each by itself."""
    covered = {
        column
        for row in part.rows
        for cell in row.cells
        for column in range(cell.column, cell.column + cell.columns)
        if cell.columns > 1
    }
    groups: list[list[int]] = []
    for column in part.columns:
        if groups and all(between in covered for between in range(groups[-1][-1] + 1, column)):
            groups[-1].append(column)
        else:
            groups.append([column])
    if len(groups) < 2 or any(len(group) < 2 for group in groups):
        yield part
        return
    for group in groups:
        rows = (_within(row, group[0], group[-1]) for row in part.rows)
        yield _Part([row for row in rows if row.cells], group)


def _within(row: GridRow, first: int, last: int) -> GridRow:
    return replace(row, cells=tuple(cell for cell in row.cells if first <= cell.column <= last))


def _divided(part: _Part) -> tuple[list[str], _Part | None, list[str]]:
    """Lines of one text above the table and below it, and the table between them; None for lines alone."""
    rows = part.rows
    first = next((index for index, row in enumerate(rows) if len(row.cells) > 1), None)
    if first is None:
        return [cell.text for row in rows for cell in row.cells], None, []
    last = next(index for index in reversed(range(len(rows))) if len(rows[index].cells) > 1)
    reach = max(row.number + cell.rows for row in rows[first : last + 1] for cell in row.cells)
    while last + 1 < len(rows) and rows[last + 1].number < reach:
        last += 1
    body = rows[first : last + 1]
    above, below = rows[:first], rows[last + 1 :]
    texts = [[cell.text for row in some for cell in row.cells] for some in (above, below)]
    return texts[0], _Part(body, _columns(body)), texts[1]


def _caption(titles: Sequence[str]) -> tuple[str, list[str]]:
    """The caption that lines above a table make, and those of them that are too long for one."""
    kept = len(titles)
    words = 0
    while kept and words + len(titles[kept - 1].split()) <= _TITLE_WORDS:
        words += len(titles[kept - 1].split())
        kept -= 1
    return " ".join(titles[kept:]), list(titles[:kept])


def _table(part: _Part, named: bool) -> RawTable:
    rows = with_spread_heads(_dense(part))
    table = table_of_looks(rows)
    if table.header_rows is not None or len(rows) < 2:
        return table
    headers = 1
    while headers < len(rows) - 1 and goes_below(rows, headers):
        headers += 1
    unmarked = (named and _names(rows)) or _contrasts(rows, headers, 2 if named else 3)
    return replace(table, header_rows=headers) if unmarked else table


def _dense(part: _Part) -> list[LookedRow]:
    """Rows with a cell in every column that none reaches into, columns counted from 0."""
    places = {column: place for place, column in enumerate(part.columns)}
    covered: dict[int, int] = {}  # place -> rows from here on that a cell from above covers
    rows = []
    for index, row in enumerate(part.rows):
        cells = {places[cell.column]: cell for cell in row.cells if not covered.get(places[cell.column])}
        line: list[LookedCell] = []
        place = 0
        down: dict[int, int] = {}
        while place < len(part.columns):
            if covered.get(place):
                place += 1
                continue
            cell = _placed(cells.get(place), place, index, part)
            if cell.rows > 1:
                down.update(dict.fromkeys(range(place, place + cell.columns), cell.rows))
            line.append(cell)
            place += cell.columns
        covered = {at: left - 1 for at, left in {**covered, **down}.items() if left > 1}
        rows.append(LookedRow(line, row.marked))
    return rows


def _placed(cell: LookedCell | None, place: int, index: int, part: _Part) -> LookedCell:
    if cell is None:
        return LookedCell("", place)
    if cell.columns == 1 and cell.rows == 1:
        return LookedCell(cell.text, place, bold=cell.bold, shaded=cell.shaded)
    columns = sum(cell.column <= column < cell.column + cell.columns for column in part.columns)
    last = part.rows[index].number + cell.rows
    rows = sum(row.number < last for row in part.rows[index : index + cell.rows])
    return LookedCell(cell.text, place, columns, rows, cell.bold, cell.shaded)


def _names(rows: Sequence[LookedRow]) -> bool:
    """Whether a first line names columns as files of values begin: filled, each name another, none a figure."""
    head = [cell.text for cell in rows[0].cells]
    if len(head) < 3 or not all(head) or any(map(_is_value, head)):
        return False
    return len(set(head)) == len(head)


def _contrasts(rows: Sequence[LookedRow], headers: int, least: int) -> bool:
    """Whether words, or years, stand in the first rows over a column of nothing but figures.

    Of fewer than `least` columns nothing is said: "Desa, Sukajadi; Penduduk, 1200" are labels and values.
    """
    head = rows[0].cells
    if sum(cell.columns for cell in head) < least or any(_is_value(cell.text) for cell in head):
        return False
    figures: dict[int, bool] = {}
    for row in rows[headers:]:
        for cell in row.cells:
            if cell.text:
                figures[cell.column] = figures.get(cell.column, True) and is_figure(cell.text)
    named = (range(cell.column, cell.column + cell.columns) for cell in head if cell.text)
    return any(figures.get(column, False) for columns in named for column in columns)


def _is_value(text: str) -> bool:
    """A figure that is no year."""
    return is_figure(text) and not (text.isdecimal() and len(text) == 4 and int(text) in _YEARS)


def cells_of(texts: Sequence[str]) -> tuple[LookedCell, ...]:
    """The filled cells of a line of texts."""
    return tuple(LookedCell(text, column) for column, text in enumerate(texts) if text)
