"""Where the names of several are asked for, a quote without any name is no answer: how many they are says not who.

A name stands in capitals where no sentence begins, and is none that the question has.
"""

import re
from collections.abc import Sequence

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.scoring import Scored
from rag.language.calendar_names import any_month, any_weekday
from rag.language.text import words
from rag.questions.understanding import Query
from rag.types import Table

_ASKED = re.compile(
    r"\bnama[- ]nama(?:nya)?\b|\bnama (?:para|semua|seluruh|lengkap|tiap|setiap|masing-masing)\b|"
    r"\bnames of (?:the |all |every |each |those |these )|\b(?:all |the |their )names\b|\bnames and\b|"
    r"\bname (?:all|every|each|them)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BEGINS = re.compile(r"(?:^|[.?!:]\s+|\n)[\W\d_]*$")
_DATE = re.compile(rf"(?:{any_month()}|{any_weekday()}|Rp)", re.IGNORECASE)
_NEAR = 0.65  # share of the best score above which more is quoted
_IN_FRONT = 8  # characters before a word that show whether a sentence begins


def names_nobody(query: Query, scored: Sequence[Scored]) -> bool:
    """Whether names are asked for and what would be quoted, best first, has none.

    Beside the best row of a table another one is no answer; a line before a list may have names below it.
    """
    if not scored or _ASKED.search(query.text) is None:
        return False
    best = scored[0]
    near = [best] if best.candidate.is_row else [one for one in scored if one.score >= _NEAR * best.score]
    return not any(_has_name(query, one.candidate) for one in near)


def _has_name(query: Query, one: Candidate) -> bool:
    if one.table is not None:
        return any(_is_name(word, query) for row in _rows_meant(query, one, one.table) for word in _WORD.findall(row))
    text = one.text.rstrip()
    return text.endswith(":") or any(_is_name_in(text, match, query) for match in _WORD.finditer(text))


def _rows_meant(query: Query, one: Candidate, table: Table) -> list[str]:
    """The words of the row, or of the rows of a whole table that the question names; of all where it names none."""
    cells = [[one.words_of(cell) for cell in row] for row in (table.rows if one.row is None else [table.rows[one.row]])]
    named = [row for row in cells if any(cell and query.words.issuperset(words(cell)) for cell in row)]
    return [" ".join(row) for row in named or cells]


def _is_name_in(text: str, match: re.Match[str], query: Query) -> bool:
    """Behind the beginning of a sentence, or of two words at it: "Siti Rohaya ..."."""
    if not _is_name(match[0], query):
        return False
    if not _BEGINS.search(text[max(0, match.start() - _IN_FRONT) : match.start()]):
        return True
    behind = _WORD.match(text, match.end() + 1)
    return behind is not None and _is_name(behind[0], query)


def _is_name(word: str, query: Query) -> bool:
    return word[0].isupper() and word.lower() not in query.words and _DATE.fullmatch(word) is None
