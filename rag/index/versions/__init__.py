"""Index versions: immutable folders, verified, published atomically, held open by whoever reads them.

index/
  CURRENT                    name of the published version
  .lock                      held while someone builds, rolls back or prunes
  20260212T081530-482913/    a version, named after the UTC moment of its making
    manifest.json            what it was built with, how much it holds, size and SHA-256 of every file
    vectors.faiss            row i is the vector of passage i
    lexical/                 BM25; row i is passage i
    passages.jsonl           line i is passage i
    documents.jsonl          line i is document i, with all its text
    columns/                 offsets of the lines, ids, origins, dates, publishers, passage ranges of the documents
  .building-xxxx/            left by a killed build; the next build removes it
"""

from rag.index.versions.building import Addition, Kept, build_version
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
from rag.index.versions.records import Origin

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
    "list_versions",
    "prune",
    "rollback",
    "verify",
]
