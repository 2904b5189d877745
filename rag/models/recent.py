"""The things used last, of which a model that was asked for them before need not be asked again."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def _one(_: object) -> int:
    return 1


class Recent(Generic[Key, Value]):
    """Those used last, by key; safe to call from several threads."""

    def __init__(self, most: int, size: Callable[[Value], int] = _one) -> None:
        """`most`: the sizes of all that are kept, added up; so many of them, where each counts as one."""
        self._most, self._size, self._held = most, size, 0
        self._known: OrderedDict[Key, Value] = OrderedDict()
        self._lock = threading.Lock()

    def known(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """Those of the keys that are there."""
        with self._lock:
            return {key: self._known[key] for key in keys if key in self._known}

    def keep(self, used: Mapping[Key, Value]) -> None:
        """These are the ones used last now; the oldest go."""
        with self._lock:
            for key, value in used.items():
                if key in self._known:
                    self._held -= self._size(self._known[key])
                self._known[key] = value
                self._held += self._size(value)
                self._known.move_to_end(key)
            while self._held > self._most:
                _, oldest = self._known.popitem(last=False)
                self._held -= self._size(oldest)
