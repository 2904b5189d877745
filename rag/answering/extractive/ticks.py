"""Boxes of a form that was filled in: what stands behind an empty one is not said.

Where no box is ticked, empty ones are the marks of a list.
"""

import re

_BOX = re.compile(r"(?P<ticked>[☒☑✓✔✅]|\[[xX✓]\])|(?P<empty>[☐□▢⬜]|\[ ?\])")


def begins_unticked(text: str, among: str) -> bool:
    """Whether a line is an empty box and what it stands for."""
    first = _BOX.match(text)
    return (
        first is not None
        and first["empty"] is not None
        and _BOX.search(text, first.end()) is None
        and (_may_be_unticked(among))
    )


def _may_be_unticked(text: str) -> bool:
    found = list(_BOX.finditer(text))
    return any(box["ticked"] for box in found) and any(box["empty"] for box in found)
