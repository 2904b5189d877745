"""What a rule said before it was changed or repealed: "yang semula berbunyi: ... Rp40.000 ... diubah sehingga berbunyi:
... Rp65.000", "Peraturan Nomor 2 Tahun 2019 yang menetapkan sewa Rp60.000 dicabut".

Who asks for what holds is told what holds. The earlier text is told where it is asked for, or the rule that set it.
"""

import re
from dataclasses import replace
from functools import lru_cache

from rag.answering.extractive.candidates import Candidate
from rag.language.changes import Side, side_asked
from rag.language.quantities import find_quantities
from rag.language.question_kinds import fits
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_ANY = r"(?:[^.;\n]|\.(?=\d)|;(?=\s*(?:menjadi|diubah)))*?"
_FORMER = re.compile(
    rf"\b(?:yang\s+)?semula\b(?P<old>{_ANY})\b(?:diubah\s+(?:sehingga|menjadi)|sehingga\s+berbunyi|menjadi)\b"
    rf"(?P<new>{_ANY})(?=\.(?!\d)|[;\n]|$)",
    re.IGNORECASE,
)
_REPEALED = re.compile(
    r"\b(?:peraturan|perda|perbup|perwali|pergub|keputusan|instruksi|surat edaran|regulation|decree|by-?law|order)\b"
    rf"(?>(?P<rule>{_ANY})\b(?:yang|which|that)\b)(?P<old>{_ANY})\b(?:dicabut|tidak berlaku(?: lagi)?|"
    r"(?:is|are) (?:hereby )?(?:repealed|revoked))\b",
    re.IGNORECASE,
)
_ASKS_OLD = re.compile(
    r"\b(?:dicabut|(?:yang|peraturan|tarif|harga) lama|terdahulu|repealed|revoked|old|former|earlier)\b", re.IGNORECASE
)
_TEXTS = 2048


class AsAmended:
    """The figure of the new text in place of that of the old one."""

    name = "as_amended"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        if query.kind is None or _asks_old(query):
            return span
        change = _over(_FORMER, candidate, span)
        if change is None:
            return span
        begin, text, kind = candidate.within[0] + change.start("new"), change["new"], query.kind
        read = {one.unit for one in find_quantities(candidate.said(span))}
        told = [one for one in find_quantities(text) if one.unit in read and fits(text[one.start : one.end], kind)]
        return replace(span, start=begin + told[0].start, end=begin + told[0].end) if len(told) == 1 else span


class NoLongerSo:
    """Objects to what stands in the old text of a rule, or in one that is repealed."""

    name = "no_longer_so"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if _asks_old(query):
            return None
        former, repealed = (_over(pattern, candidate, span) for pattern in (_FORMER, _REPEALED))
        if repealed is not None and set(re.findall(r"\d+", repealed["rule"])).intersection(query.marks, query.years):
            return None  # what just that rule said is asked for
        return Objection(self.name, (candidate.said(span),)) if former or repealed else None


def _asks_old(query: Query) -> bool:
    return side_asked(query.text) is Side.OLD or _ASKS_OLD.search(query.text) is not None


def _over(pattern: re.Pattern[str], candidate: Candidate, span: ReadSpan) -> re.Match[str] | None:
    """The match in whose old part the span lies."""
    if candidate.table is not None:
        return None
    start, end = candidate.local(span)
    found = _matches(pattern, candidate.text)
    return next((one for one in found if one.start("old") <= start and end <= one.end("old")), None)


@lru_cache(_TEXTS)
def _matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(text))
