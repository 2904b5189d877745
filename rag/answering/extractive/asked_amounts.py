"""The amounts that a question says, and what it counts by any word for that."""

from dataclasses import replace

from rag.language.brackets import Amount, amounts_in
from rag.questions.understanding import Query


def amounts_of(query: Query) -> tuple[Amount, ...]:
    """With the nouns in either language: "200 guests" are "200 tamu"."""
    return tuple(
        replace(one, nouns=one.nouns.union(*(group for group in query.topic if group & one.nouns)))
        for one in amounts_in(query.text)
    )
