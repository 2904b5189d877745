"""Documents and passages as lines of JSON that are decoded only when asked for."""

import hashlib
import json
import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from pathlib import Path
from typing import IO, Any, Generic, Self, TypeVar, overload
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt
from rag.folders import Read, array_of
from rag.types import (
    Block,
    BlockKind,
    Cell,
    Document,
    Doubt,
    Heading,
    Language,
    LeftOut,
    Notice,
    NoticeKind,
    Omission,
    Passage,
    Table,
)

T = TypeVar("T")
_OMISSIONS = frozenset(Omission)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document was read: a path given to `rag ingest`, absolute, and the file below it ("" if it is one)."""

    root: str
    file: str = ""

    @property
    def path(self) -> Path:
        """The file itself."""
        return Path(self.root, self.file) if self.file else Path(self.root)


class RecordWriter:
    """Appends lines of JSON to a file and remembers where each begins."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._starts = [0]

    def add(self, line: bytes) -> None:
        """`line` is JSON without a line break."""
        self._file.write(line + b"\n")
        self._starts.append(self._starts[-1] + len(line) + 1)

    def offsets(self) -> npt.NDArray[np.int64]:
        """Where line i begins; one more than there are lines."""
        return np.asarray(self._starts, dtype=np.int64)


class Records(Sequence[T], Generic[T]):
    """A read-only sequence over such a file; the file may be unlinked while it is held.

    Lines are read when they are asked for, not mapped: a file that is cut short under a map ends the process. Each is
    compared with its checksum of the moment of opening, so that what the disk has changed since then is never given.
    """

    def __init__(
        self, path: Path, offsets: npt.NDArray[np.int64], decode: Callable[[bytes], T], sha256: str | None = None
    ) -> None:
        """`sha256`: of the whole file, hex, if it is known. Raises IndexCorrupt when the file has another."""
        self._path, self._offsets, self._decode = path, offsets, decode
        self._descriptor = os.open(path, os.O_RDONLY)
        digest, self._sums = _summed(self._descriptor)
        if sha256 not in (None, digest) or len(self._sums) != len(self):
            raise self._damaged()

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        return self._decode(self.line(range(len(self))[index]))

    def __iter__(self) -> Iterator[T]:
        return (self[i] for i in range(len(self)))

    def line(self, row: int) -> bytes:
        """The JSON of one record, as stored. Raises IndexCorrupt when it is no longer what it was."""
        start, end = int(self._offsets[row]), int(self._offsets[row + 1])
        try:
            line = os.pread(self._descriptor, end - start, start)
        except OSError as error:
            raise self._damaged() from error
        if len(line) != end - start or crc32(line) != self._sums[row]:
            raise self._damaged()
        return line[:-1]

    def _damaged(self) -> IndexCorrupt:
        return IndexCorrupt(f"{self._path} is damaged: what it holds is not what was stored")


def _summed(descriptor: int) -> tuple[str, "array[int]"]:
    """SHA-256 of a file, hex, and the checksum of each of its lines, from one reading."""
    digest, sums = hashlib.sha256(), array("I")
    with os.fdopen(os.dup(descriptor), "rb") as file:
        for line in file:
            digest.update(line)
            sums.append(crc32(line))
    return digest.hexdigest(), sums


def encode_passage(passage: Passage) -> bytes:
    """A passage as one line of JSON."""
    return _to_json({**_fields(passage), "tables": list(map(_packed_table, passage.tables))})


def decode_passage(line: bytes) -> Passage:
    """Undoes `encode_passage`."""
    fields = _typed(json.loads(line))
    fields["headings"] = tuple(fields.get("headings", ()))  # earlier releases kept the last two only, in `heading`
    fields["tables"] = tuple(map(_table, fields.get("tables", ())))
    return Passage(**fields)


def decode_title(line: bytes) -> tuple[str, Language]:
    """Title and language alone, of a passage or a document."""
    fields = json.loads(line.decode("ascii"))
    return fields["title"], Language(fields["language"])


def encode_document(document: Document) -> bytes:
    """A document as one line of JSON."""
    packed = {
        "headings": [asdict(heading) for heading in document.headings],
        "blocks": list(map(_packed_block, document.blocks)),
        "left_out": [asdict(each) for each in document.left_out],
        "notices": [asdict(each) for each in document.notices],
    }
    return _to_json({**_fields(document), **packed})


def decode_document(line: bytes) -> Document:
    """Undoes `encode_document`."""
    fields = _typed(json.loads(line))
    fields["headings"] = tuple(Heading(**heading) for heading in fields["headings"])
    fields["based_on"] = tuple(fields["based_on"])
    fields["page_starts"] = tuple(fields["page_starts"])
    fields["unread_pages"] = tuple(fields.get("unread_pages", ()))  # earlier releases did not look for them
    fields["blocks"] = tuple(map(_block, fields.get("blocks", ())))
    # Earlier builds told both in English sentences, which nothing can put into words now.
    fields["left_out"] = tuple(_left_out(each) for each in fields.get("left_out", ()) if each["reason"] in _OMISSIONS)
    fields["notices"] = tuple(_notice(each) for each in fields.get("notices", ()) if isinstance(each, dict))
    return Document(**fields)


