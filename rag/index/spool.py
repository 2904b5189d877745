"""New documents of a build wait on the disk, not in memory, until the next version is written."""

import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from rag.index.versions.lines import RecordWriter
from rag.index.versions.publishing import BUILDING
from rag.index.versions.records import decode_document, encode_document
from rag.types import Document


class Spool:
    """A file without a name in the folder of an index, so that nothing is left of it however the build ends."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(prefix=BUILDING, dir=folder)  # noqa: SIM115 - closed by __exit__
        self._records = RecordWriter(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def size(self) -> int:
        """Bytes of all documents, as stored."""
        return self._records.size

    def add(self, document: Document) -> int:
        """The number by which it is found again."""
        self._records.add(encode_document(document))
        return len(self._records) - 1

    def line(self, number: int) -> bytes:
        """A document as the version will store it."""
        return self._records.line(number)

    def document(self, number: int) -> Document:
        return decode_document(self.line(number))
