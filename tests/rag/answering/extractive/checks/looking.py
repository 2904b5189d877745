"""How tests put a span of a sentence to a check."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.checks.base import Check, EvidenceCheck
from rag.answering.extractive.facts import Told
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query, read
from rag.types import Hit, Language, Method, Passage, Question, Span

BEFORE = "Di halaman lain. "


def asked(question: str) -> Query:
    return read(Question(question, Language.INDONESIAN))


def candidate(text: str, title: str = "Judul") -> Candidate:
    """A sentence that is not the first of its passage."""
    whole = BEFORE + text
    hit = Hit(Passage("d#0", "d", 0, len(whole), whole, title), 1.0, (Method.DENSE,))
    return Candidate(hit, Span("d", len(BEFORE), len(whole), text))


def spanned(text: str, said: str) -> ReadSpan:
    start = len(BEFORE) + text.index(said)
    return ReadSpan(start, start + len(said), 5.0)


def passes(check: Check, question: str, text: str, said: str, title: str = "Judul") -> bool:
    """Whether the check has nothing against `said` in `text`."""
    reason = check.objects(asked(question), candidate(text, title), spanned(text, said))
    assert reason is None or reason.check == check.name
    return reason is None


def missing(check: EvidenceCheck, question: str, *texts: str) -> tuple[str, ...]:
    """What the check misses in the texts."""
    reason = check.objects(asked(question), Told.by(texts))
    return reason.missing if reason else ()
