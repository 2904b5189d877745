"""The passages that repeal a law which was found: a question about the law finds it and seldom them."""

from collections.abc import Iterator, Sequence

from rag.documents.law_names import LawName, laws_named, own_name, repeals
from rag.index.versions import OpenVersion
from rag.questions.articles import article_in
from rag.types import Hit, Method, Passage

_LOOKED_AT = 3  # of the best hits, whose laws are looked up
_DEPTH = 24  # passages with the words of a repeal and the number, of which those that repeal are taken
_ASKED = "nomor {number} tahun {year} dicabut dinyatakan tidak berlaku repealed revoked"


def repealing(hits: Sequence[Hit], version: OpenVersion) -> tuple[Hit, ...]:
    """Passages of other documents that repeal a law among the best hits, whatever filters the question has."""
    found: dict[str, Hit] = {}
    for law, document_id in _laws(hits[:_LOOKED_AT], version):
        rows, scores = version.lexical.search(_ASKED.format(number=law.number, year=law.year), _DEPTH)
        for row, score in zip(rows.tolist(), scores.tolist(), strict=True):
            passage = version.passages[row]
            if passage.document_id != document_id and repeals(passage.text, law):
                found.setdefault(passage.id, Hit(passage, score, (Method.LEXICAL,)))
    return tuple(found.values())


def _laws(hits: Sequence[Hit], version: OpenVersion) -> Iterator[tuple[LawName, str]]:
    """The laws that the hits are of, and their documents."""
    for passage in {hit.passage.document_id: hit.passage for hit in hits if _is_of_law(hit.passage)}.values():
        document = version.document(passage.document_id)
        law = own_name(document.title, document.text) if document is not None else None
        if law is not None:
            yield law, passage.document_id


def _is_of_law(passage: Passage) -> bool:
    """Cheap, for most documents are none."""
    return any(article_in((heading,)) for heading in passage.headings) or any(laws_named(passage.title))
