"""What a sentence claims, piece by piece: quantities, dates, places, names and the words that carry meaning."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rag.answering.guard.lexicon import (
    Words,
    concepts_of,
    is_indonesian,
    is_listed,
    light_words,
    longest_phrase,
    stems,
)
from rag.language.calendar_names import weekdays
from rag.language.dates import find_dates
from rag.language.quantities import Quantity, find_quantities
from rag.language.territories import territories_in, territory_codes
from rag.language.text import word_spans
from rag.language.translation.lookup import likely_translations
from rag.types import Language

Days = tuple[date, date]  # first and last


class Kind(StrEnum):
    """What a term is; everything but words and places must be found in the very sentence that supports it."""

    WORD = "word"
    NAME = "name"
    PLACE = "place"
    QUANTITY = "quantity"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Term:
    """`text[start:end]`; `keys` are comparable across the two languages, `parts` are the words of a phrase."""

    kind: Kind
    start: int
    end: int
    text: str
    keys: frozenset[str] = frozenset()
    words: Words = ()
    quantity: Quantity | None = None
    days: Days | None = None
    parts: tuple["Term", ...] = ()
    divisible: bool = True


_DAY_AND_MONTH = re.compile(r"(?<![\w.,])(\d{1,2})\s+([^\W\d]{3,9})\b|\b([^\W\d]{3,9})\s+(\d{1,2})(?![\w.,])")
_BEFORE_NUMBERS = frozenset({"selama", "for", "lasts", "lasting", "last"})
_CONTRASTS = frozenset(
    "formal,informal,siswa,alumni,lulusan,terbanyak,terendah,domestik,ekspor,impor,n4,n5,sebelum,setelah,kelas xii,"
    "luar negeri,dalam negeri,seluruh,hanya,sebagian besar,bukan lagi,"
    "pagi,siang,sore,malam".split(",")
)
_LEAP_YEAR = 2000  # stands in for the year that "12 Februari" leaves out


def terms(text: str) -> tuple[Term, ...]:
    """Terms in order of `start`, without overlap; words that claim nothing are left out."""
    text = unicodedata.normalize("NFKC", text)
    taken = bytearray(len(text))
    found = [term for term in (*_dates(text), *_quantities(text)) if _take(taken, term)]
    found += _words_and_names(text, taken)
    ordered = sorted(found, key=lambda term: term.start)
    return tuple(term for index, term in enumerate(ordered) if not _merely_counts(ordered, index))


def _merely_counts(ordered: Sequence[Term], index: int) -> bool:
    """ "Selama" before a number says no more than the number."""
    after = ordered[index + 1 : index + 2]
    return ordered[index].text.lower() in _BEFORE_NUMBERS and bool(after) and after[0].kind is Kind.QUANTITY


def raw_words(text: str) -> Words:
    """Lower-cased words as written, for matching names."""
    normal = unicodedata.normalize("NFKC", text)
    return _lowered(normal, _spans(normal))


def _spans(text: str) -> list[tuple[int, int]]:
    """Words without the English possessive: "Lampung's" names Lampung."""
    return [
        (start, end - 2 if text[start:end].lower().endswith(("'s", "’s")) else end) for start, end in word_spans(text)
    ]


def all_keys(found: Sequence[Term]) -> frozenset[str]:
    """Every key by which the terms may support others: parts of divisible phrases count, parts of others do not."""
    keys: set[str] = set()
    for term in found:
        keys |= term.keys
        if term.divisible:
            keys |= all_keys(term.parts)
    return frozenset(keys)


def supported(term: Term, keys: frozenset[str]) -> bool:
    """Whether the keys hold the term, or each part of it."""
    return bool(term.keys & keys) or (bool(term.parts) and all(supported(part, keys) for part in term.parts))


def _dates(text: str) -> Iterator[Term]:
    for mention in find_dates(text):
        yield _date(text, mention.start, mention.end, mention.first, mention.last)
    for match in _DAY_AND_MONTH.finditer(text):
        day = find_dates(f"{match[1] or match[4]} {match[2] or match[3]} {_LEAP_YEAR}")
        if len(day) == 1 and day[0].first == day[0].last:
            yield _date(text, match.start(), match.end(), day[0].first, day[0].last)


def _date(text: str, start: int, end: int, first: date, last: date) -> Term:
    return Term(Kind.DATE, start, end, text[start:end], days=(first, last))


def contrasts(term: Term) -> bool:
    """Whether the term tells one group from another like it, so that nothing but the very sentence may supply it."""
    days = weekdays(Language.INDONESIAN)[:-1]  # "minggu" is a week, too
    return not term.keys.isdisjoint(_CONTRASTS) or not term.keys.isdisjoint(days)


def is_known(term: Term) -> bool:
    """Whether the lists have the term, so that its meaning need not be guessed."""
    return bool(concepts_of(term.words)) if term.words else False


def yearless(days: Days) -> bool:
    """Whether the text named day and month only."""
    return days[0].year == _LEAP_YEAR


def _quantities(text: str) -> Iterator[Term]:
    for quantity in find_quantities(text):
        start, end = quantity.start, quantity.end
        yield Term(Kind.QUANTITY, start, end, text[start:end], quantity=quantity)


def _take(taken: bytearray, term: Term) -> bool:
    if any(taken[term.start : term.end]):
        return False
    taken[term.start : term.end] = b"\1" * (term.end - term.start)
    return True


def _words_and_names(text: str, taken: bytearray) -> Iterator[Term]:
    spans = _spans(text)
    places = dict(territories_in(text))
    index = 0
    while index < len(spans):
        start, end = spans[index]
        if any(taken[start:end]):
            index += 1
            continue
        size, term = _at(text, spans, index, taken, places)
        index += size
        if term is not None:
            yield term


def _at(
    text: str, spans: Sequence[tuple[int, int]], index: int, taken: bytearray, places: dict[int, int]
) -> tuple[int, Term | None]:
    """How many words the term at `index` takes, and the term; None when they claim nothing."""
    size = _phrase_size(text, spans, index, taken)
    start = spans[index][0]
    if any(concept.light for concept in concepts_of(_lowered(text, spans[index : index + size]))):
        return size, None
    if size > 1:
        return size, _phrase(text, spans[index : index + size])
    if start in places:
        place = [span for span in spans[index:] if span[1] <= places[start]]
        return len(place), _place(text, place)
    word = text[start : spans[index][1]]
    if _looks_like_name(text, spans, index):
        size = _name_size(text, spans, index, taken, places)
        name = spans[index : index + size]
        return size, Term(Kind.NAME, start, name[-1][1], text[start : name[-1][1]], words=_lowered(text, name))
    if word.lower() in light_words() or (len(word) == 1 and not word.isdigit()):
        return 1, None
    return 1, _word(text, spans[index])


def _phrase_size(text: str, spans: Sequence[tuple[int, int]], index: int, taken: bytearray) -> int:
    most = 1
    for size in range(2, min(longest_phrase(), len(spans) - index) + 1):
        run = spans[index : index + size]
        between = text[run[-2][1] : run[-1][0]]
        if any(taken[run[-1][0] : run[-1][1]]) or not re.fullmatch(r"\s+|-|, |\. ", between):
            break
        if concepts_of(_lowered(text, run)):
            most = size
    return most


def _phrase(text: str, run: Sequence[tuple[int, int]]) -> Term:
    lowered = _lowered(text, run)
    concepts = concepts_of(lowered)
    parts = tuple(_word(text, span) for span in run if text[span[0] : span[1]].lower() not in light_words())
    start, end = run[0][0], run[-1][1]
    keys = frozenset(concept.name for concept in concepts) | {" ".join(lowered)}
    divisible = not any(concept.indivisible for concept in concepts)
    return Term(Kind.WORD, start, end, text[start:end], keys, lowered, parts=parts, divisible=divisible)


def _place(text: str, run: Sequence[tuple[int, int]]) -> Term:
    start, end = run[0][0], run[-1][1]
    lowered = _lowered(text, run)
    keys = {"@" + code for code in territory_codes(text[start:end])} | {c.name for c in concepts_of(lowered)}
    return Term(Kind.PLACE, start, end, text[start:end], frozenset(keys), lowered)


def _word(text: str, span: tuple[int, int]) -> Term:
    word = text[span[0] : span[1]].lower()
    indonesian, english = stems(word)
    concepts = concepts_of((word,))
    keys = {word} | {concept.name for concept in concepts}
    if not is_listed((word,)):
        keys |= {"id:" + indonesian, "en:" + english}
        if not is_indonesian((word,)):
            keys |= {"id:" + term for term in likely_translations(word, civic=False)}
    divisible = not any(concept.indivisible for concept in concepts)
    return Term(Kind.WORD, span[0], span[1], text[span[0] : span[1]], frozenset(keys), (word,), divisible=divisible)


def _looks_like_name(text: str, spans: Sequence[tuple[int, int]], index: int) -> bool:
    """Capitalised and no word of ours; the word that opens a sentence needs a second capital after it."""
    start, end = spans[index]
    word = text[start:end]
    if not word[0].isupper() or concepts_of((word.lower(),)) or word.lower() in light_words():
        return False
    opens = not text[:start].strip("\"'“‘([-–—*• \n") or text[:start].rstrip().endswith((".", "!", "?", ":"))
    if not opens or not word[1:].islower():
        return True
    following = spans[index + 1 : index + 2]
    if not following or following[0][0] - end > 2:
        return False
    after = text[following[0][0] : following[0][1]]
    # "Pihak UMKM": an abbreviation after the first word makes no name of it, a second name does.
    return after[:1].isupper() and not (len(after) > 1 and after.isupper())


def _name_size(
    text: str, spans: Sequence[tuple[int, int]], index: int, taken: bytearray, places: dict[int, int]
) -> int:
    size = 1
    for previous, span in zip(spans[index:], spans[index + 1 :], strict=False):
        word = text[span[0] : span[1]]
        apart = text[previous[1] : span[0]]
        if any(taken[span[0] : span[1]]) or span[0] in places or not re.fullmatch(r"\.?\s+|-|['’.]", apart):
            break
        if not word[0].isupper() or word.lower() in light_words() or concepts_of((word.lower(),)):
            break
        size += 1
    return size


def _lowered(text: str, run: Sequence[tuple[int, int]]) -> Words:
    return tuple(text[start:end].lower() for start, end in run)
