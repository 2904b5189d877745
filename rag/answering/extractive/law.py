"""What the structure of a law tells to be meant: the article that a question names, a point of it, its repeal."""

import re
from collections.abc import Collection, Iterator, Sequence

from rag.answering.base import DocumentOf
from rag.answering.extractive.candidates import Candidate, quotable_spans, span_in
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.scoring import Scored
from rag.documents.amendments import introduces
from rag.documents.divisions import marker_of
from rag.documents.law_names import LawName, own_name, repeals
from rag.language.stems import stem
from rag.questions.articles import article_in, is_headed, is_point_of, tells_repeal
from rag.questions.understanding import Query
from rag.types import Document, Hit, Passage

_NUMBERED = re.compile(r"\b(?:nomor|number|no\.?)\s+(\d+)\s+(?:tahun|of)\s+(\d{4})\b", re.IGNORECASE)
# Index terms of words that ask for an article, and say nothing of the law that it stands in.
_ASKING = frozenset(
    map(
        stem,
        "pasal isi bunyi berbunyi mengatur diatur memuat ketentuan ayat huruf angka butir article say says state states"
        " provide provides regulate regulates contain contains content text paragraph letter item".split(),
    )
)
_HEAD = 400  # characters of a law that say its number
_ENDS = re.compile(r"[\s;,.]*(?:\b(?:dan|atau|dan/atau|and|or))?[\s;,.]*$")


def of_law(query: Query, sole: tuple[str, ...] | None, hit: Hit) -> tuple[Candidate, ...]:
    """Of a passage; () where the structure tells nothing, so that its sentences may answer.

    `sole`: the section that alone says what the article is asked for.
    """
    passage = hit.passage
    named = bool(query.articles) and is_headed(passage.headings, query.articles)
    if query.points and is_point_of(passage.headings, query.articles, query.points):
        return (_candidate(hit, 0, len(passage.text)),)
    if query.points and (named or not query.articles):
        return tuple(_candidate(hit, *span, sure=named) for span in points_in(passage, query.points))
    if (named and query.wants_article) or (sole is not None and _section(passage) == sole):
        return (_candidate(hit, 0, len(passage.text)),)
    if query.articles and not named:
        return tuple(_candidate(hit, *span) for span in _repeals(passage, query.articles))
    return ()


def sole_article(query: Query, hits: Sequence[Hit]) -> tuple[str, ...] | None:
    """The section of the only article that says all that is asked for; None where there are several, or none."""
    passages = (hit.passage for hit in hits if query.subject and article_in(hit.passage.headings))
    found = {_section(passage) for passage in passages if _says_all(query, passage)}
    return found.pop() if len(found) == 1 else None