def _fields(value: Document | Passage) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in dataclass_fields(value)}


def _packed_block(block: Block) -> dict[str, Any]:
    packed = {name: value for name, value in _said(block).items() if name != "table"}
    if block.doubtful:
        packed["doubtful"] = list(map(astuple, block.doubtful))
    return packed if block.table is None else {**packed, "table": _packed_table(block.table)}


def _packed_table(table: Table) -> dict[str, Any]:
    return {**_said(table), "rows": [[_packed_cell(cell) for cell in row] for row in table.rows]}


def _packed_cell(cell: Cell) -> list[int]:
    # A sheet may hold a million cells: numbers alone take a third of the room and of the time.
    place = [cell.start, cell.end, cell.row, cell.column]
    return place if cell.rows == cell.columns == 1 else [*place, cell.rows, cell.columns]


def _said(value: Block | Table) -> dict[str, Any]:
    """The fields that differ from what they are by default."""
    return {
        field.name: held for field in dataclass_fields(value) if (held := getattr(value, field.name)) != field.default
    }


def _block(fields: dict[str, Any]) -> Block:
    table = fields.get("table")
    typed = {
        "kind": BlockKind(fields["kind"]),
        "path": tuple(fields.get("path", ())),
        "doubtful": tuple(map(_doubt, fields.get("doubtful", ()))),
    }
    return Block(**{**fields, **typed, "table": table and _table(table)})


def _doubt(stored: str | list[Any]) -> Doubt:
    """Earlier releases kept the words alone."""
    return Doubt(stored) if isinstance(stored, str) else Doubt(*stored)


def _left_out(fields: dict[str, Any]) -> LeftOut:
    return LeftOut(**{**fields, "reason": Omission(fields["reason"])})


def _notice(fields: dict[str, Any]) -> Notice:
    return Notice(**{**fields, "kind": NoticeKind(fields["kind"]), "pages": tuple(fields["pages"])})


def _table(fields: dict[str, Any]) -> Table:
    rows = tuple(tuple(Cell(*cell) for cell in row) for row in fields["rows"])
    return Table(**{**fields, "columns": tuple(fields["columns"]), "rows": rows})


def _to_json(fields: dict[str, Any]) -> bytes:
    # Lone surrogates, which some broken PDFs hold, have no UTF-8 form; ASCII escapes keep them and never fail.
    return json.dumps(fields, default=_iso).encode("ascii")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} does not belong in a record")


def _typed(fields: dict[str, Any]) -> dict[str, Any]:
    published = fields.get("published")
    fields["published"] = date.fromisoformat(published) if published else None
    fields["language"] = Language(fields["language"])
    return fields


def write_json(path: Path, value: object) -> None:
    """One JSON value as a file."""
    path.write_text(json.dumps(value), "utf-8")


@dataclass(frozen=True, slots=True)
class Columns:
    """What must be known of every document without decoding any, as arrays."""

    ids: tuple[str, ...]
    hashes: tuple[str, ...]  # content hash
    origins: tuple[Origin, ...]
    passages: npt.NDArray[np.int64]  # (documents + 1,) passages of document i are rows passages[i] to passages[i + 1]
    published: npt.NDArray[np.int32]  # days since 1970-01-01, UNDATED without a date
    publishers: tuple[str, ...]
    publisher: npt.NDArray[np.int32]  # position in `publishers`, -1 without one

    def save(self, folder: Path) -> None:
        """Writes the columns into an existing folder."""
        for name in ("passages", "published", "publisher"):
            np.save(folder / f"{name}.npy", getattr(self, name))
        for name in ("ids", "hashes", "publishers"):
            write_json(folder / f"{name}.json", getattr(self, name))
        write_json(folder / "origins.json", [[origin.root, origin.file] for origin in self.origins])

    @classmethod
    def load(cls, folder: Path, read: Read = Path.read_bytes) -> Self:
        """Undoes `save`."""
        return cls(
            ids=tuple(json.loads(read(folder / "ids.json"))),
            hashes=tuple(json.loads(read(folder / "hashes.json"))),
            origins=tuple(Origin(*pair) for pair in json.loads(read(folder / "origins.json"))),
            passages=array_of(read(folder / "passages.npy")),
            published=array_of(read(folder / "published.npy")),
            publishers=tuple(json.loads(read(folder / "publishers.json"))),
            publisher=array_of(read(folder / "publisher.npy")),
        )


UNDATED = np.iinfo(np.int32).min


def days(value: date | None) -> int:
    """Days since 1970-01-01, or UNDATED."""
    return UNDATED if value is None else value.toordinal() - _EPOCH


def day_of(number: int) -> date | None:
    """Undoes `days`."""
    return None if number == UNDATED else date.fromordinal(number + _EPOCH)


_EPOCH = date(1970, 1, 1).toordinal()
