"""What a sentence says of one thing is not said of its neighbour: "Embung Gelam" is not "Embung Trisno"."""

import re
from functools import lru_cache

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.stems import carries_topic
from rag.language.text import words
from rag.language.titles import mentions_in
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_NAME = r"[A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]+)*"
_CALLED = re.compile(rf"\b(?P<kind>[^\W\d_]{{4,}})(?= (?P<name>{_NAME}))")
_REMEMBERED = 4096  # questions, and kinds that they name


class Namesake:
    """Objects to a sentence that has the kind of thing asked about, called otherwise, where the passage has both."""

    name = "namesake"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if candidate.table is not None:
            return None
        for kind, name in _called(query.question.text):
            if _says_of_other(candidate, kind, name):
                return Objection(self.name, (f"{kind} {name}",))
        return None


@lru_cache(_REMEMBERED)
def _called(question: str) -> tuple[tuple[str, str], ...]:
    found = ((match["kind"], match["name"]) for match in _CALLED.finditer(question))
    return tuple(
        (kind, name)
        for kind, name in found
        if carries_topic(kind.casefold()) and carries_topic(name.casefold()) and not mentions_in(kind)
    )


def _says_of_other(candidate: Candidate, kind: str, name: str) -> bool:
    passage, asked = candidate.hit.passage, frozenset(words(name))
    around = facts_of(f"{passage.title} {' '.join(passage.headings)}").words | facts_of(candidate.text).words
    if asked <= around:
        return False
    others = [frozenset(words(match[1])) for match in _named(kind).finditer(candidate.text)]
    told = (frozenset(words(match[1])) for match in _named(kind).finditer(passage.text))
    return any(not other <= asked for other in others) and any(asked <= one for one in told)


@lru_cache(_REMEMBERED)
def _named(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{re.escape(kind)}):? ({_NAME})")
