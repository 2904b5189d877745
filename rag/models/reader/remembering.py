"""A reader that remembers: what many ask is asked again, from the page's suggestions and from links that are shared."""

import hashlib
from collections.abc import Sequence

from rag.models.reader.reading import Reader, Reading
from rag.models.recent import Recent

_MOST = 4096  # readings, of about 1 KB each


class RememberingReader:
    """Forwards to a reader and keeps the `most` readings used last; safe to call from threads.

    A reading depends on the question and the passage alone. Of both only digests are kept, so that nothing that
    anybody asked stands in memory.
    """

    def __init__(self, reader: Reader, most: int = _MOST) -> None:
        self.name: str = reader.name
        self._reader = reader
        self._recent = Recent[bytes, Reading](most)

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """As the reader inside; only passages that this question has not met lately are read."""
        keys = [_digest(question, passage) for passage in passages]
        found = self._recent.known(keys)
        fresh = {key: passage for key, passage in zip(keys, passages, strict=True) if key not in found}
        if fresh:
            found |= zip(fresh, self._reader.read(question, tuple(fresh.values())), strict=True)
        self._recent.keep(found)
        return tuple(found[key] for key in keys)


def _digest(question: str, passage: str) -> bytes:
    """No two questions with their passages have the same: the length says where the question ends."""
    told = f"{len(question)}:{question}{passage}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).digest()
