"""What a reading tells besides documents, so that a later one knows what it need not read again."""

import hashlib
from dataclasses import dataclass

from rag.errors import UnreadableDocument
from rag.types import Document

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Bytes:
    """Comes first: SHA-256, hex, of all that was read."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one line of a collection."""

    digest: bytes
    number: int  # from 1 on
    item: Document | UnreadableDocument


@dataclass(frozen=True, slots=True)
class Known:
    """Lines that were read before, by number and digest; many come at once."""

    lines: tuple[tuple[int, bytes], ...]


Traced = Document | UnreadableDocument | Bytes | Line | Known


def digest_of(line: str) -> bytes:
    """What tells a line from others, of DIGEST_BYTES bytes."""
    return hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).digest()
