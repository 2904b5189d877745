"""The stores there are, by the name that stands in a version's manifest."""

from pathlib import Path

from rag.errors import IndexCorrupt
from rag.index.stores.base import StoreFormat
from rag.index.stores.faiss import FaissFormat
from rag.index.stores.milvus import MilvusFormat
from rag.wording.words import N_

FORMATS: dict[str, StoreFormat] = {each.name: each for each in (FaissFormat(), MilvusFormat())}


def format_of(name: str) -> StoreFormat:
    """Raises IndexCorrupt for a name that is none of FORMATS."""
    if name not in FORMATS:
        raise IndexCorrupt(
            N_("the index keeps its vectors in '%(name)s', which this program does not know: build it again"), name=name
        )
    return FORMATS[name]


def forget(folder: Path) -> None:
    """Removes what any store keeps elsewhere for a folder that goes next. Raises StoreUnavailable."""
    for each in FORMATS.values():
        each.forget(folder)
