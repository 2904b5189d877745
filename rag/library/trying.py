"""A version of the index, or what publishing would make, in a folder of its own, to be asked questions of."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rag.errors import IndexMissing
from rag.folders import aside
from rag.index.versions import list_versions
from rag.library.publishing import candidate
from rag.library.staging import link, make_current
from rag.models.encoders.base import Encoder
from rag.settings import Settings
from rag.wording.words import N_

CANDIDATE = "candidate"  # names what publishing all drafts would make
_TRYING = ".trying-"


@contextmanager
def tried_index(name: str, encoder: Encoder, settings: Settings) -> Iterator[Path]:
    """An index folder whose current version is the one named; gone at the end of the block.

    Raises IndexMissing for a version that is not there, and what `candidate` raises.
    """
    _clear(settings.index)
    with aside(settings.index, _TRYING) as folder:
        if name == CANDIDATE:
            # The candidate itself is let go at once, so that staff can publish meanwhile.
            with candidate(settings.library, settings.index, encoder, settings) as made:
                shutil.copytree(made.staged, folder, copy_function=link, dirs_exist_ok=True)
        else:
            _take(settings.index, name, folder)
        yield folder


def _take(index: Path, name: str, folder: Path) -> None:
    if name not in {each.name for each in list_versions(index)}:
        raise IndexMissing(N_("%(index)s: there is no version %(name)s any more"), index=index, name=name)
    shutil.copytree(index / name, folder / name, copy_function=link)
    make_current(name, folder, index)


def _clear(index: Path) -> None:
    """What a killed server left; a server tries one index at a time."""
    for path in index.glob(f"{_TRYING}*"):
        with suppress(OSError):
            shutil.rmtree(path)
