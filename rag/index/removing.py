"""Takes documents out of the index, by their ids or by where they were read; the files may be gone already."""

import time
from collections.abc import Sequence
from pathlib import Path

from rag.errors import IndexMissing, Reason
from rag.index.base import base_of, lost_documents
from rag.index.report import FileResult, IngestReport, Status
from rag.index.sources import root_of
from rag.index.space import telling_of_full_disks
from rag.index.versions import Kept, OpenVersion, building, keep_version
from rag.wording.words import N_

_UNKNOWN = N_("no document has this id, or was read from this path or below it: the page /documents lists them")


def remove(names: Sequence[str], index: Path, wait_s: float = 0.0) -> IngestReport:
    """Publishes a version without the documents named, even when none is left.

    Raises IndexMissing, IndexBusy, DiskFull.
    """
    begun = time.perf_counter()
    with building(index, wait_s), telling_of_full_disks(index):
        base = base_of(index)
        if base.version is None:
            raise IndexMissing(N_("there is no whole index in %(index)s: make one with `rag ingest PATH`"), index=index)
        results, going = _found(names, base.version)
        version = _without(going, index, base.version) if going or base.damaged else base.version
        lost = tuple(lost_documents(index, base, version))
    return IngestReport(
        results=(*results, *(each for each in lost if each.document_id not in going)),
        version=version.name,
        published=version is not base.version,
        documents=version.manifest.documents,
        passages=version.manifest.passages,
        embedded=0,
        seconds=time.perf_counter() - begun,
        damaged=base.damaged,
        base=base.version.name,
    )


def _found(names: Sequence[str], version: OpenVersion) -> tuple[list[FileResult], frozenset[str]]:
    """What becomes of each name, and the ids of the documents that go."""
    results: dict[str, FileResult] = {}
    for name in names:
        ids = _meant(name, version)
        if not ids:
            results[name] = FileResult(name, Status.FAILED, reason=Reason(_UNKNOWN))
        for document_id in ids:
            origin = version.origin_of(document_id)
            results[document_id] = FileResult(str(origin.path) if origin else name, Status.REMOVED, document_id)
    return list(results.values()), frozenset(each.document_id for each in results.values() if each.document_id)


def _meant(name: str, version: OpenVersion) -> tuple[str, ...]:
    """The document with this id, else all that were read from this path or below it."""
    if version.position(name) is not None:
        return (name,)
    path = Path(root_of(Path(name)))
    known = zip(version.columns.ids, version.columns.origins, strict=True)
    return tuple(i for i, origin in known if path in (origin.path, *origin.path.parents))


def _without(going: frozenset[str], index: Path, version: OpenVersion) -> OpenVersion:
    facts = zip(version.columns.ids, version.columns.origins, strict=True)
    kept = [Kept(document_id, origin) for document_id, origin in facts if document_id not in going]
    return OpenVersion(index / keep_version(index, kept, version), whole=False)
