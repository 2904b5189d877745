"""Passages in the manner of press releases and statutes, written by templates, with questions in two languages."""

import random
from collections.abc import Callable, Iterator

from rag.training.reader.examples import Example
from rag.training.reader.synthetic import counts, people, rules
from rag.training.reader.synthetic.draft import Draft, examples_of

__all__ = ["FAMILIES", "generate"]

FAMILIES: dict[str, Callable[[random.Random], Draft]] = {
    "enumeration": counts.enumeration,
    "shares": counts.shares,
    "trend": counts.trend,
    "table": counts.table,
    "offices": people.offices,
    "event": people.event,
    "partnership": people.partnership,
    "regulation": rules.regulation,
    "statute": rules.statute,
    "periods": rules.periods,
    "service": rules.service,
}
_PASSAGES = {"enumeration": 300, "offices": 260, "event": 160, "partnership": 200, "regulation": 160, "periods": 140}
_ENGLISH = 0.38


def generate(seed: int, scale: float = 1.0) -> Iterator[Example]:
    """The same examples for the same seed; `scale` multiplies the number of passages of each family."""
    draw = random.Random(seed)  # noqa: S311 - templates, not secrets
    for name, write in FAMILIES.items():
        for number in range(round(_PASSAGES.get(name, 110) * scale)):
            yield from examples_of(write(draw), f"{name}:{seed}:{number}", 3, _ENGLISH, draw)
