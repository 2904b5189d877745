"""An index folder with the files of another one: not copies of them, where the disk can do that."""

import os
import shutil
from pathlib import Path

from rag.index.versions.publishing import CURRENT


def link(source: str, target: str) -> str:
    """The file under another name, or a copy on another disk; as `shutil.copytree` wants it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def make_current(name: str, folder: Path, index: Path) -> None:
    """Makes version `name`, which `folder` holds, its current one, with what was calibrated for `index`."""
    for path in index.iterdir():
        if path.is_file() and not path.name.startswith(".") and path.name != CURRENT:
            shutil.copy2(path, folder / path.name)
    (folder / CURRENT).write_text(f"{name}\n", "utf-8")
