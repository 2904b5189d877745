"""What each source file held when it was read, so that what has not changed since need not be read again."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.documents.loaders.tracing import DIGEST_BYTES
from rag.folders import Read, array_of
from rag.index.versions.columns import Origin
from rag.index.versions.records import notice_of
from rag.types import Notice

_ELSEWHERE = -1  # instead of a position: the document is not in the version, another one with its content is


@dataclass(frozen=True, slots=True)
class Unit:
    """A document as it was read: its id, its content, and what of the file gave it."""

    document_id: str
    content_hash: str
    digest: bytes = b""  # of a line; empty when the file as a whole gave it
    number: int = 0  # of the line, from 1 on
    source: str = ""  # as messages name it, where it is neither the file nor the line
    notices: tuple[Notice, ...] = ()

    def told_as(self, path: Path) -> str:
        """As messages name it when it was read in the file `path`."""
        return self.source or (f"{path}:{self.number}" if self.number else str(path))


@dataclass(frozen=True, slots=True)
class Reading:
    """All documents of one file; `sha256` of its bytes, hex, or "" when something in it could not be read."""

    sha256: str
    units: Sequence[Unit]


@dataclass(frozen=True, slots=True)
class Readings:
    """Of all files that were read; `rules`: what decides how files are read (`rag.documents.rules`)."""

    rules: str = ""
    files: Mapping[Origin, Reading] = field(default_factory=dict)

    def by(self, rules: str) -> "Readings":
        """These, or none of them when other rules would read something else."""
        return self if self.rules == rules else Readings(rules)


def save(readings: Readings, ids: Sequence[str], hashes: Sequence[str], folder: Path) -> None:
    """Writes what still tells something about the documents that a version holds into a new folder."""
    folder.mkdir()
    writer = _Writer(ids, hashes)
    files = []
    for origin, reading in readings.files.items():
        units = [unit for unit in reading.units if writer.knows(unit)]
        whole = len(units) == len(reading.units)
        sha256 = reading.sha256 if whole else ""
        if sha256 or any(unit.digest for unit in units):
            files.append([origin.root, origin.file, sha256, len(units)])
            writer.add(units)
    writer.save(folder)
    _write_json(folder / "files.json", {"rules": readings.rules, "files": files})


class _Writer:
    """Units as columns."""

    def __init__(self, ids: Sequence[str], hashes: Sequence[str]) -> None:
        self._positions = {document_id: position for position, document_id in enumerate(ids)}
        self._hashes, self._contents = hashes, frozenset(hashes)
        self._digests: list[bytes] = []
        self._numbers: list[int] = []
        self._documents: list[int] = []
        self._others: dict[int, tuple[str, str]] = {}
        self._sources: dict[int, str] = {}
        self._notices: dict[int, list[dict[str, Any]]] = {}

    def knows(self, unit: Unit) -> bool:
        """Whether the version holds what it gave, under this or another id."""
        return unit.content_hash in self._contents

    def add(self, units: Iterable[Unit]) -> None:
        for unit in units:
            at = len(self._numbers)
            position = self._positions.get(unit.document_id, _ELSEWHERE)
            if position != _ELSEWHERE and self._hashes[position] != unit.content_hash:
                position = _ELSEWHERE
            if position == _ELSEWHERE:
                self._others[at] = (unit.document_id, unit.content_hash)
            self._digests.append(unit.digest.ljust(DIGEST_BYTES, b"\0"))
            self._numbers.append(unit.number)
            self._documents.append(position)
            if unit.source:
                self._sources[at] = unit.source
            if unit.notices:
                self._notices[at] = [asdict(notice) for notice in unit.notices]

    def save(self, folder: Path) -> None:
        digests = np.frombuffer(b"".join(self._digests), np.uint8).reshape(-1, DIGEST_BYTES)
        np.save(folder / "digests.npy", digests)
        np.save(folder / "numbers.npy", np.asarray(self._numbers, np.int32))
        np.save(folder / "documents.npy", np.asarray(self._documents, np.int32))
        rare: dict[str, dict[int, Any]] = {"others": self._others, "sources": self._sources, "notices": self._notices}
        _write_json(folder / "rare.json", {name: list(found.items()) for name, found in rare.items()})


def load(folder: Path, ids: Sequence[str], hashes: Sequence[str], read: Read = Path.read_bytes) -> Readings:
    """Undoes `save`. Raises ValueError, KeyError, TypeError."""
    stored = json.loads(read(folder / "files.json"))
    columns = _Columns(folder, ids, hashes, read)
    files: dict[Origin, Reading] = {}
    first = 0
    for root, file, sha256, count in stored["files"]:
        files[Origin(root, file)] = Reading(sha256, _Units(columns, range(first, first + count)))
        first += count
    return Readings(stored["rules"], files)


class _Columns:
    """The units of all files, read when those of the first file are asked for."""

    def __init__(self, folder: Path, ids: Sequence[str], hashes: Sequence[str], read: Read) -> None:
        self._folder, self._ids, self._hashes, self._read = folder, ids, hashes, read

    def units(self, rows: range) -> Iterator[Unit]:
        part = slice(rows.start, rows.stop)
        digests, numbers = self._digests[part].tobytes(), self._numbers[part].tolist()
        ids, hashes = self._ids, self._hashes
        others, sources, notices = (self._rare[name] for name in ("others", "sources", "notices"))
        for at, number, position in zip(rows, numbers, self._documents[part].tolist(), strict=True):
            start = (at - rows.start) * DIGEST_BYTES
            digest = digests[start : start + DIGEST_BYTES] if number else b""
            about = others[at] if position == _ELSEWHERE else (ids[position], hashes[position])
            told = tuple(map(notice_of, notices[at])) if at in notices else ()
            yield Unit(about[0], about[1], digest, number, sources.get(at, ""), told)

    @cached_property
    def _digests(self) -> npt.NDArray[np.uint8]:
        return array_of(self._read(self._folder / "digests.npy"))

    @cached_property
    def _numbers(self) -> npt.NDArray[np.int32]:
        return array_of(self._read(self._folder / "numbers.npy"))

    @cached_property
    def _documents(self) -> npt.NDArray[np.int32]:
        return array_of(self._read(self._folder / "documents.npy"))

    @cached_property
    def _rare(self) -> dict[str, dict[int, Any]]:
        return {name: dict(found) for name, found in json.loads(self._read(self._folder / "rare.json")).items()}


class _Units(Sequence[Unit]):
    """The units of one file, made when they are asked for."""

    def __init__(self, columns: _Columns, rows: range) -> None:
        self._columns, self._rows = columns, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Unit]:
        return self._columns.units(self._rows)

    def __getitem__(self, index: Any) -> Any:
        return tuple(self)[index]


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), "utf-8")
