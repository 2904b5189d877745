"""Whether a sentence says something by itself.

"Malaysia." is in many a source; which question it answers is a claim that no source need make. What a model says must
be whole enough for the guard to judge it.
"""

from rag.answering.guard.terms import Kind, terms
from rag.language.text import words

_FEWEST_WORDS = 4
_FEWEST_TERMS = 2


def is_statement(text: str) -> bool:
    """Not a name, an amount, a list of them, a label with its value, a question, or what introduces a list."""
    if len(words(text)) < _FEWEST_WORDS or text.rstrip().rstrip(".").endswith((":", ",", "?")):
        return False
    said = terms(text)
    return len(said) >= _FEWEST_TERMS and any(term.kind is Kind.WORD for term in said)
