"""A number stays with the thing it counts: what stands by it in the answer must stand by it in the source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.answering.guard.terms import Days, Kind, Term, contrasts, yearless
from rag.language.function_words import AND, BUT, OR, WHILE
from rag.language.patterns import any_of
from rag.language.quantities import Quantity, agrees

_SAME_AGAIN = re.compile(rf"\b{any_of(OR | {'tahun', 'of'})}\b|\(", re.IGNORECASE)
_ANCHORS = frozenset({Kind.QUANTITY, Kind.DATE})
_BREAK = re.compile(
    r"[;:.!?]\s|,\s|\s[-–—]\s|"
    rf"\b{any_of(WHILE | AND | BUT | {'disusul', 'diikuti', 'lalu', 'kemudian', 'followed', 'then'})}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a sentence with at most one group of numbers, and the terms in it."""

    anchors: tuple[Term, ...]
    others: tuple[Term, ...]


def same_amount(said: Term, source: Term, *, bounded: bool = True) -> bool:
    """Whether an amount or a date of the answer repeats one of the source; a month may stand for a day in it.

    `bounded` compares "more than" and "at most" as well.
    """
    if said.quantity is not None:
        return source.quantity is not None and agrees(said.quantity, source.quantity, bounded=bounded)
    if said.days is None:
        return False
    if source.days is not None:
        return _same_days(said.days, source.days)
    return source.quantity is not None and _is_year(said.days, source.quantity)


def stays_with_its_thing(
    said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]], topic: frozenset[str]
) -> bool:
    """Whether every number of the answer's sentence keeps company with what the source's sentence counts by it.

    Both are (text, terms). Where the source has several numbers, each of its words belongs to the nearest one.
    """
    return all(_of_kind_stay(kind, said, source, topic) for kind in _ANCHORS)


def _of_kind_stay(
    kind: Kind, said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]], topic: frozenset[str]
) -> bool:
    """Amounts compete with amounts for a word, dates with dates."""
    owners = _owners(kind, *source)
    if len(owners) < 2:
        return True
    return all(_kept(anchor, part, owners, topic) for part in stretches(kind, *said) for anchor in part.anchors)


def stretches(kind: Kind, text: str, found: Sequence[Term]) -> tuple[Stretch, ...]:
    """The sentence cut where a new number begins its own statement; a stretch without numbers joins the next one."""
    cuts = [match.start() for match in _BREAK.finditer(text)]
    pieces: list[list[Term]] = [[]]
    for term in (term for term in found if term.kind is kind or term.kind not in _ANCHORS):
        if pieces[-1] and any(pieces[-1][-1].end <= cut < term.start for cut in cuts):
            pieces.append([])
        pieces[-1].append(term)
    return tuple(_stretch(piece) for piece in _joined(pieces))


def _joined(pieces: Sequence[list[Term]]) -> list[list[Term]]:
    """Pieces without a number lead up to the number that follows; trailing ones belong to the last."""
    joined: list[list[Term]] = []
    waiting: list[Term] = []
    for piece in pieces:
        if any(term.kind in _ANCHORS for term in piece):
            joined.append(waiting + piece)
            waiting = []
        else:
            waiting = waiting + piece
    if waiting and joined:
        joined[-1] = joined[-1] + waiting
    elif waiting:
        joined.append(waiting)
    return joined


def _stretch(piece: Sequence[Term]) -> Stretch:
    anchors = tuple(term for term in piece if term.kind in _ANCHORS)
    return Stretch(anchors, tuple(term for term in piece if term.kind not in _ANCHORS))


def _owners(kind: Kind, text: str, found: Sequence[Term]) -> list[tuple[Term, frozenset[str]]]:
    """Each number of the source with the keys of the terms nearest to it within its stretch."""
    owners: list[tuple[Term, frozenset[str]]] = []
    for stretch in stretches(kind, text, found):
        shared = _equivalent(text, stretch.anchors)
        for anchor in stretch.anchors:
            near = [
                term
                for term in stretch.others
                if shared or anchor is min(stretch.anchors, key=lambda other: _distance(other, term))
            ]
            owners.append((anchor, frozenset(key for term in near for key in term.keys)))
    return owners


def _equivalent(text: str, anchors: Sequence[Term]) -> bool:
    """ "3.211 orang atau 35,1 persen", "3,211 (35.1%)", "No. 22 Tahun 2022": one thing said in two numbers."""
    gaps = (text[one.end : other.start] for one, other in pairwise(anchors))
    return all(_SAME_AGAIN.search(gap) for gap in gaps)


def _distance(one: Term, other: Term) -> int:
    return max(other.start - one.end, one.start - other.end)


def _kept(anchor: Term, stretch: Stretch, owners: Sequence[tuple[Term, frozenset[str]]], topic: frozenset[str]) -> bool:
    mine = [keys for source, keys in owners if same_amount(anchor, source)]
    own: frozenset[str] = frozenset().union(*mine)
    # Two numbers of one thing ("5.123 anak atau 70 persen") have the same words, which are foreign to neither.
    foreign: frozenset[str] = frozenset().union(*(keys for _, keys in owners if keys not in mine))
    telling = [term for term in stretch.others if contrasts(term) or not (term.keys & topic)]
    strays = [term for term in telling if term.keys & foreign and not term.keys & own]
    if any(term.kind in {Kind.PLACE, Kind.NAME} or contrasts(term) for term in strays):
        return False
    # "Izin untuk warung berlaku 12 bulan": that permits run for a time is said of the kiosk and its 12 months, too.
    return not strays or any(term.keys & own and not term.keys & foreign for term in telling)


def _same_days(said: Days, source: Days) -> bool:
    (first, last), (source_first, source_last) = said, source
    if yearless(said) or yearless(source):
        return (first.month, first.day) == (source_first.month, source_first.day) and source_first == source_last
    return said == source or (first < last and first <= source_first and source_last <= last)


def _is_year(said: Days, source: Quantity) -> bool:
    """The year of a regulation's name is a number in "No. 22 Tahun 2022" and a date in "the 2022 regulation"."""
    first, last = said
    return source.value == str(first.year) == str(last.year) and (last - first).days > 300
