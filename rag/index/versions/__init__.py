"""Index versions: immutable folders, verified, published atomically, held open by whoever reads them.

index/
  CURRENT                    name of the published version
  .lock                      held while someone builds, rolls back or prunes
  20260212T081530-482913/    a version, named after the UTC moment of its making
    manifest.json            what it was built with, how much it holds, size and SHA-256 of every file
    vectors.faiss            row i is the vector of passage i; of many, its signs,
    vectors.half             and the rows themselves
    lexical/                 BM25; row i is passage i
    passages.jsonl           line i is passage i
    documents.jsonl          line i is document i, with all its text
    columns/                 offsets and checksums of the lines; ids, origins, dates, publishers, passages of documents
    readings/                what each source file held, line by line, so that it is not read again while it is the same
  .building-xxxx/            left by a killed build; the next build removes it
"""

from rag.index.versions.building import build_version, keep_version
from rag.index.versions.columns import Origin
from rag.index.versions.live import LiveIndex
from rag.index.versions.manifest import Manifest, ManifestFile
from rag.index.versions.opening import OpenVersion, documents_of
from rag.index.versions.publishing import (
    VersionInfo,
    building,
    current_name,
    fallbacks,
    is_busy,
    list_versions,
    prune,
    rollback,
    verify,
)
from rag.index.versions.writing import Addition, Kept

__all__ = [
    "Addition",
    "Kept",
    "LiveIndex",
    "Manifest",
    "ManifestFile",
    "OpenVersion",
    "Origin",
    "VersionInfo",
    "build_version",
    "building",
    "current_name",
    "documents_of",
    "fallbacks",
    "is_busy",
    "keep_version",
    "list_versions",
    "prune",
    "rollback",
    "verify",
]
