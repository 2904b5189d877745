"""Where one table of a page ends and another begins, by the gaps between their rows."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from rag.documents.loaders.pdf.grouping import Printed

_GAP_BETWEEN = 1.6  # times the usual step: so far below, rows of other columns are another table
_FAR = 3.5  # times the usual step: farther below, something else begins


def usual_step(lines: Sequence[Printed]) -> float:
    """From one line to the next; 0 where there is but one."""
    return median([above.bottom - below.bottom for above, below in pairwise(lines)] or [0.0])


def is_apart(lines: Sequence[Printed], step: float) -> bool:
    """Whether something else begins between two of the lines, by how far apart they stand."""
    return any(above.bottom - below.bottom > max(_FAR * step, 40.0) for above, below in pairwise(lines))


def is_another(rows: Sequence[Printed], gap: float, step: float) -> bool:
    """Whether two rows and the next two, below a gap, are of two tables: these have as many cells, those fewer."""
    if len(rows) < 4 or gap <= _GAP_BETWEEN * step:
        return False
    first, second, third, fourth = (len(row.cells) for row in rows)
    return first == second != third == fourth
