"""Which way something changed, as a text or a question tells it: up or down."""

import re
from enum import StrEnum
from functools import lru_cache

_TEXTS = 4096


class Direction(StrEnum):
    """The way of a change."""

    UP = "up"
    DOWN = "down"


# Words for renewing, for growing plants and for discounts are left out: these are there whatever prices do. One also
# climbs into a bus, gets off it, drops something off, and moves up a class.
_CLIMBED = (
    r"(?! (?:haji|umrah|kelas|pangkat|banding|bus|bis|kereta|angkot|ojek|kapal|feri|pesawat|motor|mobil|taksi)\b)"
)
_SAID = {
    Direction.UP: re.compile(
        rf"\b(?:(?:me|di|ke|ter)?naik(?:kan|an)?(?:nya)?\b{_CLIMBED}|menaikkan|meningkat\w*|peningkatan\w*|ditingkatkan"
        r"|bertambah\w*|menambah\w*|ditambah\w*|penambahan\w*|memperbesar|diperbesar|melonjak|lonjakan|pertumbuhan"
        r"|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grew|growth|expand(?:s|ed|ing)?"
        r"|(?:go|goes|went|gone|going) up|hik(?:e|es|ed))\b",
        re.IGNORECASE,
    ),
    Direction.DOWN: re.compile(
        r"\b(?:(?:di)?turun(?:kan)?(?:nya)?\b(?! (?:di|tangan|lapangan)\b)|menurun\w*|penurunan\w*"
        r"|dipangkas\w*|memangkas\w*|pemangkasan\w*|berkurang\w*|mengurangi|dikurangi|pengurangan\w*|dipotong|memotong|pemotongan\w*|anjlok"
        r"|merosot|menyusut|dipersingkat|diperpendek"
        r"|reduc(?:e|es|ed|ing|tion|tions)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?\b(?! off\b)"
        r"|f[ae]ll(?:s|en|ing)?|lower(?:s|ed|ing)?|cut(?:s|ting)?|shr[iau]nk(?:s|ing)?|slash(?:es|ed)?"
        r"|shorten(?:s|ed)?|(?:go|goes|went|gone|going) down)\b",
        re.IGNORECASE,
    ),
}


@lru_cache(_TEXTS)
def directions_in(text: str) -> frozenset[Direction]:
    """Both where a text tells of both."""
    return frozenset(direction for direction, said in _SAID.items() if said.search(text))


@lru_cache(_TEXTS)
def words_of_change(text: str) -> frozenset[str]:
    """The words that tell which way something changed, in lower case."""
    return frozenset(match[0].lower() for said in _SAID.values() for match in said.finditer(text))
