"""The current version of an index folder, followed while it changes; a damaged one is left for a whole one."""

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from rag.errors import IndexCorrupt, IndexMismatch, IndexMissing, RagError
from rag.folders import files_below
from rag.index.versions.manifest import MANIFEST
from rag.index.versions.opening import OpenVersion
from rag.index.versions.publishing import CURRENT, current_name, fallbacks
from rag.index.versions.watching import check_slowly
from rag.wording.words import N_

_log = logging.getLogger(__name__)
_Stamp = tuple[int, int, int] | None
_SHARE = 0.5  # of a core, for looking through a large version once
_UNUSABLE = (IndexMissing, IndexCorrupt, IndexMismatch)


class LiveIndex:
    """Hands out the published version; whoever got an older one may finish with it. Safe for several threads."""

    def __init__(self, folder: Path, fingerprint: str | None = None) -> None:
        """`fingerprint`: of the encoder in use; None accepts a version of any model, for reading without searching."""
        self._folder = folder
        self._fingerprint = fingerprint
        self._lock = threading.Lock()
        self._held: OpenVersion | None = None
        self._damaged: str | None = None
        self._watched: Mapping[Path, _Stamp] = {}

    @property
    def damaged(self) -> str | None:
        """The name of the published version while it is damaged and another one, or none, is handed out."""
        return self._damaged

    def current(self) -> OpenVersion:
        """The published version, opened. Raises IndexMissing, IndexCorrupt, IndexMismatch.

        Costs one `stat` for each file of the version while nothing changes. A version that cannot be used is logged,
        and the newest whole one before it is handed out, or the one in use stays.
        """
        with self._lock:
            if self._held is None or _stamps(self._watched) != self._watched:
                self._held = self._follow()
            return self._held

    def instead_of(self, version: OpenVersion) -> OpenVersion:
        """What to go on with when `version` has turned out to be damaged. Raises as `current`."""
        with self._lock:
            if self._held is version:
                self._watched = {}  # so that every file is read anew, also those that look untouched
                self._held = self._follow()
            if self._held is None or self._held is version:
                raise IndexCorrupt(
                    N_("the index version %(name)s is damaged, and no other one is whole"), name=version.name
                )
            return self._held

    def check(self, share: float, stopped: threading.Event) -> str | None:
        """Compares the version in use with its hashes, with `share` of a core; leaves it when it is damaged.

        The first file that is damaged, or None. Raises as `current`.
        """
        version = self.current()
        damaged = check_slowly(self._folder / version.name, share, stopped)
        if damaged is not None:
            _log.error("the index version %s is damaged: %s", version.name, damaged)
            with suppress(IndexCorrupt):
                self.instead_of(version)
        return damaged

    def _follow(self) -> OpenVersion:
        before, self._watched = self._watched, _stamps([self._folder / CURRENT])
        try:
            name = current_name(self._folder)
        except IndexMissing as error:
            if self._held is None and not (self._folder / CURRENT).exists():
                raise
            return self._another(None, error, before)
        try:
            version = self._open(name, before)
        except _UNUSABLE as error:
            return self._another(name, error, before)
        self._damaged = None
        if not version.whole and version is not self._held:
            threading.Thread(target=self._look_through, args=(version,), daemon=True).start()
        return version

    def _look_through(self, version: OpenVersion) -> None:
        """What a large version holds is compared when it is read, and all of it soon after it was opened."""
        damaged = check_slowly(self._folder / version.name, _SHARE, threading.Event())
        if damaged is not None:
            _log.error("the index version %s is damaged: %s", version.name, damaged)
            with suppress(*_UNUSABLE):
                self.instead_of(version)

    def _another(self, name: str | None, error: RagError, before: Mapping[Path, _Stamp]) -> OpenVersion:
        """The newest whole version besides `name`, which cannot be used; raises `error` when there is none."""
        self._damaged = None if isinstance(error, IndexMismatch) else name or CURRENT
        found = None if isinstance(error, IndexMismatch) else next(self._whole(name, before), None)
        found = found or self._held
        if found is None:
            raise error
        _log.error("the index version %s cannot be used, going on with %s: %s", name or CURRENT, found.name, error)
        return found

    def _whole(self, name: str | None, before: Mapping[Path, _Stamp]) -> Iterator[OpenVersion]:
        for each in fallbacks(self._folder, name):
            try:
                yield self._open(each, before, known_damage=True)
            except _UNUSABLE as error:
                _log.error("the index version %s cannot be used either: %s", each, error)

    def _open(self, name: str, before: Mapping[Path, _Stamp], known_damage: bool = False) -> OpenVersion:
        """The version, watched from now on; the one that is held when no file of it has changed."""
        folder = self._folder / name
        stamps = _stamps([folder / MANIFEST, *files_below(folder)])
        self._watched = {**self._watched, **stamps}
        if self._held is not None and self._held.name == name and stamps.items() <= before.items():
            return self._held
        version = OpenVersion(folder)
        self._require_same_model(version)
        if known_damage or (self._held is not None and self._held.name == name):
            version.compare()  # a file of it has changed, or another version had to be left
        return version

    def _require_same_model(self, version: OpenVersion) -> None:
        if self._fingerprint not in (None, version.manifest.fingerprint):
            raise IndexMismatch(
                N_(
                    "the index %(folder)s was built with the embedding model '%(model)s', another is set now: set "
                    "RAG_EMBEDDING_MODEL back, or run `rag ingest` on any source, which embeds everything anew"
                ),
                folder=self._folder,
                model=version.manifest.model,
            )


def _stamps(paths: Iterable[Path]) -> dict[Path, _Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> _Stamp:
    """What changes when a file is replaced or written to; a file replaced within one tick has another inode."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
