"""What a question wants computed from figures: the largest, the smallest, a total, a difference."""

import re
from enum import StrEnum


class Computation(StrEnum):
    """What is done with the figures of a table."""

    MOST = "most"
    LEAST = "least"
    TOTAL = "total"
    DIFFERENCE = "difference"
    COUNT = "count"  # of rows; only a table can tell whether it is asked for, by the name of its rows


# "Paling lambat" and "paling tidak" set limits and compare nothing.
_GREAT = "banyak|besar|tinggi|mahal|lama|luas|panjang|ramai|padat|berat|dominan|populer"
_SMALL = "sedikit|kecil|rendah|murah|singkat|pendek|sempit|ringan"
_WORDS = (
    (
        Computation.DIFFERENCE,
        r"selisih\w*|beda(?:nya)?|perbedaan (?:jumlah|angka)|how (?:many|much) (?:more|fewer|less)|difference between|"
        r"berapa (?:\w+ )?lebih (?:banyak|sedikit|besar|kecil|mahal|murah)|by how (?:many|much)",
    ),
    (Computation.LEAST, rf"paling (?:{_SMALL})|ter(?:{_SMALL})|fewest|smallest|lowest|cheapest|shortest|(?<!at )least"),
    (
        Computation.MOST,
        rf"paling (?:{_GREAT})|ter(?:{_GREAT})|largest|biggest|highest|longest|greatest|(?<!at )most|most expensive",
    ),
    (
        Computation.TOTAL,
        r"total\w*|(?:jumlah|seluruh|semua) (?:seluruh|keseluruhan|semua)\w*|keseluruhan\w*|seluruhnya|semuanya|"
        r"altogether|in all|overall|sum of|combined",
    ),
)
_RUN = re.compile(r"\b(?:sampai(?: dengan)?|hingga|s/d|through|until|from \w+ to)\b|\bs\.d\.?(?=\s)", re.IGNORECASE)
_PATTERNS = tuple((which, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for which, words in _WORDS)


def computation_asked(question: str) -> Computation | None:
    """The first of difference, least, most and total that the words of a question ask for."""
    return next((which for which, pattern in _PATTERNS if pattern.search(question)), None)


def names_run(question: str) -> bool:
    """Whether it names a first and a last: "dari Januari sampai Maret"."""
    return _RUN.search(question) is not None
