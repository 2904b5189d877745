"""How wide the columns of a table are, by what they hold."""

from rag.briefing.writing.sheet import Grid

_LEAST, _MOST = 40, 400  # characters that count
_FLATTENED = 0.6  # power: a cell of ten times the words is four times as wide


def shares(grid: Grid) -> tuple[float, ...]:
    """Of the whole width, for each column; they sum up to 1."""
    named = grid.columns or ("",) * len(grid.rows[0])
    longest = (
        max(len(name), *(len(row[column].text) + len(row[column].lead) for row in grid.rows))
        for column, name in enumerate(named)
    )
    weights = [min(_MOST, max(_LEAST, length)) ** _FLATTENED for length in longest]
    return tuple(weight / sum(weights) for weight in weights)
