"""The things used last, of which a model that was asked for them before need not be asked again."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """The `most` used last, by key; safe to call from several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
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
                self._known[key] = value
                self._known.move_to_end(key)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
