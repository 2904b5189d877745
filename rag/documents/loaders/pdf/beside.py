"""Things set side by side, each with its own lines: two offices with their streets, telephones and hours.

Line by line they look like labels with values; but no label is a telephone number beside another.
"""

import re
from collections.abc import Sequence

_KINDS = (
    re.compile(r"\(?\b\d{3,4}\)?[-. ]\d{3}"),  # a telephone number
    re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE),  # hours
    re.compile(r"\b(?:jl|jln|jalan|gang|street|st|road|rd|avenue|ave|highway|hwy|drive|lane|blvd)\b", re.IGNORECASE),
    re.compile(r"\S+@\S+\.\S+|www\.|https?://", re.IGNORECASE),
)
_FEWEST = 2  # lines in which all say the same kind of thing


def stand_side_by_side(texts: Sequence[Sequence[str]]) -> bool:
    """Whether lines are of things beside each other: all cells of one a street, all of another a telephone."""
    kinds = [
        {kind for kind, pattern in enumerate(_KINDS) if all(map(pattern.search, row))}
        for row in texts
        if len(row) > 1 and all(row)
    ]
    told = [found for found in kinds if found]
    return len(told) >= _FEWEST and len(set().union(*told)) >= _FEWEST and not set.intersection(*told)
