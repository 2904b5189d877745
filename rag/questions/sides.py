"""The two sides of a comparison: "bandingkan tarif air 2025 dan 2026", "compare A with B".

What stands before the first side and behind the second is said of both: each side is told with it.
"""

from collections.abc import Sequence

from rag.language import function_words as fw
from rag.questions import overview_words as w

_Spans = Sequence[tuple[int, int]]
_BREAKS = fw.PREPOSITIONS_ID | fw.PREPOSITIONS_EN | {"antara", "between"}


def sides_of(text: str, tokens: Sequence[str], spans: _Spans) -> tuple[str, ...]:
    """Two topics, each complete; () where no two things are to be compared."""
    begin, end = _compared(tokens)
    joint = _joint(tokens, begin, end)
    if not begin < joint < end - 1:
        return ()
    second = second_side(tokens, joint + 1, end)
    first = first_side(text, tokens, spans, (begin, joint), second)
    before, behind = _said(text, spans, begin, first[0]), _said(text, spans, second[1], end)
    sides = (_said(text, spans, *part) for part in (first, second))
    return tuple(" ".join(filter(None, (before, side, behind))) for side in sides)


def _compared(tokens: Sequence[str]) -> tuple[int, int]:
    """Where what is compared begins and ends; an empty stretch where nothing is."""
    opening = w.BEFORE_SUMMARY | w.WHAT | fw.BE | {"yang", "itu"}
    head = next((row for row, token in enumerate(tokens) if token not in opening), len(tokens))
    if not tokens[head : head + 1] or tokens[head] not in w.COMPARE | w.DIFFER or w.HOW_MANY & {*tokens}:
        return 0, 0
    begin, end = head + 1, len(tokens)
    while begin < end and tokens[begin] in w.BETWEEN:
        begin += 1
    while end > begin and tokens[end - 1] in w.CLOSING:
        end -= 1
    return begin, end


def _joint(tokens: Sequence[str], begin: int, end: int) -> int:
    """The word between the sides: one that says "and", else one that says "with"; the last, where there are several."""
    rows = [row for row in range(begin, end) if tokens[row] in w.JOINING]
    plain = [row for row in rows if tokens[row] in fw.AND or tokens[row] in {"vs", "versus"}]
    return (plain or rows or [end])[-1]


def second_side(tokens: Sequence[str], begin: int, end: int) -> tuple[int, int]:
    """Up to what is said of both sides; a preposition that the second side opens with is its own."""
    rows = (row for row in range(begin + 1, end) if tokens[row] in _BREAKS)
    opening = begin + 1 if tokens[begin] in _BREAKS | fw.ARTICLES else begin
    return opening, next((row for row in rows if row > opening), end)


def first_side(
    text: str, tokens: Sequence[str], spans: _Spans, within: tuple[int, int], second: tuple[int, int]
) -> tuple[int, int]:
    """From the word that both begin with, else as many words as the second side has; a name is whole."""
    begin, joint = within
    alike = next((row for row in range(joint - 1, begin - 1, -1) if tokens[row] == tokens[second[0]]), None)
    broken = next((row + 1 for row in range(joint - 1, begin - 1, -1) if tokens[row] in _BREAKS), begin)
    start = max(begin, broken, joint - (second[1] - second[0])) if alike is None else alike
    while start > begin and _is_named(text, spans[start]) and _is_named(text, spans[start - 1]):
        start -= 1
    while start < joint - 1 and tokens[start] in w.ATTRIBUTES and tokens[second[0]] not in w.ATTRIBUTES:
        start += 1
    return start, joint


def _is_named(text: str, span: tuple[int, int]) -> bool:
    """A word with a capital that is no abbreviation."""
    word = text[span[0] : span[1]]
    return word[0].isupper() and word[1:].islower()


def _said(text: str, spans: _Spans, begin: int, end: int) -> str:
    return text[spans[begin][0] : spans[end - 1][1]] if begin < end else ""
