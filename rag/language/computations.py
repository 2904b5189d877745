"""What a question wants computed from figures: the largest, the smallest, a total, a difference."""

import re
from enum import StrEnum

from rag.language.directions import Direction, directions_in


class Computation(StrEnum):
    """What is done with the figures of a table."""

    MOST = "most"
    LEAST = "least"
    TOTAL = "total"
    DIFFERENCE = "difference"
    COUNT = "count"  # of rows; only a table can tell whether it is asked for, by the name of its rows


# "Paling lambat" and "paling tidak" set limits and compare nothing.
_CHANGED = "naik|turun|meningkat|menurun|anjlok|merosot|melonjak|bertambah|berkurang|tumbuh"
_GREAT = f"banyak|besar|tinggi|mahal|lama|luas|panjang|ramai|padat|berat|dominan|populer|{_CHANGED}"
_SMALL = "sedikit|kecil|rendah|murah|singkat|pendek|sempit|ringan"
_EARLY, _LATE = r"paling (?:awal|pagi|dini)|earliest", r"paling (?:akhir|malam|sore)"
_WORDS = (
    (
        Computation.DIFFERENCE,
        r"selisih\w*|beda(?:nya)?|perbedaan (?:jumlah|angka)|how (?:many|much) (?:more|fewer|less)|difference between|"
        r"berapa (?:\w+ )?lebih (?:banyak|sedikit|besar|kecil|mahal|murah)|by how (?:many|much)",
    ),
    (
        Computation.LEAST,
        rf"paling (?:{_SMALL})|ter(?:{_SMALL})|fewest|smallest|lowest|cheapest|shortest|(?<!at )least|{_EARLY}",
    ),
    (
        Computation.MOST,
        rf"paling (?:{_GREAT})|ter(?:{_GREAT})|{_LATE}|largest|biggest|highest|longest|greatest|(?<!at )most|"
        r"most expensive",
    ),
    (
        Computation.TOTAL,
        r"total\w*|(?:jumlah|seluruh|semua) (?:seluruh|keseluruhan|semua)\w*|keseluruhan\w*|seluruhnya|semuanya|"
        r"altogether|in all|overall|sum of|combined|add(?:ed|ing)? up|(?<=how )(?:many|much)\b[^?]*\btogether|"
        r"(?:di)?jumlahkan|dijumlah",
    ),
)
_ADDING = re.compile(r"\b(?:add(?:ed|ing)? up|(?:di)?jumlahkan|dijumlah)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GREW = re.compile(r"\bgrow\b", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:berapa|seberapa|how (?:much|many))\b", re.IGNORECASE)
_MOMENT = re.compile(rf"\b(?:{_EARLY}|{_LATE})\b", re.IGNORECASE)
_RUN = re.compile(r"\b(?:sampai(?: dengan)?|hingga|s/d|through|until|from \w+ to)\b|\bs\.d\.?(?=\s)", re.IGNORECASE)
_PATTERNS = tuple((which, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for which, words in _WORDS)


def computation_asked(question: str) -> Computation | None:
    """The first of difference, least, most and total that the words of a question ask for."""
    return next((which for which, pattern in _PATTERNS if pattern.search(question)), None)


def adding_asked(question: str) -> bool:
    """Whether it says that figures are to be added up: then no single figure answers it."""
    return _ADDING.search(question) is not None


def change_asked(question: str) -> Direction | None:
    """Which way that changed which is the most or the least: "fell the most", "kenaikan terbesar"."""
    found = directions_in(question) if computation_asked(question) in (Computation.MOST, Computation.LEAST) else ()
    return next(iter(found)) if len(found) == 1 else None


def growth_asked(question: str) -> Direction | None:
    """Which way something went from one year to another, where the figure of that is asked for: "naik berapa"."""
    found = directions_in(question) or ({Direction.UP} if _GREW.search(question) else frozenset())
    two = len(set(_YEAR.findall(question))) == 2
    return next(iter(found)) if len(found) == 1 and two and _HOW_MUCH.search(question) else None


def moment_asked(question: str) -> bool:
    """Whether the earliest or the latest is asked for, not the largest."""
    return _MOMENT.search(question) is not None


def names_run(question: str) -> bool:
    """Whether it names a first and a last: "dari Januari sampai Maret"."""
    return _RUN.search(question) is not None