def within_articles(query: Query, scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Where an article is asked for, the sentences of articles only, if there are any."""
    kept = tuple(one for one in scored if query.subject and article_in(one.candidate.hit.passage.headings))
    return kept or tuple(scored)


def of_meant_laws(query: Query, scored: Sequence[Scored], document_of: DocumentOf) -> tuple[Scored, ...]:
    """Where articles are named, those of the documents that say most of what else the question says."""
    told = {one.candidate.span.document_id for one in scored if one.candidate.of_law}
    if not query.articles or len(told) < 2:
        return tuple(scored)
    said = {key: _said_of(query, document_of(key)) for key in told}
    most = max(said.values())
    return tuple(one for one in scored if said.get(one.candidate.span.document_id, most) == most)


def changes_first(query: Query, scored: Sequence[Scored], document_of: DocumentOf) -> tuple[Scored, ...]:
    """Before the articles that a question names, what other laws have changed in them."""
    if not query.articles or not scored:
        return tuple(scored)
    law = document_of(scored[0].candidate.span.document_id)
    number = set(_NUMBERED.findall(f"{law.title} {law.text[:_HEAD]}"))
    changing = [
        one
        for one in scored
        if _changes(query, one)
        and one.candidate.span.document_id != law.id
        and number & set(_NUMBERED.findall(document_of(one.candidate.span.document_id).text))
    ]
    return (*changing, *(one for one in scored if one not in changing))


def repeals_of(rule: Scored, scored: Sequence[Scored], document_of: DocumentOf) -> tuple[Scored, ...]:
    """The sentence of another law, found too, that repeals the law which is quoted: a citizen must not rely on it."""
    law = _law_of(rule, document_of)
    others = (one for one in scored if one.candidate.span.document_id != rule.candidate.span.document_id)
    return tuple(one for one in others if law is not None and repeals(one.candidate.text, law))[:1]


def repealing_candidates(rule: Scored, hits: Sequence[Hit], document_of: DocumentOf) -> tuple[Candidate, ...]:
    """What of the passages repeals the law which is quoted: a sentence, or the whole list that names it."""
    law = _law_of(rule, document_of)
    return () if law is None else tuple(_repealing(hit, law) for hit in hits if repeals(hit.passage.text, law))


def _repealing(hit: Hit, law: LawName) -> Candidate:
    text = hit.passage.text
    spans = (span for span in quotable_spans(text) if repeals(text[slice(*span)], law))
    return _candidate(hit, *next(spans, (0, len(text))))


def _law_of(rule: Scored, document_of: DocumentOf) -> LawName | None:
    document = document_of(rule.candidate.span.document_id)
    return own_name(document.title, document.text)


def _changes(query: Query, one: Scored) -> bool:
    passage = one.candidate.hit.passage
    told = one.candidate.of_law or (one.span is not None and one.span.score > 0)
    amended = is_headed(passage.headings, query.articles) and any(map(introduces, passage.headings))
    return told and (amended or tells_repeal(one.candidate.text, query.articles))


def _said_of(query: Query, document: Document) -> int:
    terms = facts_of(f"{document.title} {document.text}").terms
    return sum(bool(group & terms) for group in query.topic if not group & _ASKING)


def _candidate(hit: Hit, start: int, end: int, sure: bool = True) -> Candidate:
    return Candidate(hit, span_in(hit.passage, start, end), of_law=sure)


def _section(passage: Passage) -> tuple[str, ...]:
    return passage.document_id, *passage.headings


def points_in(passage: Passage, points: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the points stand that are marked so, as offsets into the passage; with what is listed below them.

    Of "(2)" and "d." only the d. below a (2) is meant.
    """
    lines = list(_marked_lines(passage.text))
    for at, (start, _, path) in enumerate(lines):
        if path[-1:] == tuple(points[-1:]) and _is_below(path, points):
            rest = (line for line in lines[at + 1 :] if len(line[2]) <= len(path))
            end = next((begin for begin, _, _ in rest), len(passage.text))
            yield start, start + len(passage.text[start:end].rstrip())


def bare(text: str) -> str:
    """The words of a point without its mark and what joins it to the next: "d. akta; dan" is "akta"."""
    marker = marker_of(text)
    return _ENDS.sub("", text[len(marker) :].strip())


def _marked_lines(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start and end of each line with a mark, and the marks that it stands below, its own the last."""
    open_marks: list[str] = []
    start = 0
    for line in text.split("\n"):
        marker = marker_of(line)
        if marker:
            mark = marker if marker.startswith("(") else f"{marker.strip('.)')}."
            kind = _kind_of(mark)
            depth = next((at for at, each in enumerate(open_marks) if _kind_of(each) == kind), len(open_marks))
            open_marks[depth:] = [mark]
            yield start, start + len(line), tuple(open_marks)
        start += len(line) + 1


def _kind_of(mark: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", mark.lower()))


def _is_below(path: Sequence[str], points: Sequence[str]) -> bool:
    """Whether the points stand in the path in their order."""
    marks = iter(path)
    return all(point in marks for point in points)


def _repeals(passage: Passage, articles: Collection[str]) -> Iterator[tuple[int, int]]:
    for start, end in quotable_spans(passage.text):
        said = passage.text[start:end]
        if tells_repeal(said, articles):
            yield start, end


def _says_all(query: Query, passage: Passage) -> bool:
    """Whether all that the article is asked to say stands in it or above it."""
    said = facts_of(" ".join((*passage.headings, passage.text))).terms
    return bool(query.topic) and all(group & said for group in query.topic)
