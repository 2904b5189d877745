"""What a reader of a file sees stands in its document, or is told with the reason why it does not."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.documents.loaders import load
from rag.types import Document
from tests.benchmarks.structure.cases import Case
from tests.benchmarks.structure.dev import CASES
from tests.benchmarks.structure.visible import visible_text

_WORD = re.compile(r"\w+")
# Nothing of these is indexed; a workbook tells hidden cells by their number, as they may be anyone's.
_UNTOLD = frozenset(case.file for case in CASES if case.unreadable) | {
    "honor-rt.xlsx",
    "belanja-kelurahan.xlsx",
}


@pytest.mark.parametrize("case", [one for one in CASES if one.file not in _UNTOLD], ids=lambda case: case.file)
def test_every_word_of_a_file_is_kept_or_told_to_be_left_out(case: Case, tmp_path: Path) -> None:
    file = tmp_path / case.file
    file.write_bytes(case.data)
    told = "\n".join(_told(load(file, case.file, 10_000_000, recognise=False)))
    assert _missing(visible_text(case.file, case.data), told) == []


def test_a_word_that_vanished_is_noticed() -> None:
    assert _missing("Rp4.000 sehari, dua kali sehari", "Rp4.000 sehari") == ["dua", "kali", "sehari"]


def test_a_word_broken_at_the_end_of_a_line_and_a_figure_with_the_mark_of_a_note_are_not_missed() -> None:
    assert _missing("pemerin-\ntah 4.1023 orang di 5 m²", "pemerintah\n4.102\norang di 5 m²\n3") == []


def _told(found: Iterator[object]) -> Iterator[str]:
    """All that is stored of a file, and all that is said to be left out."""
    for one in found:
        assert isinstance(one, Document), one
        yield from (one.title, one.text, one.publisher or "", str(one.published))
        yield from (block.aside for block in one.blocks)
        yield from (name for block in one.blocks if block.table for name in block.table.columns)
        yield from (each.text for each in one.left_out)
        yield from (each.name for each in one.notices)


def _missing(seen: str, told: str) -> list[str]:
    words, whole = Counter(_words(told)), "".join(_words(told))
    lost = Counter(_words(seen)) - words
    return sorted(word for word in lost if word in words or not _is_part(word, whole, words))


def _is_part(word: str, whole: str, words: Counter[str]) -> bool:
    """Whether a word was broken where a line ends, or is a figure and the mark of a note in one."""
    halves = ((word[:at], word[at:]) for at in range(1, len(word)))
    return word in whole or any(one in words and other in words for one, other in halves)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
