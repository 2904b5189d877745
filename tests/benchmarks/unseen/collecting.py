"""Copies the documents out of checked-out repositories into one folder, a subfolder for every domain."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from rag.errors import BadInput
from tests.benchmarks.unseen.sources import Source


def collect(sources: Sequence[Source], checkouts: Path, folder: Path) -> int:
    """Copies every document and returns how many. Raises BadInput, naming what is absent, before anything is copied."""
    if absent := [source for source in sources if not place(source, checkouts).is_file()]:
        raise BadInput(_complaint(absent, checkouts))
    for source in sources:
        target = folder / source.document
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place(source, checkouts), target)
    return len(sources)


def place(source: Source, checkouts: Path) -> Path:
    """Where the file lies: each repository is checked out in a folder called owner+name."""
    return checkouts / source.repository.replace("/", "+") / source.path


def _complaint(absent: Iterable[Source], checkouts: Path) -> str:
    lines = [f"{place(one, checkouts)} (of {one.repository} at commit {one.commit})" for one in absent]
    return "these files are not there; check out the repositories first:\n  " + "\n  ".join(lines)
