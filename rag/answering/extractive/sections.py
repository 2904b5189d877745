"""Which section of a document a question means: the one whose headings, or whose table's caption, name what it names.

Sections beside each other that say the same of different things ("Posko Rawa Indah", "Posko Muara Jaya"; the same
labels, the same columns) are bound as rows of a table are: what another of them says is no answer, even where the one
that is named says nothing of the kind.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.narrowing import strays
from rag.answering.extractive.scoring import Scored
from rag.documents.divisions import division_of
from rag.language.calendar_names import any_month, any_weekday
from rag.language.stems import stem
from rag.language.text import words
from rag.questions.understanding import Query
from rag.types import BlockKind, Document

_COMPARABLE = 6.0  # logits that the reader may like the named section less
_TWINS = 2
_NUMBERED = re.compile(r"\b([^\W\d_]+)\s+(\d+)\b")
_LABEL = re.compile(r"(?:[-*•]\s+)?([^\W\d][^:;.!?\n]{1,40}?)\s*:\s*\S")
_GOES_ON = re.compile(r"\s*[-–(]?\s*(?:continued|cont[.’']?d?|lanjutan|sambungan|\d ?/ ?\d)\)?\s*$", re.IGNORECASE)
_CALENDAR = re.compile(rf"(?:{any_month()}|{any_weekday()}|(?:19|20)\d\d)", re.IGNORECASE)


def of_named_sections(query: Query, scored: Sequence[Scored], documents: Mapping[str, Document]) -> tuple[Scored, ...]:
    """Without sentences whose section lacks words of the question that another section of the document is headed by."""
    asked = _Asked.of(query)
    names = {key: _names(document) for key, document in documents.items()}
    headed = {key: asked.said(texts) for key, texts in names.items()}
    lacking = [
        (headed[one.candidate.span.document_id] - asked.said(around))
        | asked.unnamed(names[one.candidate.span.document_id], around)
        for one in scored
        for around in [_around(one.candidate, documents)]
    ]
    outline_of = cache(lambda key: _outlined(documents[key]))
    beside = [
        _is_of_other(query, asked, one.candidate, outline_of, lacks) for one, lacks in zip(scored, lacking, strict=True)
    ]
    return tuple(
        one
        for one, lacks, sibling in zip(scored, lacking, beside, strict=True)
        if not sibling
        and not any(
            rival.candidate.span.document_id == one.candidate.span.document_id
            and theirs < lacks
            and rival.span is not None
            and (one.span is None or rival.span.score > one.span.score - _COMPARABLE)
            for rival, theirs in zip(scored, lacking, strict=True)
        )
    )


def _is_of_other(
    query: Query, asked: "_Asked", candidate: Candidate, outline_of: Callable[[str], "_Outline"], lacks: frozenset[int]
) -> bool:
    key = candidate.span.document_id
    if _names_sibling(asked, candidate, outline_of(key), lacks):
        return True
    # Of a translated question one word may stand for many, and so for a label by chance.
    if query.language is candidate.hit.passage.language and _names_label(asked, candidate, outline_of(key)):
        return True
    return bool(strays(query, candidate)) and _is_one_of_several(asked, candidate, outline_of(key))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of a question that may name a section: those of its topic, and numbers and letters.

    `words`: as typed; `numbered`: names that are a word and its number, "Blok 2", by the position of the number.
    """

    groups: tuple[frozenset[str], ...]
    numbered: tuple[tuple[int, str], ...] = ()
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, query: Query) -> "_Asked":
        said = frozenset().union(*query.topic)
        marks = [mark for mark in sorted(query.marks) if mark not in said]
        names = {match[2].lower(): match[0].lower() for match in _NUMBERED.finditer(query.text)}
        numbered = ((len(query.topic) + at, names[mark]) for at, mark in enumerate(marks) if mark in names)
        return cls((*query.topic, *(frozenset({mark}) for mark in marks)), tuple(numbered), query.words)

    def said(self, texts: Sequence[str]) -> frozenset[int]:
        """Positions of the words that stand in any of `texts`."""
        terms = frozenset().union(*(facts_of(text).terms for text in texts))
        return frozenset(position for position, group in enumerate(self.groups) if group & terms)

    def only_says(self, name: str, title: str) -> bool:
        """Whether all that it says of a name stands in the title as it is typed."""
        typed = frozenset(word for word in self.words if stem(word) in facts_of(name).terms)
        return bool(typed) and typed <= facts_of(title).words

    def calls(self, label: str) -> bool:
        """Whether each word of a label is said."""
        terms = facts_of(label).terms
        return bool(terms) and terms <= frozenset().union(*self.groups)

    def unnamed(self, names: Sequence[str], texts: Sequence[str]) -> frozenset[int]:
        """Numbers of names that some of `names` are and no text says whole: "Pompa: 2 unit" is of no "Blok 2"."""
        return frozenset(
            at
            for at, name in self.numbered
            if any(_holds(one, name) for one in names) and not any(_holds(text, name) for text in texts)
        )


