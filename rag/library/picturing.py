"""Figures that text recognition may have misread, shown as pictures of their lines in the original."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from rag.errors import LibraryProblem
from rag.library.looking import original_path
from rag.library.records import Entry
from rag.types import Block, Document
from rag.wording.words import N_

_MOST = 20  # of a document: each is a request of its reader's browser
_SECONDS = 20
_SOURCE = Path(__file__).parents[2]  # the folder that the package is imported from


@dataclass(frozen=True, slots=True)
class Strip:
    """A line on a page with the words that are in doubt; `start` is where its block begins in the text."""

    start: int
    page: int
    bottom: float
    top: float
    words: tuple[str, ...]


def strips_of(document: Document) -> tuple[Strip, ...]:
    """The first of them, in the order of the text."""
    return tuple(islice((strip for block in document.blocks for strip in _strips(block)), _MOST))


def picture(folder: Path, entry: Entry, strip: Strip) -> bytes:
    """PNG. Raises LibraryProblem when the original is gone or cannot be drawn."""
    return _drawn(original_path(folder, entry.original), strip.page, strip.bottom, strip.top)


def _strips(block: Block) -> Iterator[Strip]:
    """One for each line: words beside each other are seen together."""
    line: Strip | None = None
    for doubt in block.doubtful:
        if doubt.page is None or doubt.top <= doubt.bottom:
            continue
        if line is not None and line.page == doubt.page and line.bottom < (doubt.bottom + doubt.top) / 2 < line.top:
            low, high = min(line.bottom, doubt.bottom), max(line.top, doubt.top)
            line = replace(line, bottom=low, top=high, words=(*line.words, doubt.word))
            continue
        if line is not None:
            yield line
        line = Strip(block.start, doubt.page, doubt.bottom, doubt.top, (doubt.word,))
    if line is not None:
        yield line


@lru_cache(maxsize=128)  # an original has its hash as name, so that what is kept stays true
def _drawn(path: Path, page: int, bottom: float, top: float) -> bytes:
    command = [sys.executable, "-P", "-m", "rag.documents.strips", str(path), str(page), str(bottom), str(top)]
    source = os.pathsep.join(filter(None, (str(_SOURCE), os.environ.get("PYTHONPATH", ""))))
    try:
        done = subprocess.run(  # noqa: S603 - our own module, run by the interpreter that runs us
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
            env={**os.environ, "PYTHONPATH": source},
        )
    except (OSError, subprocess.SubprocessError) as error:
        problem = N_("page %(page)s of %(path)s cannot be drawn; look at the original")
        raise LibraryProblem(problem, page=page, path=path.name) from error
    return done.stdout
