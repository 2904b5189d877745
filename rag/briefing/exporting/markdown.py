"""A sheet as Markdown with footnotes, as GitHub and Pandoc read them."""

import re
from collections.abc import Iterator

from rag.briefing.writing.sheet import Grid, Heading, Line, Note, Sheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_OPENS_A_BLOCK = re.compile(r"^(\s*)(?:([-+])(?=\s)|(\d+)([.)])(?=\s))", re.MULTILINE)


def markdown(sheet: Sheet) -> str:
    """The whole document, ending in a line break."""
    parts = [f"# {_escaped(sheet.title)}", *(f"*{_escaped(fact)}*" for fact in sheet.facts)]
    parts += [_block(block) for block in sheet.blocks]
    parts.append("\n".join(_note(note) for note in sheet.notes))
    return _with_lists_closed(parts)


def _with_lists_closed(parts: list[str]) -> str:
    """Items of one list stand close, everything else apart."""
    text = ""
    for before, part in zip(["", *parts], parts, strict=False):
        close = before.startswith("- ") and part.startswith("- ")
        text += ("" if not text else "\n" if close else "\n\n") + part
    return f"{text.rstrip()}\n"


def _block(block: Heading | Line | Grid) -> str:
    if isinstance(block, Heading):
        return f"## {_escaped(block.text)}"
    if isinstance(block, Line):
        return "- " + _line(block, "  \n  ") if block.item else _line(block, "  \n")
    return "\n".join(_grid(block))


def _line(line: Line, line_break: str) -> str:
    text = _escaped(line.text).replace("\n\n", "\n").replace("\n", line_break)
    apart = line_break if "\n" in line.text else " "
    lead = f"*{_escaped(line.lead)}*{apart}" if line.lead else ""
    mark = f" *{_escaped(line.mark)}*" if line.mark else ""
    return f"{lead}{text}{mark}{''.join(f'[^{number}]' for number in line.notes)}"


def _grid(grid: Grid) -> Iterator[str]:
    """Markdown has no table without a head: one without names gets an empty one."""
    if grid.caption is not None:
        yield f"{_line(grid.caption, ' ')}\n"
    width = len(grid.rows[0])
    columns = [_escaped(name) for name in grid.columns] or [""] * width
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * width}"
    for row in grid.rows:
        yield f"| {' | '.join(_line(cell, '<br>') for cell in row)} |"


def _note(note: Note) -> str:
    return f"[^{note.number}]: {_escaped(note.text)}" + (f" <{note.link}>" if note.link else "")


def _escaped(text: str) -> str:
    return _OPENS_A_BLOCK.sub(_harmless, _SPECIAL.sub(r"\\\1", text))


def _harmless(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[2] else f"{match[1]}{match[3]}\\{match[4]}"
