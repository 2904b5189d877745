"""The whole table that a passage has some rows of: which row a question means is told by all of them."""

from bisect import bisect_right

from rag.types import Document, Table

_MOST_ROWS = 300  # of a longer table the rows of the passage alone are compared, as all of them would take too long


def whole_table(document: Document, part: Table) -> Table:
    """The table of the document that has the rows of a part; the part itself where that is a long one."""
    tables = [block.table for block in document.blocks if block.table is not None]
    at = bisect_right(tables, part.start, key=lambda one: one.start) - 1
    if at < 0 or part.start >= tables[at].end or not len(part.rows) < len(tables[at].rows) <= _MOST_ROWS:
        return part
    return tables[at]
