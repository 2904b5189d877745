"""Items of a list, what is told below each, and which of them a question means.

"Batas waktu: 7 April" below the second decision is no "batas waktu" of the first: items with labels below them are
bound as the rows of a table are. An item is meant by its words, or by its number where the line above the list, or the
heading, says what is counted: "keputusan nomor 4" below "Keputusan rapat:".
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.question_kinds import fits
from rag.language.sequences import Counted, counted_in, number_of
from rag.language.stems import stem, terms
from rag.language.text import is_list_item
from rag.questions.understanding import Query

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARKED = re.compile(r"\s*(?P<mark>\(?\d{1,2}[.)]|KE[A-Z]{2,}(?=\s*:))\s*:?\s*(?P<told>\S.*)")
_LABELLED = re.compile(r"\s*(?:[-*•]\s+)?(?P<label>[^\W\d][^:;.!?\n]{1,40}?)\s*:\s*(?P<value>[^\n]*?)[.;]?\s*")
_COUNTING = frozenset(terms("nomor number no urut"))
_TEXTS = 32  # whose items are remembered: a question meets a few, and each may be long
_LONGEST = 200_000  # characters of a document that is looked through whole


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line "label: value" below an item; offsets into the text."""

    start: int
    end: int
    label: str
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An item; offsets into the text. `above`: the line that introduces its list; `beyond`: where its labels end."""

    start: int
    told: int
    end: int
    beyond: int
    number: int | None
    text: str
    above: str
    labels: tuple[Labelled, ...] = ()


@lru_cache(_TEXTS)
def items_in(text: str) -> tuple[Item, ...]:
    """The items of a text in order; labelled lines below one are its own."""
    found: list[tuple[Item, list[Labelled]]] = []
    above, is_open = "", False
    for line in _LINE.finditer(text):
        marked, labelled = _MARKED.fullmatch(line[0]), _LABELLED.fullmatch(line[0])
        if is_open and labelled is not None and marked is None:
            value = (line.start() + labelled.start("value"), line.start() + labelled.end("value"))
            found[-1][1].append(Labelled(line.start(), line.end(), labelled["label"], value))
        elif marked is not None or is_list_item(line[0].strip()):
            begin = line.start() + (marked.start("told") if marked else 0)
            number = number_of(marked["mark"]) if marked else None
            found.append((Item(line.start(), begin, line.end(), line.end(), number, line[0], above), []))
            is_open = True
        else:
            above, is_open = line[0], False
    return tuple(
        replace(item, beyond=labels[-1].end, labels=tuple(labels)) if labels else item for item, labels in found
    )


def is_of_other_item(query: Query, candidate: Candidate) -> bool:
    """Whether a sentence stands in or below an item, and the question means another one of its list."""
    place = _Place.of(candidate)
    if place is None:
        return False
    own, counted = place.own, counted_in(query.text)
    if counted is not None and own.number is not None and _is_counted(query, counted, candidate, own):
        return own.number != counted.number
    label = _label(candidate)
    if label is None or place.start < own.end:
        return False
    said = _said(query, own.text, label)
    return any(
        said < _said(query, one.text, label) for one in place.beside if _called(label) in map(_label_of, one.labels)
    )


def told_by_item(query: Query, candidate: Candidate) -> tuple[int, int] | None:
    """Offsets into the passage of the item that a question counts to, or of what a label below the item meant says.

    None where title, headings, item and label do not say all of the question.
    """
    place = _Place.of(candidate)
    if place is None or query.wants_list or query.computation is not None:
        return None
    own, counted, rest = place.own, counted_in(query.text), list(query.topic)
    by_number = counted is not None and own.number == counted.number and _is_counted(query, counted, candidate, own)
    if by_number and counted is not None:
        counting = _COUNTING | frozenset(map(stem, counted.words))
        rest = [group for group in query.topic if not group & counting]
    passage = candidate.hit.passage
    item = facts_of(own.text).terms
    said = facts_of(" ".join((passage.title, *passage.headings, own.above))).terms | item
    if by_number and query.kind is None and place.start <= own.told and all(group & said for group in rest):
        return place.within(own.told, own.end)
    for one in own.labels:
        named = facts_of(one.label).terms
        is_here = place.start <= one.value[0] < one.value[1] <= place.end
        is_meant = any(group & named for group in rest) and (by_number or any(group & item - named for group in rest))
        if is_here and is_meant and all(group & (said | named) for group in rest):
            begin, end = place.within(*one.value)
            return (begin, end) if query.kind is None or fits(passage.text[begin:end], query.kind) else None
    return None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a candidate stands among items: the one that it is, ends with or stands below, and those beside that.

    `start` and `end` of the candidate are offsets into the same text; `shift` is what makes them those of the passage.
    """

    own: Item
    beside: tuple[Item, ...]
    start: int
    end: int
    shift: int

    @classmethod
    def of(cls, candidate: Candidate) -> Self | None:
        """None for what is not of one item alone; the whole document is looked at where it is not a long one."""
        if candidate.table is not None or candidate.of_law:
            return None
        whole = 0 < len(candidate.source) <= _LONGEST
        start, end = (candidate.span.start, candidate.span.end) if whole else candidate.within
        items = items_in(candidate.source if whole else candidate.hit.passage.text)
        own = [one for one in items if start < one.beyond and one.start < end]
        if len(own) != 1:
            return None
        beside = tuple(one for one in items if one.above == own[0].above and one is not own[0])
        return cls(own[0], beside, start, end, candidate.hit.passage.start if whole else 0)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """As offsets into the passage."""
        return start - self.shift, end - self.shift


def _is_counted(query: Query, counted: Counted, candidate: Candidate, item: Item) -> bool:
    """Whether the list is one of the things that a question counts, as the line above it or the heading says."""
    headings = candidate.hit.passage.headings
    said = facts_of(item.above).terms | facts_of(" ".join(headings[-1:])).terms
    meant = {stem(counted.thing)}.union(*(group for group in query.topic if stem(counted.thing) in group))
    return bool(meant & said)


def _said(query: Query, text: str, label: str) -> frozenset[int]:
    own, named = facts_of(text).terms, facts_of(label).terms
    return frozenset(at for at, group in enumerate(query.topic) if group & own and not group & named)


def _label(candidate: Candidate) -> str | None:
    found = _LABELLED.fullmatch(candidate.text) if candidate.table is None else None
    return found["label"] if found else None


def _label_of(one: Labelled) -> str:
    return _called(one.label)


def _called(label: str) -> str:
    return " ".join(label.casefold().split())
