"""Numbers with what they count or call: "5 kali", "roda dua", "10 hari"; and the year that a sentence begins with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.language.calendar_names import any_month, any_weekday
from rag.language.numerals import SMALL
from rag.language.patterns import any_of
from rag.language.stems import carries_topic, stem
from rag.language.units import COUNTED, MEASURES, MONEY, SHARE, TIME

_TIMES = dict.fromkeys(("x", "kali", "times"), "kali")
_BEHIND = {**TIME, **_TIMES}  # units that are counted, by the word for one
_UNIT = any_of({*_BEHIND, *COUNTED, *MEASURES, *MONEY, *SHARE})
_NUMBER = rf"(?:\d{{1,3}}|{any_of(SMALL)})"
_SAID = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<before>[^\W\d_]+)\s+)?(?P<number>{_NUMBER})(?:\s*\([^()\d]*\))?"
    rf"(?:\s*(?P<unit>{_UNIT})(?!\w)|(?![\w]|[.,:/-]\d))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADS = re.compile(
    rf"pada|di|dalam|per|in|on|during|the|of|tahun|tanggal|tgl|bulan|akhir|awal|pertengahan|early|late|hari|\d{{1,2}}|"
    rf"pebruari|{any_month()}|{any_weekday()}",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\w+")
_ITEM = re.compile(r"\s*(?:[-*•]|\(?\w{1,3}[.)])?\s*")
NO_KIND = frozenset(
    """pukul jam tanggal tahun usia umur nomor pasal ayat huruf angka bab bagian paragraf butir bulan minggu pekan hari
    sebanyak sebesar selama sekitar minimal maksimal berusia berumur lebih kurang hanya article section age number
    chapter page halaman tabel table lampiran semester maret april mei juni juli""".split()
)
"""Behind these stand amounts, hours, days and divisions of laws, not the numbers by which things are called."""
_AMOUNTS = NO_KIND | frozenset("rp idr nilai skor poin ipk bobot seharga total jumlah score mark points".split())
_TEXTS = 1024  # whose numbers are remembered
_MOST_LEADING = 6  # words before a year that a sentence begins with


@dataclass(frozen=True, slots=True)
class Count:
    """A number of one kind: `of` is a unit ("kali", "day"), or the stem of the word before it, as in "roda dua".

    `after`: stem of the word before the number, "" where none is. `start` and `end` are offsets into the text.
    """

    of: str
    number: int
    after: str
    start: int
    end: int

    @property
    def is_call(self) -> bool:
        """Whether the number calls one of several, as that of wheels does, and measures nothing."""
        return self.of == self.after


@lru_cache(_TEXTS)
def counts_in(text: str) -> tuple[Count, ...]:
    """Those of a text in order; what counts people or weighs a thing is none."""
    return tuple(_counts(text))


def year_begun_with(text: str) -> str | None:
    """The year of which a sentence tells by beginning with it: "5. Tanggal 3 September 1984 ...", "Tahun 1979 ..."."""
    marker = _ITEM.match(text)
    for at, token in enumerate(_TOKEN.finditer(text, marker.end() if marker else 0)):
        if _YEAR.fullmatch(token[0]):
            return token[0]
        if at == _MOST_LEADING or not _LEADS.fullmatch(token[0]):
            return None
    return None


def _counts(text: str) -> Iterator[Count]:
    for found in _SAID.finditer(text):
        digits, unit, before = found["number"].lower(), (found["unit"] or "").lower(), (found["before"] or "").lower()
        number = SMALL[digits] if digits in SMALL else int(digits)
        after = stem(before) if before and carries_topic(before) else ""
        span = (found.start("number"), found.end())
        if unit in _BEHIND:
            yield Count(_BEHIND[unit], number, "" if before in _AMOUNTS else after, *span)
        elif not unit and after and before not in _AMOUNTS and before not in _BEHIND:
            yield Count(after, number, after, *span)
