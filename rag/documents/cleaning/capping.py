"""No more than a third of a page goes by the judgement of its lines: beyond that, what is least certain stays.

What is known to be no text is not counted: links that markup shows or that are announced ("Baca juga: ..."), the words
that pages write on their buttons, what the page says twice, and its date. A page of nothing else has no text.
"""

from collections.abc import Sequence

from rag.documents.cleaning.furniture import Line
from rag.types import Omission

_MOST = 1 / 3  # of the characters
_LEAST_CERTAIN_FIRST = (Omission.COUNTER, Omission.LIST, Omission.BYLINE)


def capped(lines: Sequence[Line], reasons: Sequence[Omission | None]) -> tuple[list[Omission | None], int]:
    """The reasons without those of the sorts of lines that stay, and how many lines these are."""
    judged = list(zip(lines, reasons, strict=True))
    if all(reason for _, reason in judged):
        return list(reasons), 0
    allowed = _MOST * sum(len(line.text) for line, reason in judged if reason is None or _is_unsure(line, reason))
    kept: set[Omission] = set()
    for sort in _LEAST_CERTAIN_FIRST:
        if sum(len(line.text) for line, reason in judged if reason not in kept and _is_unsure(line, reason)) <= allowed:
            break
        kept.add(sort)
    stays = [reason in kept and _is_unsure(line, reason) for line, reason in judged]
    left = [None if stay else reason for reason, stay in zip(reasons, stays, strict=True)]
    return left, sum(stays)


def _is_unsure(line: Line, reason: Omission | None) -> bool:
    return reason in _LEAST_CERTAIN_FIRST and not line.linked
