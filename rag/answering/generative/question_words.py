"""Words that a statement has from the question alone: what is slipped into a question no source bears out."""

from collections.abc import Sequence

from rag.language.stems import terms
from rag.types import Passage


def only_asked(statement: str, topic: Sequence[frozenset[str]], passages: Sequence[Passage]) -> bool:
    """Whether it has a word that carries the question and that no passage has, in either language.

    `topic`: for each word of the question, the index terms that may name it.
    """
    said = frozenset(terms(statement))
    told = frozenset(term for passage in passages for term in terms(f"{passage.title} {passage.text}"))
    return any(group & said and not group & told for group in topic)
