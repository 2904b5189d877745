"""The two figures that a sum or a difference is asked of, each as a question of its own.

"Berapa selisih harga urea dan NPK?" asks for "Berapa harga urea" and "Berapa harga NPK". Where a table tells both it is
computed from there; elsewhere each figure has to be found by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.language import function_words as fw
from rag.language.units import TIME
from rag.questions import overview_words as w
from rag.questions.sides import first_side, second_side

_Spans = Sequence[tuple[int, int]]
_Stretch = tuple[int, int]

_DIFFERENCE = frozenset("selisih selisihnya beda bedanya perbedaan perbedaannya difference differ differed".split())
_TOTAL = frozenset("total totalnya jumlah jumlahnya gabungan keseluruhan together altogether combined sum".split())
_MEASURED = w.ATTRIBUTES | frozenset(
    "rate rates fare fares weight size height width distance area amount age deposit deposits places share".split()
)
"""What a figure is of; the difference between two things that has none of these is told in words."""
_MORE = frozenset("lebih more fewer less banyak".split())
_THAN = frozenset("than daripada dibanding dibandingkan ketimbang".split())
_JOINING = fw.AND | {"dengan", "sama", "with", "vs"}
_BETWEEN = frozenset({"between", "antara"})
_TIMES = frozenset(TIME) | frozenset("sehari seminggu sebulan setahun".split())
_AUXILIARIES = fw.AUXILIARIES_EN
# What the computing words take with them: "the difference in", "the sum of", "in total", "by how many".
_AROUND = frozenset("what is are was were the a of in by apa apakah berapa berapakah ada".split())
_ONE_WORD = 2  # from the auxiliary to the word behind the next one
_ASKS = re.compile(r"^(?:by )?(?P<asks>how (?:many|much)|berapa(?:kah)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def said(self, begin: int, end: int, without: frozenset[str] = frozenset()) -> str:
        """As typed."""
        kept = (row for row in range(begin, end) if self.tokens[row] not in without)
        return " ".join(self.text[slice(*self.spans[row])] for row in kept)

    def is_proper(self, row: int) -> bool:
        """A word that is written like a name, or a number."""
        first = self.text[self.spans[row][0]]
        return row > 0 and (first.isupper() or first.isdigit())


def figures_asked(text: str, tokens: tuple[str, ...], spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Two questions, each for one figure; () where no sum or difference of two is asked for."""
    said = _Words(text, tokens, spans)
    asked = {*tokens}
    if not asked & (fw.HOW_MANY_ID | {"how", "what"}) or not asked & (_DIFFERENCE | _TOTAL | _MORE):
        return ()
    than = next((row for row, token in enumerate(tokens) if token in _THAN and row < len(tokens) - 1), None)
    if than is not None:
        return _compared(said, than) if asked & _MORE else ()
    counted = bool(asked & (fw.HOW_MANY_ID | {"how", "sum"} | _MEASURED))
    counted = counted or ("difference", "in") in pairwise(tokens)
    return _joined(said) if counted and asked & (_DIFFERENCE | _TOTAL) else ()


def _compared(said: _Words, than: int) -> tuple[str, ...]:
    """ "How many more books may postgraduates borrow than undergraduates?" """
    begin, end = _counterpart(said, than)
    if begin == end:
        return ()
    other = said.said(than + 1, len(said.tokens))
    before, behind = said.said(0, begin, _MORE), said.said(end, than)
    return tuple(_asking(said, before, one, behind) for one in (said.said(begin, end), other))


