"""What an ingest builds on: the published version if it is whole, else the newest whole one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.errors import IndexCorrupt, IndexMissing, Reason
from rag.index.report import FileResult, Status
from rag.index.versions import OpenVersion, current_name, documents_of, fallbacks
from rag.index.versions.publishing import CURRENT
from rag.wording.words import N_

_LOST = N_("it was in the damaged version %(version)s only: give %(path)s to `rag ingest` again")


@dataclass(frozen=True, slots=True)
class Base:
    """`version` is None when there is nothing whole to build on; `damaged` names what was passed over for it."""

    version: OpenVersion | None
    damaged: tuple[str, ...] = ()


def base_of(index: Path, known: Collection[str] = (), most_bytes: int | None = None) -> Base:
    """Every byte of the version is compared with its hashes, so that no damage is carried on.

    `known`: versions that are damaged. One larger than `most_bytes` is to be compared by whoever copies from it.
    """
    damaged: list[str] = []
    for name in _candidates(index):
        try:
            version = OpenVersion(index / name, whole=False)
            if name in known:
                raise IndexCorrupt(name)
            if most_bytes is None or version.manifest.size <= most_bytes:
                version.compare()
            return Base(version, tuple(damaged))
        except (IndexCorrupt, IndexMissing):
            damaged.append(name)
    return Base(None, tuple(damaged))


def _candidates(index: Path) -> tuple[str, ...]:
    try:
        name = current_name(index)
    except IndexMissing:
        return fallbacks(index, None) if (index / CURRENT).exists() else ()
    return name, *fallbacks(index, name)


def lost_documents(index: Path, base: Base, version: OpenVersion | None) -> Iterator[FileResult]:
    """Documents of the damaged published version that the one after it does not hold, each with what to do."""
    if not base.damaged:
        return
    held = frozenset(version.document_ids()) if version else frozenset()
    for name in base.damaged[:1]:
        for document_id, origin in documents_of(index / name).items():
            if document_id not in held:
                reason = Reason(_LOST, {"version": name, "path": origin.path})
                yield FileResult(str(origin.path), Status.FAILED, document_id, reason)
