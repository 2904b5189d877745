"""The sentences of an answer as the page shows them: what introduces a quote is said once, a table stands once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.types import Citation, Excerpt, Framing, Language, Sentence
from rag.wording.prose import introduction, quoted, sentence_text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a quote; `item` for a line of a list, its dash left out."""

    text: str
    item: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence; `language` only where it differs from the answer's.

    `framing` introduces a quote ("Menurut ...:"); `part`: of several questions asked in one, the one answered from here
    on. Both are None where the sentence before says the same.
    """

    text: str
    citations: tuple[Citation, ...]
    language: Language | None = None
    framing: str | None = None
    part: str | None = None
    table: Excerpt | None = None  # instead of a text, where rows of a table are quoted
    key: str = ""  # the words of it that answer by themselves, where they are too long to stand above it again

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and behind `key`."""
        before, _, behind = self.text.partition(self.key)
        return before, behind

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.text)


def view_sentences(sentences: Sequence[Sentence], language: Language) -> tuple[SentenceView, ...]:
    """The sentences of an answer in `language`, in order; rows of one table that follow each other stand in one."""
    shown: list[SentenceView] = []
    for sentence, before in zip(sentences, (None, *sentences), strict=False):
        view = view_sentence(sentence, before, language)
        if shown and _goes_on(shown[-1], view):
            shown[-1] = _in_one_table(shown[-1], view)
        else:
            shown.append(view)
    return tuple(shown)


def view_sentence(sentence: Sentence, before: Sentence | None, language: Language) -> SentenceView:
    """The sentence as it follows `before`, None for the first."""
    again = before is not None and before.part == sentence.part
    part = None if again else sentence.part
    framing = _framing(sentence, language)
    if sentence.framing is Framing.EXCERPT:
        (citation,) = sentence.citations
        return SentenceView(
            "" if citation.table else quoted(citation),
            sentence.citations,
            foreign(citation, language),
            part=part,
            table=citation.table,
        )
    if framing is None:
        return SentenceView(sentence_text(sentence, language), sentence.citations, part=part)
    (citation,) = sentence.citations
    said = before is not None and again and framing == _framing(before, language)
    return SentenceView(
        "" if citation.table else quoted(citation),
        sentence.citations,
        foreign(citation, language),
        None if said else framing,
        part,
        citation.table,
    )


def _goes_on(before: SentenceView, view: SentenceView) -> bool:
    """Whether both quote rows of one table, of which at most one holds the cell that answers."""
    one, other = before.table, view.table
    if one is None or other is None or view.framing or view.part or (one.meant and other.meant):
        return False
    same_table = (one.caption, one.columns, one.keys) == (other.caption, other.columns, other.keys)
    return same_table and before.citations[0].document_id == view.citations[0].document_id


def _in_one_table(before: SentenceView, view: SentenceView) -> SentenceView:
    """The rows of both, as they follow each other in the document."""
    citations = (*before.citations, *view.citations)
    rows: list[tuple[str, ...]] = []
    meant = None
    tables = [one.table for one in sorted(citations, key=lambda each: each.start) if one.table is not None]
    for table in tables:
        meant = (len(rows) + table.meant[0], table.meant[1]) if table.meant else meant
        rows += table.rows
    return replace(before, citations=citations, table=replace(tables[0], rows=tuple(rows), meant=meant))


def _framing(sentence: Sentence, language: Language) -> str | None:
    return introduction(sentence.citations[0], language) if sentence.framing is Framing.QUOTE else None


def foreign(citation: Citation, language: Language) -> Language | None:
    return citation.language if citation.language is not language else None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold something, for showing a list in a quote as one."""
    stripped = (line.strip() for line in text.split("\n"))
    return tuple(Line(line.removeprefix("- "), line.startswith("- ")) for line in stripped if line)
