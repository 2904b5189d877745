"""Joins neighbouring spans into one list when several things are asked for."""

import re
from collections.abc import Sequence

from rag.language.function_words import ANY_JOINT
from rag.models.reader.reading import ReadSpan

_BETWEEN = re.compile(rf"^\s*(?:[,;/]|&|,?\s*{ANY_JOINT})\s*(?:\w+\s)?$", re.IGNORECASE)
_WITHIN = 4.0  # logits a member may lie below the best one


def joined(text: str, spans: Sequence[ReadSpan]) -> tuple[ReadSpan, ...]:
    """Spans with nothing but commas and "dan" between them become one, with the best score among them."""
    if not spans:
        return ()
    near = sorted((s for s in spans if s.score >= spans[0].score - _WITHIN), key=lambda span: span.start)
    merged = [near[0]]
    for span in near[1:]:
        last = merged[-1]
        if _BETWEEN.match(text[last.end : span.start]):
            merged[-1] = ReadSpan(last.start, span.end, max(last.score, span.score))
        else:
            merged.append(span)
    rest = [span for span in spans if span.score < spans[0].score - _WITHIN]
    return tuple(sorted([*merged, *rest], key=lambda span: -span.score))
