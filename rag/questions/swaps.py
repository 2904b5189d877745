"""The like part of two questions: what "kalau siswa?" takes the place of in "Berapa lama pelatihan alumni?"."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rag.language.territories import Place, places_in
from rag.language.text import word_spans, words
from rag.language.titles import mentions_in
from rag.questions.leaning import PREPOSITIONS, WORD, YEAR, leading_preposition, names

_LIGHT_START = re.compile(rf"^(?:(?:{PREPOSITIONS}|yang|the|a|an|para|seorang)\s+)+", re.IGNORECASE)
_NUMBERING = re.compile(r"\d+\w?|[IVX]+|[A-Z]\d*")
_VERB = re.compile(r"(?:me|di|ber)\w{4,}", re.IGNORECASE)
_SHORTEST_OPPOSITE = 5
_LONGEST_PHRASE = 3  # words of a phrase in alike.txt

Span = tuple[int, int]


def swapped(remainder: str, previous: str) -> str | None:
    """`previous` with its like part replaced by `remainder`; None when it has none."""
    return next((text for swap in _SWAPS if (text := swap(remainder, previous))), None)


def takes_place(remainder: str, previous: str) -> bool:
    """Whether something in `previous` is of the very kind of what `remainder` names."""
    return any(swap(remainder, previous) for swap in _OF_ONE_KIND)


def without_alike(asked: str, topic: str) -> str:
    """The `topic` without what `asked` names another one of: "women" where men are asked about."""
    pair = _alike(asked, topic)
    return topic if pair is None else " ".join((topic[: pair[1][0]] + topic[pair[1][1] :]).split())


def replace_last(pattern: re.Pattern[str], text: str, new: str) -> str:
    """The text with the last match, of which there must be one, replaced."""
    last = [*pattern.finditer(text)][-1]
    return text[: last.start()] + new + text[last.end() :]


def _swap_year(remainder: str, previous: str) -> str | None:
    year = YEAR.search(remainder)
    return replace_last(YEAR, previous, year.group()) if year and YEAR.search(previous) else None


def _swap_place(remainder: str, previous: str) -> str | None:
    """A province takes the place of a province, a regency that of a regency, if there is one."""
    new = next(iter(places_in(remainder)), None)
    old = places_in(previous)
    if new is None or not old:
        return None
    like = [place for place in old if place.is_territory is new.is_territory] or [*old]
    return _put(previous, _span(like[-1]), remainder[new.start : new.end])


def _span(place: Place) -> Span:
    return place.start, place.end


def _swap_office(remainder: str, previous: str) -> str | None:
    """'bendahara' takes the place of 'ketua'."""
    core = _core(remainder)
    new, old = mentions_in(core), mentions_in(previous)
    if not new or not old or (new[0].begin, new[0].end) != (0, len(core)):
        return None
    return _put(previous, (old[0].start, old[0].end), core)


def _swap_numbered(remainder: str, previous: str) -> str | None:
    """'Article 6' takes the place of 'Article 3', 'jalur prestasi' that of 'jalur domisili'."""
    core = _core(remainder)
    new, old = [*WORD.finditer(core)], [*WORD.finditer(previous)]
    heads = [row for row, word in enumerate(old) if new and word[0].lower() == new[0][0].lower()]
    if len(new) < 2 or not heads or _VERB.fullmatch(new[0][0]):
        return None
    theirs = old[heads[-1] : heads[-1] + len(new)]
    if len(theirs) < len(new) or _shape(theirs[1][0]) != _shape(new[1][0]):
        return None
    return _put(previous, (theirs[0].start(), theirs[-1].end()), core)


def _shape(word: str) -> str:
    if _NUMBERING.fullmatch(word):
        return "number"
    return "name" if word[0].isupper() else "word"


def _swap_alike(remainder: str, previous: str) -> str | None:
    """'murid SMA' takes the place of 'mahasiswa', 'private cars' that of 'trucks'."""
    core = _core(remainder)
    pair = _alike(core, previous)
    if pair is None:
        return None
    (_, end), span = pair
    said_already = core[end:] and previous[span[1] :].lower().startswith(core[end:].lower())
    return _put(previous, span, core[:end] if said_already else core)


def _swap_phrase(remainder: str, previous: str) -> str | None:
    """'untuk siswa kelas XII' replaces the 'untuk ...' of the question before."""
    opening = leading_preposition(remainder)
    if opening is None:
        return None
    word = re.escape(opening.group())
    same = re.compile(rf"\b{word}\b(?:(?!\b{PREPOSITIONS}\b).)*", re.IGNORECASE)
    if not same.search(previous):
        return f"{previous} {remainder}"
    return replace_last(same, previous, remainder + " ").strip()


def _swap_name(remainder: str, previous: str) -> str | None:
    """In "Gubernur Lampung" the place can be exchanged, the office stays."""
    old = names(previous)
    if not old or not remainder[:1].isupper():
        return None
    run = old[-1]
    office = next((one for one in mentions_in(previous) if one.start == run.start() and one.end < run.end()), None)
    start = office.end + 1 if office and not mentions_in(remainder) else run.start()
    return _put(previous, (start, run.end()), remainder)


def _swap_opposite(remainder: str, previous: str) -> str | None:
    """'informal' takes the place of 'formal', and the other way round."""
    new = remainder.lower()
    for word in WORD.finditer(previous):
        old = word.group().lower()
        if min(len(old), len(new)) >= _SHORTEST_OPPOSITE and old != new and (old.endswith(new) or new.endswith(old)):
            return _put(previous, word.span(), remainder)
    return None


_OF_ONE_KIND = (_swap_year, _swap_place, _swap_office, _swap_numbered, _swap_alike)
_SWAPS = (*_OF_ONE_KIND, _swap_phrase, _swap_name, _swap_opposite)


def _core(remainder: str) -> str:
    return _LIGHT_START.sub("", remainder)


def _put(text: str, span: Span, new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def _alike(one: str, other: str) -> tuple[Span, Span] | None:
    """Where each names another one of the same kind: the first in `one`, the last in `other`."""
    mine, theirs = _kinds_in(one), _kinds_in(other)
    for kind, span in mine:
        same = [their_span for their_kind, their_span in theirs if their_kind == kind]
        if same and one[slice(*span)].lower() != other[slice(*same[-1])].lower():
            return span, same[-1]
    return None


def _kinds_in(text: str) -> list[tuple[int, Span]]:
    """Kinds of its words and phrases with their offsets, in order."""
    tokens, spans = words(text), word_spans(text)
    found: list[tuple[int, Span]] = []
    row = 0
    while row < len(tokens):
        length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if tokens[row : row + n] in _kinds()), 0)
        if length:
            kind = _kinds()[tokens[row : row + length]]
            found.append((kind, (spans[row][0], spans[min(row + length, len(spans)) - 1][1])))
        row += max(1, length)
    return found


@cache
def _kinds() -> Mapping[tuple[str, ...], int]:
    lines = (files(__package__) / "alike.txt").read_text("utf-8").splitlines()
    listing = "\n".join(line for line in lines if not line.startswith("#"))
    groups = (group.replace("\n", " ") for group in listing.split("\n\n"))
    return {words(phrase): kind for kind, group in enumerate(groups) for phrase in group.split(", ") if phrase.strip()}
