"""What must be known of every document without decoding any."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.documents.duplicates import BANDS
from rag.folders import Read, array_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was read: a path given to `rag ingest`, absolute, and the file below it ("" if it is one)."""

    root: str
    file: str = ""

    @property
    def path(self) -> Path:
        """The file itself."""
        return Path(self.root, self.file) if self.file else Path(self.root)


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of the documents of a version, in stored order."""

    ids: tuple[str, ...]
    hashes: tuple[str, ...]  # content hash
    origins: tuple[Origin, ...]
    passages: npt.NDArray[np.int64]  # (documents + 1,) passages of document i are rows passages[i] to passages[i + 1]
    published: npt.NDArray[np.int32]  # days since 1970-01-01, UNDATED without a date
    publishers: tuple[str, ...]
    publisher: npt.NDArray[np.int32]  # position in `publishers`, -1 without one
    bands: npt.NDArray[np.uint32]  # (documents, BANDS), for finding what is alike; zeros where it was not looked at

    def save(self, folder: Path) -> None:
        """Writes the columns into an existing folder."""
        for name in ("passages", "published", "publisher", "bands"):
            np.save(folder / f"{name}.npy", getattr(self, name))
        for name in ("ids", "hashes", "publishers"):
            _write_json(folder / f"{name}.json", getattr(self, name))
        # A collection of a million lines is one origin.
        numbers = {origin: number for number, origin in enumerate(dict.fromkeys(self.origins))}
        known = [[origin.root, origin.file] for origin in numbers]
        _write_json(folder / "origins.json", {"known": known, "of": [numbers[origin] for origin in self.origins]})


class StoredColumns:
    """The columns of a version, each read when it is first asked for. Raises IndexCorrupt, ValueError then."""

    def __init__(self, folder: Path, read: Read = Path.read_bytes) -> None:
        """`read` compares what it reads with the manifest."""
        self._folder, self._read = folder, read

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._json("ids"))

    @cached_property
    def hashes(self) -> tuple[str, ...]:
        return tuple(self._json("hashes"))

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        stored = self._json("origins")
        if isinstance(stored, list):  # earlier releases: one for each document
            return tuple(Origin(*pair) for pair in stored)
        known = [Origin(*pair) for pair in stored["known"]]
        return tuple(map(known.__getitem__, stored["of"]))

    @cached_property
    def passages(self) -> npt.NDArray[np.int64]:
        return self._array("passages")

    @cached_property
    def bands(self) -> npt.NDArray[np.uint32]:
        if not (self._folder / "bands.npy").exists():  # earlier releases kept none
            return np.zeros((len(self.ids), BANDS), np.uint32)
        return self._array("bands")

    @cached_property
    def published(self) -> npt.NDArray[np.int32]:
        return self._array("published")

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        return tuple(self._json("publishers"))

    @cached_property
    def publisher(self) -> npt.NDArray[np.int32]:
        return self._array("publisher")

    def _json(self, name: str) -> Any:
        return json.loads(self._read(self._folder / f"{name}.json"))

    def _array(self, name: str) -> npt.NDArray[Any]:
        return array_of(self._read(self._folder / f"{name}.npy"))


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), "utf-8")


UNDATED = np.iinfo(np.int32).min


def days(value: date | None) -> int:
    """Days since 1970-01-01, or UNDATED."""
    return UNDATED if value is None else value.toordinal() - _EPOCH


def day_of(number: int) -> date | None:
    """Undoes `days`."""
    return None if number == UNDATED else date.fromordinal(number + _EPOCH)


_EPOCH = date(1970, 1, 1).toordinal()
