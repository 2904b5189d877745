"""The current version of an index folder, followed while it changes."""

import logging
import threading
from pathlib import Path

from rag.errors import IndexCorrupt, IndexMismatch, IndexMissing
from rag.index.versions.opening import OpenVersion
from rag.index.versions.publishing import CURRENT, current_name

_log = logging.getLogger(__name__)
_Stamp = tuple[int, int]


class LiveIndex:
    """Hands out the published version; whoever got an older one may finish with it. Safe for several threads."""

    def __init__(self, folder: Path, fingerprint: str | None = None) -> None:
        """`fingerprint`: of the encoder in use; None accepts a version of any model, for reading without searching."""
        self._folder = folder
        self._fingerprint = fingerprint
        self._lock = threading.Lock()
        self._held: OpenVersion | None = None
        self._stamp: _Stamp | None = None

    def current(self) -> OpenVersion:
        """The published version, opened. Raises IndexMissing, IndexCorrupt, IndexMismatch.

        Costs one `stat` while nothing changes. A new version that cannot be used is logged, and the one in use stays.
        """
        stamp = self._look()
        with self._lock:
            if self._held is None or stamp != self._stamp:
                self._held = self._follow()
                self._stamp = stamp
            return self._held

    def _look(self) -> _Stamp | None:
        try:
            found = (self._folder / CURRENT).stat()
        except OSError:
            return None
        # CURRENT is always replaced by a new file, so its inode changes even within one tick of the clock.
        return found.st_ino, found.st_mtime_ns

    def _follow(self) -> OpenVersion:
        try:
            return self._open()
        except (IndexMissing, IndexCorrupt, IndexMismatch) as error:
            if self._held is None:
                raise
            _log.error("the new index version cannot be used, going on with %s: %s", self._held.name, error)
            return self._held

    def _open(self) -> OpenVersion:
        name = current_name(self._folder)
        if self._held is not None and self._held.name == name:
            return self._held
        version = OpenVersion(self._folder / name)
        self._require_same_model(version)
        return version

    def _require_same_model(self, version: OpenVersion) -> None:
        if self._fingerprint not in (None, version.manifest.fingerprint):
            raise IndexMismatch(
                f"the index {self._folder} was built with the embedding model '{version.manifest.model}', another is "
                "set now: set RAG_EMBEDDING_MODEL back, or run `rag ingest` on any source, which embeds everything anew"
            )
