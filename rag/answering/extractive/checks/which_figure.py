"""Which of several figures of one sentence belongs to what a question names.

"Pelatihan untuk alumni 3 bulan, untuk siswa kelas XII 12 bulan" holds two durations; asked about grade XII, only the
one in the clause that names it can be meant.
"""

import re
from collections.abc import Sequence

from rag.language.question_kinds import AnswerType
from rag.language.territories import territories_in, territory_codes

_FIGURE = {
    AnswerType.NUMBER: re.compile(
        r"(?<![\w.,/(])\d+(?:[.,]\d+)*(?![\w/%]|[.,]\d)"
        r"(?! ?(?:%|persen|detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?|hours?|days?|weeks?|months?|"
        r"years?|per ?cent)\b)(?: (?:orang|jiwa|siswa|peserta|unit|ton|ribu|juta|people|students|persons))*",
        re.IGNORECASE,
    ),
    AnswerType.PERCENTAGE: re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?: ?%| persen\b| per ?cent\b)", re.IGNORECASE),
    AnswerType.DURATION: re.compile(
        r"(?<![\w.,])\d+(?:[.,]\d+)? (?:detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?|hours?|days?|"
        r"weeks?|months?|years?)\b",
        re.IGNORECASE,
    ),
    AnswerType.MONEY: re.compile(
        r"(?:Rp\.? ?|US\$|RM ?)\d+(?:[.,]\d+)*(?: (?:ribu|juta|miliar|triliun))?", re.IGNORECASE
    ),
}
_CLAUSE_END = re.compile(
    r"[,;](?!\d)|\s(?:dan|serta|sedangkan|sementara|adapun|diikuti|disusul|kemudian|lalu|and|while|followed)\s"
)
# What singles one thing out among its like: a numeral ("kelas XII") or a code ("N5") of the question.
_MARK = re.compile(r"\b(?:[IVXLC]{2,}|[A-Z]\w*\d\w*)\b")
_LONGER_NAME = re.compile(r" [A-Z]")  # behind a province: "Lampung Timur" is another place
_YEAR_OR_DATE = re.compile(
    r"(?:19|20)\d\d(?!\d|[.,]\d| (?:orang|jiwa|siswa|peserta|unit|people|students|persons))|"
    r"\d{1,2} (?=jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)",
    re.IGNORECASE,
)


def attached(question: str, kind: AnswerType | None, text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` of the figure meant in the sentence `text`: the given one unless a later one alone is named.

    A later one is taken when its clause, and no other, holds a name or numeral of the question. An earlier one is not:
    what the first clause names is often the subject of the whole sentence.
    """
    pattern = _FIGURE.get(kind) if kind is not None else None
    figures = [m.span() for m in pattern.finditer(text) if not _YEAR_OR_DATE.match(text, m.start())] if pattern else []
    if len(figures) < 2 or not any(a < end and start < b for a, b in figures):
        return start, end
    clauses = _clauses(text)
    named = [clause for clause in clauses if names_the_same(question, text[clause[0] : clause[1]])]
    if len(named) != 1 or named[0] <= _clause_of(start, clauses):
        return start, end
    theirs = [figure for figure in figures if _clause_of(figure[0], clauses) == named[0]]
    return theirs[0] if len(theirs) == 1 and not _asked_with(question, text[slice(*theirs[0])]) else (start, end)


def names_the_same(question: str, clause: str) -> bool:
    """Whether `clause` holds a country, province, numeral ("XII") or code ("N5") that the question holds."""
    asked = territory_codes(question)
    places = [clause[a:b] for a, b in territories_in(clause) if not _LONGER_NAME.match(clause, b)]
    if any(asked & territory_codes(place) for place in places):
        return True
    return any(re.search(rf"\b{mark}\b", clause) for mark in _MARK.findall(question))


def _clauses(text: str) -> tuple[tuple[int, int], ...]:
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    return tuple(zip([0, *ends], [*ends, len(text)], strict=True))


def _clause_of(offset: int, clauses: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return next(clause for clause in reversed(clauses) if clause[0] <= offset)


def _asked_with(question: str, figure: str) -> bool:
    """Whether the question brings that figure along: "how many of the 385?" is not answered with 385."""
    number = figure.split()[0]
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?!\w)", question) is not None
