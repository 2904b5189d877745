"""What is said of another number of the same kind: "Terlambat 7x" tells nothing of who is late five times.

A number tells things apart where it calls them ("roda tiga", "kelas 2"), where it alone tells an item from those beside
it, or where question and sentence say it of the same: "setelah mengemudi 5 jam". A limit or a range is no such number.
"""

import re

from rag.answering.extractive.candidates import Candidate
from rag.language.brackets import brackets_in
from rag.language.counted_things import Count, counts_in, year_begun_with
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_LABEL = re.compile(r"\s*(?:(?:[-*•]|\(?\w{1,3}[.)])\s+)?(?P<label>[^:;.!?\n]{2,60}):\s+\S")
_NUMBERS = re.compile(r"\d+")


class OtherNumber:
    """Objects to a row, an item or a sentence about another number of what the question has a number of."""

    name = "other_number"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        asked = () if candidate.of_law or "\n" in candidate.text else _asked(query)
        if not asked:
            return None
        told, limits = counts_in(candidate.text), brackets_in(candidate.text)
        start, end = candidate.local(span)
        beside = [
            one
            for one in told
            if (query.kind is None or one.end <= start or end <= one.start)  # the span may be the number asked for
            and not any(limit.start < one.end and one.start < limit.end for limit in limits)
        ]
        others = (
            query.text[wanted.start : wanted.end]
            for wanted in asked
            if not any(one.of == wanted.of and one.number == wanted.number for one in told)
            and any(one.of == wanted.of and _tells_apart(wanted, one, candidate) for one in beside)
        )
        other = next(others, None)
        return Objection(self.name, (other,)) if other else None


class OtherYear:
    """Objects to what a sentence tells of the year that it begins with, where another one is asked for."""

    name = "other_year"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if not query.years or candidate.table is not None or candidate.of_law:
            return None
        told = year_begun_with(candidate.text)
        passage = candidate.hit.passage
        around = " ".join((candidate.text, passage.title, *passage.headings))
        if told is None or any(year in around for year in query.years):
            return None
        return Objection(self.name, query.years)


def is_of_that_number(query: Query, candidate: Candidate) -> bool:
    """Whether it is the item that alone of those beside it has the number of the question in its label."""
    label = _LABEL.match(candidate.text) if candidate.table is None else None
    if label is None or "\n" in candidate.text:
        return False
    told = [one for one in counts_in(label["label"]) if not one.is_call]
    named = any(one.of == wanted.of and one.number == wanted.number for one in told for wanted in _asked(query))
    return named and _stands_beside(label["label"], candidate)


def _asked(query: Query) -> tuple[Count, ...]:
    """None where the question gives a range."""
    counted = counts_in(query.text)
    return () if counted and brackets_in(query.text) else counted


def _tells_apart(wanted: Count, told: Count, candidate: Candidate) -> bool:
    if wanted.is_call:
        return told.is_call
    if told.is_call:
        return False
    if wanted.after and wanted.after == told.after:
        return True
    label = _LABEL.match(candidate.text)
    return label is not None and told.end <= label.end("label") and _stands_beside(label["label"], candidate)


def _stands_beside(label: str, candidate: Candidate) -> bool:
    """Whether another line of the passage has the same label but for its number."""
    frame = _NUMBERS.sub("#", label).strip().casefold()
    lines = (_LABEL.match(line) for line in candidate.hit.passage.text.splitlines())
    labels = {match["label"].strip().casefold() for match in lines if match}
    return sum(_NUMBERS.sub("#", one) == frame for one in labels) > 1
