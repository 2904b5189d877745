"""A reader that remembers: what many ask is asked again, from the page's suggestions and from links that are shared."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence

from rag.models.reader.reading import Reader, Reading

_MOST = 4096  # readings, of about 1 KB each


class RememberingReader:
    """Forwards to a reader and keeps the `most` readings used last; safe to call from threads.

    A reading depends on the question and the passage alone. Of both only digests are kept, so that nothing that
    anybody asked stands in memory.
    """

    def __init__(self, reader: Reader, most: int = _MOST) -> None:
        self.name: str = reader.name
        self._reader, self._most = reader, most
        self._known: OrderedDict[bytes, Reading] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """As the reader inside; only passages that this question has not met lately are read."""
        keys = [_digest(question, passage) for passage in passages]
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
        fresh = {key: passage for key, passage in zip(keys, passages, strict=True) if key not in found}
        if fresh:
            found |= zip(fresh, self._reader.read(question, tuple(fresh.values())), strict=True)
        self._keep(found)
        return tuple(found[key] for key in keys)

    def _keep(self, readings: Mapping[bytes, Reading]) -> None:
        with self._lock:
            for key, reading in readings.items():
                self._known[key] = reading
                self._known.move_to_end(key)
            while len(self._known) > self._most:
                self._known.popitem(last=False)


def _digest(question: str, passage: str) -> bytes:
    """No two questions with their passages have the same: the length says where the question ends."""
    told = f"{len(question)}:{question}{passage}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).digest()