def _counterpart(said: _Words, than: int) -> _Stretch:
    """What of the words before "than" the words behind it stand in for: alike in preposition or in capital letters."""
    opening = said.tokens[than + 1]
    if opening[0].isdigit() or opening == "what" or not _TIMES.isdisjoint(said.tokens[than + 1 : than + 3]):
        return than, than  # "less than a month" is a limit
    if opening in fw.PREPOSITIONS_EN | fw.PREPOSITIONS_ID:
        at = next((row for row in range(than - 1, 0, -1) if said.tokens[row] == opening), than)
        return at, than
    if said.is_proper(than + 1):
        last = next((row for row in range(than - 1, 0, -1) if said.is_proper(row) and not _is_year(said, row)), None)
        return (than, than) if last is None else (_run_back(said, last + 1), last + 1)
    auxiliary = next((row for row in range(than - 1) if said.tokens[row] in _AUXILIARIES), None)
    return (than, than) if auxiliary is None else (auxiliary + 1, auxiliary + 2)


def _is_year(said: _Words, row: int) -> bool:
    return said.tokens[row].isdigit()


def _joined(said: _Words) -> tuple[str, ...]:
    """ "Berapa selisih harga urea dan NPK Kencana?" """
    joint = next((row for row in range(len(said.tokens) - 2, 1, -1) if said.tokens[row] in _JOINING), None)
    if joint is None or said.tokens[joint + 1] in _TOTAL:  # "ukuran dan jumlah foto" are two things asked of one
        return ()
    first, second = _sides(said, joint)
    if first[0] >= first[1] or second[0] >= second[1]:
        return ()
    left_out = _TOTAL | _DIFFERENCE | fw.HOW_MANY_ID
    before, behind = _lead(said, first[0]), said.said(second[1], len(said.tokens), left_out)
    sides = (said.said(*_bare(said, one), left_out) for one in (first, second))
    return tuple(_asking(said, before, one, behind.removesuffix(" in")) for one in sides)


def _sides(said: _Words, joint: int) -> tuple[_Stretch, _Stretch]:
    between = next((row for row in range(joint) if said.tokens[row] in _BETWEEN), None)
    if said.is_proper(joint + 1) and said.is_proper(joint - 1):
        end = joint + 2
        while end < len(said.tokens) and said.is_proper(end):
            end += 1
        return (_run_back(said, joint), joint), (joint + 1, end)
    auxiliary = next((row for row in range(joint - 1) if said.tokens[row] in _AUXILIARIES), None)
    if auxiliary is not None and said.tokens[0] == "how" and joint - auxiliary == _ONE_WORD:
        return (auxiliary + 1, joint), (joint + 1, joint + _ONE_WORD)
    second = second_side(said.tokens, joint + 1, len(said.tokens))
    if between is not None:
        return (between + 1, joint), second
    lead = next((row + 1 for row in range(joint - 1, -1, -1) if said.tokens[row] in _TOTAL | _DIFFERENCE), 0)
    return first_side(said.text, said.tokens, said.spans, (lead, joint), second), second


def _bare(said: _Words, side: _Stretch) -> _Stretch:
    """Without the article that it opens with."""
    return side[0] + (said.tokens[side[0]] in fw.ARTICLES), side[1]


def _run_back(said: _Words, end: int) -> int:
    begin = end - 1
    while begin > 1 and said.is_proper(begin - 1):
        begin -= 1
    return begin


def _lead(said: _Words, end: int) -> str:
    """What stands before both, without the words that say what is to be computed."""
    head = _ASKS.match(said.text)
    begin = len(head["asks"].split()) + (said.tokens[0] == "by") if head else 0
    computing = _TOTAL | _DIFFERENCE | _BETWEEN | w.COMPARE
    while begin < end and said.tokens[begin] in computing | (frozenset() if head else _AROUND):
        begin += 1
    while begin < end and said.tokens[begin] in _AROUND:
        begin += 1
    said_before = said.said(begin, end, computing)
    return f"{head['asks']} {said_before}".strip() if head else said_before


def _asking(said: _Words, before: str, side: str, behind: str) -> str:
    """The question for one of the figures."""
    if before.lower() == "how much":
        before += " is the"
    elif not _ASKS.match(before):
        before = f"{'How much is the' if {'how', 'what'} & {*said.tokens} else 'Berapa'} {before}".strip()
    return " ".join(filter(None, (before, side, behind.rstrip("?. ")))) + "?"
