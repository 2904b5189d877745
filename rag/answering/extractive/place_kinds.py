"""The kind of a place is no name of it: pages about Macanan need not say that it is a desa.

A page about the kecamatan or the dusun of the same name is about another place; a pekon, a kampung or a kelurahan is
what people call a desa.
"""

import re
from collections.abc import Iterator, Sequence

from rag.language.patterns import any_of

_VILLAGES = frozenset("desa kelurahan pekon kampung tiyuh nagari gampong".split())
_KINDS = _VILLAGES | frozenset("dusun pedukuhan lingkungan kecamatan distrik kabupaten kota provinsi".split())
_CALLED = re.compile(rf"\b(?P<kind>(?i:{any_of(_KINDS)})) (?P<name>[A-Z][\w'’-]+)")


def told_by_name(question: str, unnamed: Sequence[str], whole: str) -> Iterator[str]:
    """Of the words of names that a text lacks those that merely say of which kind a place is that it names."""
    for match in _CALLED.finditer(question):
        kind, name = match["kind"], match["name"]
        if kind not in unnamed or name in unnamed:
            continue
        before = re.compile(rf"\b(?P<kind>{any_of(_KINDS)})\W{{1,3}}{re.escape(name)}\b", re.IGNORECASE)
        called = {found["kind"].lower() for found in before.finditer(whole)}
        if all(_is_like(kind.lower(), other) for other in called):
            yield kind


def _is_like(kind: str, other: str) -> bool:
    return kind == other or (kind in _VILLAGES and other in _VILLAGES)
