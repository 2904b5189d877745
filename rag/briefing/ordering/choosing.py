"""Which units are quoted: relevance against redundancy, with something of every document and section.

Maximal marginal relevance (Carbonell & Goldstein 1998) with a bonus for what no chosen unit has covered yet, as in
submodular summarisation (Lin & Bilmes 2011): greedy, so deterministic for one index version.
"""

from collections.abc import Collection, Sequence

from rag.answering.extractive.facts import facts_of
from rag.briefing.gathering.material import Found, Material

_REDUNDANCY = 0.35  # weight of the likeness to what is chosen already
_NEW_SECTION, _NEW_DOCUMENT = 0.15, 0.1
_LIST = 0.1  # what its writer has enumerated is seldom by the way
_SAME, _WITHIN = 0.6, 0.8  # share of words from which two units say the same, and one says nothing beyond another


def chosen(
    material: Material, candidates: Sequence[Found], taken: Sequence[Found], most: int, least: float
) -> tuple[Found, ...]:
    """At most `most` of the candidates, the most useful first; none whose relevance, 0..1, is below `least`.

    `taken` are quoted elsewhere already.
    """
    left = [one for one in candidates if one.relevance >= least and not any(says_again(one, other) for other in taken)]
    likeness = {one.row: max((material.likeness(one, other) for other in taken), default=0.0) for one in left}
    kept: list[Found] = []
    while left and len(kept) < most:
        best = max(left, key=lambda one: (_gain(one, likeness[one.row], (*taken, *kept)), -one.row))
        kept.append(best)
        left = [one for one in left if one is not best and not says_again(one, best)]
        for one in left:
            likeness[one.row] = max(likeness[one.row], material.likeness(one, best))
    return tuple(kept)


def says_again(one: Found, other: Found) -> bool:
    """Whether a unit says nothing that the other does not."""
    if one.unit.place == other.unit.place:
        return True
    a, b = facts_of(one.unit.text), facts_of(other.unit.text)
    if not a.stems or a.figures - b.figures:
        return False
    shared = len(a.stems & b.stems)
    return shared >= _SAME * len(a.stems | b.stems) or shared >= _WITHIN * len(a.stems)


def _gain(one: Found, likeness: float, covered: Collection[Found]) -> float:
    sections = {(other.unit.document.id, other.unit.headings) for other in covered}
    documents = {other.unit.document.id for other in covered}
    new_section = (one.unit.document.id, one.unit.headings) not in sections
    new_document = one.unit.document.id not in documents
    return (
        one.relevance
        - _REDUNDANCY * likeness
        + _NEW_SECTION * new_section
        + _NEW_DOCUMENT * new_document
        + _LIST * one.unit.listed
    )