def _names(document: Document) -> tuple[str, ...]:
    captions = (block.table.caption for block in document.blocks if block.table is not None)
    return (*(document.text[one.start : one.end] for one in document.headings), *captions)


def _around(candidate: Candidate, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """What names a sentence and what stands beside it; of several tables its own only."""
    passage, document = candidate.hit.passage, documents[candidate.span.document_id]
    titles = () if _is_of_one_section(document) else (passage.title,)
    text, begin = passage.text, passage.start
    own = candidate.table
    others = [one for one in passage.tables if own is not None and not own.start <= one.start < own.end]
    for table in sorted(others, key=lambda one: -one.start):
        text = text[: table.start - begin] + "\n" + text[table.end - begin :]
    caption = candidate.table.caption if candidate.table is not None else ""
    return (*titles, *passage.headings, caption, text)


def _is_of_one_section(document: Document) -> bool:
    """Whether the title is what one of several sections is called: it does not name the others."""
    return any(_begins(document.title, document.text[one.start : one.end]) for one in document.headings[:1]) and any(
        one.level <= document.headings[0].level for one in document.headings[1:]
    )


def _holds(text: str, name: str) -> bool:
    """Whether the words of a name stand side by side in a text."""
    return f" {name} " in f" {' '.join(words(text))} "


def _begins(title: str, heading: str) -> bool:
    """Whether a title is a heading, or a list of those beside each other that it is the first of."""
    return title == heading or title.startswith(f"{heading}, ")


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under a heading, or a table under its caption. `blocks`: positions of the first and past the last."""

    name: str
    path: tuple[int, ...]
    blocks: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Outline:
    """The sections of a document, and what labels each has."""

    document: Document
    sections: tuple[_Section, ...]
    labels: Callable[[_Section], frozenset[str]]


def _outlined(document: Document) -> _Outline:
    return _Outline(document, tuple(_sections(document)), cache(partial(_labels, document)))


def _names_sibling(asked: _Asked, candidate: Candidate, outline: _Outline, lacks: frozenset[int]) -> bool:
    """Whether the question names a section beside the candidate's own that says the same of another thing.

    What stands in the candidate itself does not name it: "Surat izin pemilik" is listed for tenants.
    """
    return any(
        bool(named & lacks or _is_twin(asked, outline, section, rival) or _has_label(asked, candidate, outline, rival))
        and _are_parallel(outline, section, rival)
        for section in _own(outline, candidate)
        for rival in _beside(outline, section)
        if (named := asked.said([rival.name])) > asked.said([section.name])  # few, of a book's many sections
    )


def _has_label(asked: _Asked, candidate: Candidate, outline: _Outline, rival: _Section) -> bool:
    """Whether the label asked for is one of another part, too, which the question names and not the whole document.

    "Alamat sumur" of a form for wells is none of the applicant's part, although the title says "sumur".
    """
    table = candidate.table
    if table is None or candidate.row is None or not table.pairs:
        return False
    label = candidate.words_of(table.rows[candidate.row][0])
    own = label.casefold() in outline.labels(rival) and asked.calls(label)
    return own and asked.said([outline.document.title]) <= asked.said([rival.name, label])


def _names_label(asked: _Asked, candidate: Candidate, outline: _Outline) -> bool:
    """Whether the question names the candidate's section, and a label that those beside it have and this one lacks.

    "Kendaraan: 2 truk" tells no "perahu karet" of this one, where another one's card has "Perahu karet: 3 buah".
    """
    own = _LABEL.match(candidate.text) if candidate.table is None else None
    return own is not None and any(
        asked.calls(label) and not asked.said([label]) <= asked.said([own[1], section.name])
        for section in _own(outline, candidate)
        for rival in _beside(outline, section)
        if asked.said([section.name]) - asked.said([rival.name])
        for label in outline.labels(rival) - outline.labels(section)
    )


def _is_one_of_several(asked: _Asked, candidate: Candidate, outline: _Outline) -> bool:
    """Whether a table has others beside it with the same columns, and the question tells none of them apart."""
    own = _own(outline, candidate)
    rivals = [
        rival
        for section in own
        for rival in _beside(outline, section)
        if outline.labels(section) & outline.labels(rival)
    ]
    names = [asked.said([one.name]) for one in (*own, *rivals)]
    return bool(rivals) and not frozenset().union(*names) - frozenset.intersection(*names)


def _own(outline: _Outline, candidate: Candidate) -> list[_Section]:
    at, blocks = candidate.span.start, outline.document.blocks
    return [one for one in outline.sections if blocks[one.blocks[0]].start <= at < blocks[one.blocks[1] - 1].end]


def _beside(outline: _Outline, section: _Section) -> list[_Section]:
    """The other sections below the same heading; a table with a caption is part of what it stands in, not beside it."""
    begin, beyond = section.blocks
    return [
        one
        for one in outline.sections
        if one.path == section.path and _whole(one.name) != _whole(section.name)
        if one.blocks[1] <= begin or beyond <= one.blocks[0]
    ]


def _whole(name: str) -> str:
    """A name without what says that it goes on: "Cargo handled (continued)" on the next slide."""
    return _GOES_ON.sub("", name)


def _sections(document: Document) -> list[_Section]:
    before = next((at for at, one in enumerate(document.blocks) if one.kind is BlockKind.HEADING), 0)
    # A title is no heading in the text: what stands above the first one is called by it, as a card beside others.
    found = [_Section(document.title, (), (0, before))] if before else []
    for position, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            after = range(position + 1, len(document.blocks))
            beyond = next((at for at in after if position not in document.blocks[at].path), len(document.blocks))
            found.append(_Section(document.text[block.start : block.end], block.path, (position, beyond)))
        elif block.table is not None and block.table.caption:
            found.append(_Section(block.table.caption, block.path, (position, position + 1)))
    return found


def _are_parallel(outline: _Outline, one: _Section, other: _Section) -> bool:
    """Whether two sections beside each other are called alike or have the same labels."""
    first, second = words(one.name), words(other.name)
    if len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        return True
    if all(_CALENDAR.fullmatch(section.name.strip()) for section in (one, other)):
        return True
    return bool(outline.labels(one) & outline.labels(other))


def _are_twins(outline: _Outline, one: _Section, other: _Section) -> bool:
    """Whether two sections are lists that have several items or labels in common."""
    divided = division_of(one.name) is not None or division_of(other.name) is not None
    return not divided and len(outline.labels(one) & outline.labels(other)) >= _TWINS


def _is_twin(asked: _Asked, outline: _Outline, section: _Section, rival: _Section) -> bool:
    """Whether a question names the twin of a section, and not what the whole document is called: "Balai Latihan"."""
    return _are_twins(outline, section, rival) and not asked.only_says(rival.name, outline.document.title)


def _labels(document: Document, section: _Section) -> frozenset[str]:
    """What a section says of its thing: "Tempat", "Jam"; the columns of its tables."""
    blocks = document.blocks[slice(*section.blocks)]
    tables = [block.table for block in blocks if block.table is not None]
    texts = (document.text[block.start : block.end] for block in blocks if block.table is None)
    told = {match[1].casefold() for text in texts if (match := _LABEL.match(text))}
    told |= {"; ".join(table.columns) for table in tables if any(table.columns)}
    heads = (block for block in blocks[1:] if block.kind is BlockKind.HEADING)
    told |= {document.text[block.start : block.end].casefold() for block in heads}
    items = (block for block in blocks if block.kind is BlockKind.ITEM)
    told |= {document.text[block.start : block.end].removeprefix(block.marker).strip().casefold() for block in items}
    rows = (row[0] for table in tables if table.pairs for row in table.rows if row)
    return frozenset(told | {document.text[key.start : key.end].casefold() for key in rows})
