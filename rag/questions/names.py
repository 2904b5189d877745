"""What a question calls by name or code: "Bukit Kelapa", "PMI", "N5", "2.000 paket"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.language.calendar_names import weekday_numbers
from rag.language.dates import find_dates
from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.stems import STOP_TERMS, terms
from rag.language.territories import places_in
from rag.language.text import sentence_spans, word_spans
from rag.language.translation.lookup import expanded_terms, likely_translations
from rag.language.units import ANY_TIME, CURRENCY_MARKS, MONEY, SHARE
from rag.questions.topic import month_terms
from rag.types import Language

_MOSTLY = 0.75  # share of capitalised words behind the first from which capitals say nothing
_WEEKEND = (5, 6)
_ANY = 0.02  # probability from which an English word is one that the learned table knows
_LARGE = 100  # smaller figures are ages, limits, numbers of a list: they may be what is asked about
_MOST_DIGITS = 30  # of a figure that counts something; what is longer is no number to Python either, from 4,300 on
_FIGURE = re.compile(r"(?<![\w.,/:-])(?:\d{1,3}(?:[.,]\d{3})+|\d{3,})(?![\w/:-]|[.,]\d)")
_OPENS = re.compile(r"[(:“\"]")  # what follows begins anew, with a capital that says nothing
_AMOUNT = re.compile(r"(?:\brp\.?|\bidr|us\$|\$)\s*$", re.IGNORECASE)
_MEASURED = re.compile(rf"\s*(?:{any_of([*SHARE, *MONEY, *MAGNITUDES])}|{ANY_TIME}\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a name, a code or a figure, and the index terms by which a text may have it.

    `joined`: those of the word written as one with its neighbour, "walikota". What they begin with says nothing.
    """

    text: str
    stems: frozenset[str]
    joined: frozenset[str] = frozenset()

    @property
    def any_term(self) -> frozenset[str]:
        """All of them."""
        return self.stems | self.joined


def names_in(text: str, language: Language) -> tuple[Name, ...]:
    """Each word of the question that only a source about the same thing would have; places are told apart elsewhere."""
    return tuple(dict.fromkeys((*_words(text, language), *_figures(text))))


def _words(text: str, language: Language) -> Iterator[Name]:
    spans = word_spans(text)
    compounds = _compounds(text, spans)
    capitals = [text[start].isupper() for start, _ in spans]
    if not spans or sum(capitals[1:]) > _MOSTLY * len(capitals[1:]):
        return
    begins = [start for start, _ in sentence_spans(text)] + [match.end() for match in _OPENS.finditer(text)]
    opening = {next((s for s, _ in spans if s >= start), -1) for start in begins}
    taken = [(p.start, p.end) for p in places_in(text)] + [(day.start, day.end) for day in find_dates(text)]
    for start, end in spans:
        word = text[start:end]
        if not word[0].isupper() or (start in opening and not _is_acronym(word)):
            continue
        if (
            len(word) > 1
            and word.lower() not in CURRENCY_MARKS
            and not any(begin < end and start < beyond for begin, beyond in taken)
        ):
            yield from _named(word, language, compounds.get(start, ()))


def _compounds(text: str, spans: Sequence[tuple[int, int]]) -> Mapping[int, tuple[str, ...]]:
    """By the beginning of each capitalised word, the one it makes with a capitalised neighbour: "Walikota"."""
    found: dict[int, tuple[str, ...]] = {}
    for (start, end), (following, beyond) in pairwise(spans):
        if text[start].isupper() and text[following].isupper() and text[end:following] == " ":
            both = text[start:end] + text[following:beyond]
            found[start] = (*found.get(start, ()), both)
            found[following] = (*found.get(following, ()), both)
    return found


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _named(word: str, language: Language, compounds: Iterable[str]) -> Iterator[Name]:
    """Nothing for an English word with a translation: "Village Head" is no name."""
    own = frozenset(terms(word)) - STOP_TERMS
    if not own:
        return
    others = likely_translations(word.lower(), _ANY) if language is Language.ENGLISH else expanded_terms(word)
    if language is Language.ENGLISH and _is_acronym(word) and word.isalpha():
        return  # "ID card" and "PBB" are called otherwise in the other language
    if language is Language.INDONESIAN or not frozenset(others) - own:
        joined = frozenset().union(*(terms(compound) for compound in compounds))
        yield Name(word, own.union(others, month_terms(word.lower()), _day_terms(word.lower())), joined)


def _day_terms(word: str) -> frozenset[str]:
    """What a day of the week is called in either language, alone and with others; nothing for another word."""
    day = weekday_numbers().get(word)
    if day is None:
        return frozenset()
    names = [name for name, number in weekday_numbers().items() if number == day]
    others = ["weekend", "weekends"] if day in _WEEKEND else ["weekday", "weekdays"]
    return frozenset(terms(" ".join(names + others)))


def _figures(text: str) -> Iterator[Name]:
    """Large figures that count things: of amounts, shares and lengths of time a source may say another one."""
    for match in _FIGURE.finditer(text):
        digits = "".join(filter(str.isdigit, match[0]))
        counts = not _AMOUNT.search(text, 0, match.start()) and not _MEASURED.match(text, match.end())
        if counts and len(digits) <= _MOST_DIGITS and int(digits) >= _LARGE and not _is_year(match[0]):
            yield Name(match[0], frozenset(_written(digits)))


def _written(digits: str) -> tuple[str, ...]:
    """A number without and with either mark of thousands."""
    grouped = f"{int(digits):,}"
    return digits, grouped, grouped.replace(",", ".")


def _is_year(figure: str) -> bool:
    return figure.isdecimal() and 1900 <= int(figure) < 2100
