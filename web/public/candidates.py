"""Questions that the documents of an answer may answer too, made of their articles, tables and headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from rag.types import Answer, Block, BlockKind, Cell, Citation, Document, Heading, Outcome, Table
from rag.wording.words import Words, words_of

_NOWHERE = -1  # nothing of a document is quoted
_LONGEST = 160  # characters of a question
_ARTICLE = re.compile(r"(?:Pasal|Article) \d+")
_FIGURE = re.compile(r"(?!\d\d[.:]\d\d$)(?:Rp ?)?\d[\d.,]*(?: ?%)?")  # no time of day
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and the stretch of the document that an answer to it must come from; `value` must be told of it."""

    question: str
    document_id: str
    start: int
    end: int
    value: str = ""

    def answered_by(self, answer: Answer) -> bool:
        """Whether the answer says what the question was made from."""
        if answer.outcome is not Outcome.ANSWERED or not answer.citations:
            return False
        first = answer.citations[0]
        inside = first.document_id == self.document_id and self.start <= first.start < self.end
        short = answer.short_answer.text if answer.short_answer else ""
        return inside and (not self.value or short == self.value)


def candidates_of(answer: Answer, documents: Iterable[Document]) -> Iterator[Candidate]:
    """By turns from each document in the language of the answer, those nearest to what it quotes first."""
    words = words_of(answer.language)
    quoted = answer.citations or answer.closest
    spoken = [document for document in documents if document.language is answer.language]
    made = [list(_of_document(document, quoted, words)) for document in spoken]
    seen = {answer.question.casefold()}
    for candidate in chain.from_iterable(zip_longest(*made)):
        if candidate is None or len(candidate.question) > _LONGEST or candidate.question.casefold() in seen:
            continue
        seen.add(candidate.question.casefold())
        yield candidate


def candidates_in(document: Document) -> Iterator[Candidate]:
    """Of one document, in its own language."""
    found = _of_document(document, (), words_of(document.language))
    yield from (each for each in found if len(each.question) <= _LONGEST)


def _of_document(document: Document, quoted: Sequence[Citation], words: Words) -> Iterator[Candidate]:
    """Of each kind by turns."""
    places = [one.start for one in quoted if one.document_id == document.id] or [_NOWHERE]
    at = places[0]
    kinds = _of_articles(document, at, words), _of_headings(document, at, words), _of_tables(document, places, words)
    yield from (each for each in chain.from_iterable(zip_longest(*kinds)) if each is not None)


def _of_articles(document: Document, at: int, words: Words) -> Iterator[Candidate]:
    """The articles beside the one that is quoted, that one left out."""
    marked = [block for block in document.blocks if _ARTICLE.fullmatch(block.marker)]
    ends = [block.start for block in marked[1:]] + [len(document.text)]
    spans = [(block, end) for block, end in zip(marked, ends, strict=False) if not block.start <= at < end]
    for block, end in sorted(spans, key=lambda each: abs(each[0].start - at)):
        question = words.gettext("What does %(article)s of %(title)s say?", article=block.marker, title=document.title)
        yield Candidate(question, document.id, block.start, end)


def _of_headings(document: Document, at: int, words: Words) -> Iterator[Candidate]:
    """The sections beside the one that is quoted; articles are told by their number."""
    for heading, end in _sections(document):
        name = document.text[heading.start : heading.end].strip()
        if heading.start <= at < end or _ARTICLE.search(name) or not any(map(str.isalpha, name)):
            continue
        question = words.gettext(
            "What does the section “%(name)s” of “%(title)s” say?", name=name, title=document.title
        )
        yield Candidate(question, document.id, heading.end, end)


def _sections(document: Document) -> list[tuple[Heading, int]]:
    """Each heading with where its section ends, which holds text of its own."""
    ends = [heading.start for heading in document.headings[1:]] + [len(document.text)]
    sections = zip(document.headings, ends, strict=False)
    return [(heading, end) for heading, end in sections if document.text[heading.end : end].strip()]


def _of_tables(document: Document, places: Sequence[int], words: Words) -> Iterator[Candidate]:
    """A figure of each table, asked for by its row and column; the quoted table first."""
    tables = [block for block in document.blocks if block.kind is BlockKind.TABLE and block.table]
    for block in sorted(tables, key=lambda each: not any(each.start <= at < each.end for at in places)):
        if block.table is not None and not block.table.pairs and block.table.keys == 1:
            yield from _of_table(document, block, block.table, places, words)


def _of_table(
    document: Document, block: Block, table: Table, places: Sequence[int], words: Words
) -> Iterator[Candidate]:
    """The last figure of the first row that has one, of a quoted row only where there is no other."""
    name = _named(document, block, table)
    for row in sorted(table.rows, key=lambda each: any(_holds(document, each, at) for at in places)):
        texts = {cell.column: document.text[cell.start : cell.end].strip() for cell in row}
        key = texts.get(0, "")
        figures = [c for c in texts if c and _FIGURE.fullmatch(texts[c]) and _column(table, c)]
        if not key[:1].isalpha() or not figures:
            continue
        column = figures[-1]
        values = {"table": name, "column": _column(table, column), "row": key}
        question = words.gettext("%(table)s: what is %(column)s for %(row)s?", **values)
        yield Candidate(question, document.id, table.start, table.end, texts[column])
        return


def _holds(document: Document, row: Sequence[Cell], at: int) -> bool:
    """Whether `at` is in the line of the row."""
    return bool(row) and document.text.rfind("\n", 0, row[0].start) < at <= row[-1].end


def _column(table: Table, column: int) -> str:
    name = table.columns[column] if column < len(table.columns) else ""
    return _BRACKETS.sub("", name).strip() if any(map(str.isalpha, name)) else ""


def _named(document: Document, block: Block, table: Table) -> str:
    """By its caption, else by the heading above it, else by the document."""
    above = [document.text[heading.start : heading.end] for heading in document.headings if heading.end <= block.start]
    name = table.caption or (above[-1] if above else document.title)
    return _BRACKETS.sub("", name).strip().rstrip(".:")
