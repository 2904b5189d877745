"""Names stand whole in the source, and people keep their offices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answering.guard.terms import Kind, Term, all_keys, raw_words

# Concepts that are offices.
_OFFICES = frozenset(
    "gubernur,wakil gubernur,presiden,menteri,bupati,wali kota,kepala dinas,kepala,inspektur,staf ahli,plt,pj,"
    "sekretaris daerah,sekretaris,atase,duta besar,pemimpin".split(",")
)
_NEAR = 60  # characters between a name and its office
_COMMA = 20
_SLACK = 2  # words that may stand between those of a name
_LOCATED = re.compile(r"\b(?:di|ke|dari|kota|kabupaten|in|at|from|city of)\s+$", re.IGNORECASE)  # a place, not a person
_SAME_PHRASE = re.compile(r"[\s-]*(?:\b(?:of|the|for|in|di|pada|bidang|province|provinsi)\b[\s-]*)*")


@dataclass(frozen=True, slots=True)
class Title:
    """An office and who holds it; `field` is what the office is for, or of which place."""

    name: Term
    office: Term
    field: tuple[Term, ...]


def stands_in(name: Term, words: Sequence[str]) -> bool:
    """Whether all words of the name stand together in `words`; the initial of a given name may be left out."""
    wanted = {word for word in name.words if len(word) > 1} or set(name.words)
    size = len(name.words) + _SLACK
    return any(wanted <= set(words[start : start + size]) for start in range(len(words)))


def keep_their_offices(said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]]) -> bool:
    """Whether nobody has an office in the answer that somebody else has in the source; both are (text, terms)."""
    held = tuple(titles(*source))
    return all(_agrees(title, held) for title in titles(*said))


def titles(text: str, found: Sequence[Term]) -> Iterator[Title]:
    """Each office with the name nearest to it."""
    names = [term for term in found if term.kind is Kind.NAME and not _LOCATED.search(text, 0, term.start)]
    for index, office in enumerate(found):
        if not names or not _offices(office):
            continue
        field = tuple(_field(text, found, index))
        phrase = (min(term.start for term in (office, *field)), max(term.end for term in (office, *field)))
        distance, name = min(((_distance(text, phrase, name), name) for name in names), key=lambda pair: pair[0])
        if distance <= _NEAR:
            yield Title(name, office, field)


def _agrees(title: Title, held: Sequence[Title]) -> bool:
    own = [other for other in held if _same_person(title.name, other.name)]
    others = [other for other in held if not _same_person(title.name, other.name)]
    if own and not any(_offices(other.office) & _offices(title.office) for other in own):
        return False
    if not own and any(_offices(other.office) & _offices(title.office) for other in others):
        return False
    mine = frozenset(key for other in own for term in other.field for key in term.keys)
    theirs = frozenset(key for other in others for term in other.field for key in term.keys)
    return not any(term.keys & theirs and not term.keys & mine for term in title.field)


def _field(text: str, found: Sequence[Term], index: int) -> Iterator[Term]:
    """The terms that stand in one phrase with the office, before it ("Labour Attaché") and after it."""
    for step in (-1, 1):
        position = index
        while 0 <= position + step < len(found):
            one, other = sorted((found[position], found[position + step]), key=lambda term: term.start)
            position += step
            if found[position].kind not in {Kind.WORD, Kind.PLACE} or not _SAME_PHRASE.fullmatch(
                text[one.end : other.start]
            ):
                break
            yield found[position]


def _offices(term: Term) -> frozenset[str]:
    return all_keys((term,)) & _OFFICES


def _distance(text: str, phrase: tuple[int, int], name: Term) -> int:
    """Characters between; a comma ("the trade attaché A, the labour attaché B") counts for many, a new line for all."""
    start, end = min(phrase[1], name.end), max(phrase[0], name.start)
    between = text[start:end]
    return len(between) + _COMMA * len(re.findall("[,;]", between)) + (_NEAR + 1) * between.count("\n")


def _same_person(one: Term, other: Term) -> bool:
    return stands_in(one, raw_words(other.text)) or stands_in(other, raw_words(one.text))
