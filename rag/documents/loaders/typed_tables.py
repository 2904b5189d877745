"""Tables typed with blanks or tabs: lines below each other that are blank at the same places."""

import re
from collections.abc import Iterator, Sequence

from rag.documents.blocks import Block
from rag.documents.table_heads import is_figure
from rag.documents.tables import table_of

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_GAP = re.compile(r"\S(?: {2,}| *\t[ \t]*)\S")
_RULE = re.compile(r"[\s\-=_+|.]*")
_WIDEST = 400  # characters; a longer line is no row that somebody typed


def typed_tables(text: str) -> Iterator[str | Block]:
    """The text as it is, with a table block in place of the lines that make one."""
    kept: list[str] = []
    run: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if line.strip() and len(line) <= _WIDEST and (_GAP.search(line) or (run and _RULE.fullmatch(line))):
            run.append(line)
            continue
        table = _table(run)
        if table is None:
            kept += run
        else:
            yield "\n".join(kept)
            yield table
            kept = []
        kept.append(line)
        run = []
    yield "\n".join(kept)


def _table(lines: Sequence[str]) -> Block | None:
    """None for lines that are blank at no place or hold no figures."""
    lines = [line for line in lines if not _RULE.fullmatch(line)]
    if len(lines) < _FEWEST_ROWS:
        return None
    rows = _by_tabs(lines) if all("\t" in line for line in lines) else _by_blanks([line.expandtabs() for line in lines])
    width = len(rows[0]) if rows else 0
    if width < _FEWEST_COLUMNS or any(sum(map(bool, row)) < 2 for row in rows):
        return None
    cells = [text for row in rows[1:] for text in row[1:] if text]
    mostly = bool(cells) and 2 * sum(map(is_figure, cells)) >= len(cells)
    return table_of(rows) if mostly or _ends_in_figures(rows) else None


def _ends_in_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the last column is a name above nothing but figures, as prices stand behind what they are of."""
    name, *figures = (row[-1] for row in rows)
    return all(rows[0]) and not is_figure(name) and all(map(is_figure, figures))


def _by_tabs(lines: Sequence[str]) -> list[list[str]]:
    rows = [[cell.strip() for cell in re.split(r"\t+" if "\t\t" in line else r"\t", line.strip())] for line in lines]
    return rows if len({len(row) for row in rows}) == 1 else []


def _by_blanks(lines: Sequence[str]) -> list[list[str]]:
    """Cells between the places, two or more wide, at which every line is blank."""
    width = max(map(len, lines))
    padded = [line.ljust(width) for line in lines]
    blank = "".join(" " if all(line[at] == " " for line in padded) else "x" for at in range(width))
    spans = [match.span() for match in re.finditer(r"x+(?: x+)*", blank)]
    return [[line[start:end].strip() for start, end in spans] for line in padded]
