"""The sentences that could answer, cut from the passages that were found."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.text import is_list_item, sentence_spans, words
from rag.types import Hit, Span

_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quotable sentence, or a list with the line that introduces it; `span` points into the document."""

    hit: Hit
    span: Span

    @property
    def text(self) -> str:
        return self.span.text

    @property
    def within(self) -> tuple[int, int]:
        """The same stretch as offsets into the passage."""
        return self.span.start - self.hit.passage.start, self.span.end - self.hit.passage.start


def candidates(hits: Sequence[Hit]) -> tuple[Candidate, ...]:
    """Sentences of every passage, best passage first, each stretch of a document once."""
    seen: set[tuple[str, int]] = set()
    found: list[Candidate] = []
    for hit in hits:
        for start, end in quotable_spans(hit.passage.text):
            begin = hit.passage.start + start
            if (hit.passage.document_id, begin) not in seen:
                seen.add((hit.passage.document_id, begin))
                span = Span(hit.passage.document_id, begin, hit.passage.start + end, hit.passage.text[start:end])
                found.append(Candidate(hit, span))
    return tuple(found)


def quotable_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences of `text`, a line ending in a colon with the list it introduces; questions and scraps are left out."""
    joined: list[tuple[int, int]] = []
    listing = False
    for start, end in sentence_spans(text):
        if listing and is_list_item(text[start:end]):
            joined[-1] = (joined[-1][0], end)
            continue
        listing = text[start:end].endswith(":")
        joined.append((start, end))
    return tuple(span for span in joined if _is_statement(text[span[0] : span[1]]))


def _is_statement(sentence: str) -> bool:
    return not sentence.endswith("?") and len(words(sentence)) >= _FEWEST_WORDS
