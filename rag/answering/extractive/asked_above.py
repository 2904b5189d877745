"""What stands below a heading that asks what the question asks: "Berapa ongkosnya?" below "Kiriman Kilat"."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.question_kinds import fits, wants_list
from rag.language.stems import stem
from rag.questions.asking import kind_wanted
from rag.questions.understanding import Query


def answered_below(query: Query, candidate: Candidate) -> bool:
    """Whether a sentence is all that, or the first that, answers a heading which asks the same of the same thing.

    The headings say every word of the question, and the question every word of the one that asks.
    """
    passage = candidate.hit.passage
    heading = passage.headings[-1] if passage.headings else ""
    if not heading.endswith("?") or candidate.table is not None or candidate.within[0] > 0 or not query.topic:
        return False
    if kind_wanted(heading) is not query.kind or wants_list(heading) != query.wants_list:
        return False
    if query.kind is None and not query.wants_list:
        return False
    said = frozenset(map(stem, query.words)).union(*query.topic)
    above = facts_of(" ".join(passage.headings)).terms | facts_of(passage.title).terms
    asked = facts_of(heading).stems <= said and all(group & above for group in query.topic)
    return asked and (query.kind is None or fits(candidate.text, query.kind))
