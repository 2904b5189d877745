"""What an office is in charge of, compared as words: "dinas kesehatan", "the health office", "KPU"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rag.language.stems import terms
from rag.language.text import words
from rag.language.translation.abbreviations import ABBREVIATIONS
from rag.language.translation.lookup import likely_translations

# Units of which there are many with names of their own; what they are called in other places and languages.
_NAMED = {
    word: kind
    for kind, group in {
        "sekolah": "sekolah school sd sdn smp smpn sma sman smk smkn mi min mts mtsn ma man tk paud",
        "desa": "desa village kelurahan pekon kampung tiyuh nagari gampong",
        "puskesmas": "puskesmas clinic",
        "rs": "rs rsud rsia hospital",
        "kecamatan": "kecamatan subdistrict",
        "dusun": "dusun hamlet",
        "rt": "rt",
        "rw": "rw",
        "pasar": "pasar market",
        "terminal": "terminal",
        "universitas": "universitas university",
        "pengadilan": "pengadilan court",
    }.items()
    for word in group.split()
}
GENERIC = frozenset(
    """dinas badan biro bagian bidang seksi kantor balai unit upt subbagian lembaga kementerian komisi office department
    agency bureau division section ministry board commission unit service services""".split()
)
_LIKELY = 0.2
_SHORTEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of a unit in lower case, in the order in which they stand."""

    words: tuple[str, ...] = ()
    english: bool = False

    @property
    def has_own_name(self) -> bool:
        """Whether there are many of its kind: schools, villages."""
        return _kind(self.words) is not None


def same_unit(asked: Unit, told: Unit) -> bool:
    """Whether the words leave it open that both are one; either may leave the unit out."""
    mine, theirs = _written_out(asked.words), _written_out(told.words)
    if not mine or not theirs or _is_acronym(asked.words, theirs) or _is_acronym(told.words, mine):
        return True
    kinds = _kind(mine), _kind(theirs)
    if all(kinds):
        return kinds[0] == kinds[1] and _one_holds_other(_own_name(mine), _own_name(theirs))
    if asked.english or told.english:
        return _shares_topic(mine, theirs)
    return _same_topic(mine, theirs)


def written_whole(unit: Unit, publishers: str) -> Unit:
    """A unit that says no more than what kind it is ("Dinas"), with what the first of its kind there is for."""
    if len(unit.words) != 1 or unit.words[0] not in GENERIC:
        return unit
    following = (pair for pair in pairwise(words(publishers)) if _alike(unit.words[0], pair[0]))
    return next((Unit(pair) for pair in following), unit)


def _same_topic(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Indonesian units begin with what they are: "dinas kesehatan", "komite sekolah"."""
    if not _alike(mine[0], theirs[0]):
        return False
    return mine[0] not in GENERIC or len(mine) == 1 or len(theirs) == 1 or _alike(mine[1], theirs[1])


def _shares_topic(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    topics, others = (tuple(word for word in words if word not in GENERIC) for words in (mine, theirs))
    return not topics or not others or any(_alike(one, other) for one in topics for other in others)


def _own_name(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _NAMED)


def _one_holds_other(one: Sequence[str], other: Sequence[str]) -> bool:
    return _holds(one, other) or _holds(other, one)


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(any(_alike(word, mine) for mine in one) for word in other)


def _kind(words: Sequence[str]) -> str | None:
    return next((_NAMED[word] for word in words if word in _NAMED), None)


def _alike(one: str, other: str) -> bool:
    return bool(_meanings(one) & _meanings(other))


@lru_cache(4096)
def _meanings(word: str) -> frozenset[str]:
    """Index terms of the word and of its translations, should it be English."""
    return frozenset(terms(word)) | likely_translations(word, _LIKELY)


def _written_out(words: Sequence[str]) -> tuple[str, ...]:
    whole = (word if word in _NAMED else ABBREVIATIONS.get(word, word) for word in words)
    return tuple(word for words in whole for word in words.split())


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the first of `short` is made of the first letters of the first of `long`: kpu, komisi pemilihan umum."""
    letters = short[0] if short else ""
    return len(letters) >= _SHORTEST_ACRONYM and letters == "".join(word[0] for word in long[: len(letters)])
