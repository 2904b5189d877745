"""The sentences of an answer without a language model; what they hold is verbatim."""

from collections.abc import Sequence

from rag.answering.composing.english import in_english
from rag.language.computations import Computation
from rag.types import Citation, Framing, Language, Sentence, Value


def value_in(span: str, language: Language) -> Value:
    """A span that answers, with its English where the answer is in English and the span is plain enough."""
    return Value(span, in_english(span) if language is Language.ENGLISH else None)


def quoting(citation: Citation) -> Sentence:
    return Sentence(Framing.QUOTE, (citation,))


def excerpt(citation: Citation, section: str | None) -> Sentence:
    """A quote from a document that was named; `section`: the heading it stands under."""
    return Sentence(Framing.EXCERPT, (citation,), part=section)


def tentative() -> Sentence:
    """Says that the quotes behind it come near, and may not answer."""
    return Sentence(Framing.TENTATIVE, ())


def short(value: Value, citation: Citation) -> Sentence:
    return Sentence(Framing.SHORT_ANSWER, (citation,), values=(value,))


def computed(result: str, terms: Sequence[str], how: str, citation: Citation) -> Sentence:
    """`terms`: the words of the cells that the result was computed from; `how`: what was done, as wording knows it."""
    return Sentence(Framing.COMPUTED, (citation,), values=(Value(result), *map(Value, terms)), statement=how)


def computed_of_quotes(result: str, terms: Sequence[str], how: Computation, citations: Sequence[Citation]) -> Sentence:
    """`terms`: figures that different quotes give."""
    values = (Value(result), *map(Value, terms))
    return Sentence(Framing.COMPUTED, tuple(citations), values=values, statement=f"{how.value}_of_quotes")


def differing(values: Sequence[Value], citations: Sequence[Citation]) -> Sentence:
    """`values` are those of `citations`, in the same order."""
    return Sentence(Framing.DIFFERING, tuple(citations), values=tuple(values))
