"""Pairs of a quote and a statement, and the files of `seeds/entailment` that hold them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.types import Language

KINDS = frozenset(
    "negation opposite number unit date name place_added role thing scope modality cause time order added".split()
)
_BY_OTHERS = frozenset(f"i-{subject}" for subject in "animals aviation housing museums prisons youth".split())
_LATEST = frozenset(("q-census-tables", "q-floods-relief", "q-licensing-fees", "q-public-health"))
_LATEST |= {"q-roads-bridges", "q-school-fees"}
_PLAIN = frozenset(("u-transport-fares", "v-news-statistics"))
_FREE = frozenset(("w-court-fees", "x-hajj", "y-elections", "z-complaints"))
_TO_FIT = frozenset(("j-ports-ferries", "k-taxes-vehicles", "l-housing", "m-transport"))
HELD = (
    _BY_OTHERS
    | _LATEST
    | _PLAIN
    | _FREE
    | _TO_FIT
    | {"a-police", "a-transport", "b-fisheries", "b-taxes", "c-services", "e-registry"}
)
_QUOTE = re.compile(r"# (id|en) \| (.+)")
_TRUE = re.compile(r"= (id|en) \| (.+)")
_FALSE = re.compile(r"x (\w+) \| (id|en) \| (.+)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement, and whether the quote says it; `changed` are the characters that make it false, where known.

    None for `changed` means that it is false, or true, as a whole. `kind` tells what is wrong with a false one.
    """

    quote: str
    statement: str
    supported: bool
    language: Language
    kind: str = ""
    changed: tuple[Span, ...] | None = None
    source: str = ""


def read_pairs(folder: Path, *, held: bool) -> list[Pair]:
    """Those of the subjects that are, or are not, held out. Raises ValueError with file and line for a bad line."""
    files = sorted(path for path in folder.glob("*.txt") if (path.stem in HELD) == held)
    return [pair for path in files for pair in read_file(path)]


def read_file(path: Path) -> Iterator[Pair]:
    """The pairs of one file; `seeds/entailment/README.md` describes its form."""
    quote = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        if told := _QUOTE.fullmatch(line):
            quote = told[2].strip()
        elif quote and (pair := _pair(quote, line, path.stem)):
            yield pair
        else:
            raise ValueError(f"{path.name}, line {number}: neither a quote nor a statement about one: {line[:60]!r}")


def _pair(quote: str, line: str, source: str) -> Pair | None:
    if told := _TRUE.fullmatch(line):
        return Pair(quote, told[2].strip(), True, Language(told[1]), changed=(), source=source)
    told = _FALSE.fullmatch(line)
    if told is None or told[1] not in KINDS:
        return None
    return Pair(quote, told[3].strip(), False, Language(told[2]), told[1], source=source)
