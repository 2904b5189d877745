"""Readings kept on disk, so that an interrupted or repeated measurement reads nothing twice."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import rag.models.reader
from rag.models.reader import Reader, Reading, ReadSpan


class KeptReader:
    """Forwards to a reader what is not in the file `path` yet, and adds it there."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self.name = reader.name
        self.fresh = 0  # readings that were not on disk
        self._reader, self._path = reader, path
        self._known = _readings(path) if path.is_file() else {}

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        keys = [_key(question, passage) for passage in passages]
        missing = {key: text for key, text in zip(keys, passages, strict=True) if key not in self._known}
        if missing:
            found = self._reader.read(question, list(missing.values()))
            self._keep(zip(missing, found, strict=True))
        return tuple(self._known[key] for key in keys)

    def _keep(self, found: Iterable[tuple[str, Reading]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            for key, reading in found:
                self._known[key] = reading
                self.fresh += 1
                file.write(json.dumps({"key": key, **asdict(reading)}) + "\n")


def fingerprint(weights: Path) -> str:
    """Of the weights, their calibration and the reader's code: readings of another reader are of no use."""
    code = sorted(Path(rag.models.reader.__file__).parent.glob("*.py"))
    files = [*code, weights, weights.with_suffix(".json")]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files if file.is_file())).hexdigest()[:12]


def _key(question: str, passage: str) -> str:
    return hashlib.sha256(f"{question}\n{passage}".encode()).hexdigest()[:24]


def _readings(path: Path) -> dict[str, Reading]:
    """Whole lines only: the last one of a run that was killed may be cut off, and is cut away."""
    text = path.read_text("utf-8")
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        path.write_text(whole, "utf-8")
    rows = (json.loads(line) for line in whole.splitlines())
    return {row["key"]: _reading(row) for row in rows}


def _reading(row: dict[str, Any]) -> Reading:
    return Reading(tuple(ReadSpan(**span) for span in row["spans"]), row["answerable"], row["margin"])
