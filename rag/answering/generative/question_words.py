"""Words that a statement has from the question alone: what is slipped into a question no source bears out."""

from collections.abc import Sequence

from rag.answering.guard.support import Unit
from rag.language.detection import detect
from rag.language.function_words import MODALS_EN, MODALS_ID, OBLIGING_ID
from rag.language.stems import terms
from rag.questions.understanding import Query
from rag.types import Passage

_MODALS = frozenset(terms(" ".join(MODALS_ID | MODALS_EN | OBLIGING_ID)))


def slipped_in(statement: str, query: Query, support: Sequence[Unit], passages: Sequence[Passage]) -> bool:
    """Whether it has a word of the question that no passage has, and rests on one in the language of the question.

    What rests on another language is left to the guard: the tables of translations lack many a word.
    """
    language = query.question.language
    compared = any(detect(unit.passage.text) is language for unit in support)
    return compared and only_asked(statement, query.topic, passages)


def only_asked(statement: str, topic: Sequence[frozenset[str]], passages: Sequence[Passage]) -> bool:
    """Whether it has a word that carries the question and that no passage has; "may" and "must" are how one asks.

    `topic`: for each word of the question, the index terms that may name it.
    """
    said = frozenset(terms(statement)) - _MODALS
    told = frozenset(term for passage in passages for term in terms(f"{passage.title} {passage.text}"))
    return any(group & said and not group & told for group in topic)
