"""Which of the passages that were found are read: not those too far behind the best for their sentences to win.

Reading takes most of the time of an answer. docs/decisions/reading-less.md has the figures.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rag.answering.extractive.addressed import words_of_address
from rag.answering.extractive.bilingual import asked_of
from rag.answering.extractive.candidates import titled
from rag.answering.extractive.clause_brackets import with_range
from rag.answering.extractive.facts import facts_of
from rag.language.sequences import StepsAsked
from rag.models.reader import Reader, Reading
from rag.questions.topic import topic_of, whole_topic_of
from rag.questions.understanding import Query
from rag.types import Hit, Passage


@dataclass(frozen=True, slots=True)
class Reach:
    """How far behind the best a passage may lie, as a difference of retrieval scores, to be read.

    Those within `near` are read at first. When the best of their margins is above `sure`, that is all; else those
    within `far` are read too. Where no margin is above `doubtful`, those whose margins lie within `again` of the best
    are read again without the names in the question. Fitted on the dev halves of all gold sets.
    """

    near: float = 1.5
    sure: float = 3.0
    far: float = 2.5
    doubtful: float = 0.0
    again: float = 4.0


USUAL, EVERYTHING = Reach(), Reach(near=float("inf"))
_NONE: Mapping[str, str] = {}


def readings_of(
    query: Query, hits: Sequence[Hit], reader: Reader | None, reach: Reach, sources: Mapping[str, str] = _NONE
) -> dict[str, Reading]:
    """By id of the passage; none of those that were not read. `hits` are of different passages.

    `sources`: the texts of documents, by id, where they are known.
    """
    if reader is None or not hits:
        return {}
    reach = EVERYTHING if query.articles else reach
    best = max(hit.score for hit in hits)
    near = [hit for hit in hits if best - hit.score <= reach.near]
    found = _read(query, near, reader, sources)
    several = query.wants_list or query.steps is StepsAsked.NAMED
    if several or max(reading.margin for reading in found.values()) <= reach.sure:
        found |= _read(query, [hit for hit in hits if reach.near < best - hit.score <= reach.far], reader, sources)
    surest = max(reading.margin for reading in found.values())
    if surest > reach.doubtful:
        return found
    close = {key for key, reading in found.items() if surest - reading.margin <= reach.again}
    again = _without_names(query, [hit for hit in hits if hit.passage.id in close], reader, sources)
    surer = {key: reading for key, reading in again.items() if reading.margin > found[key].margin}
    return found | {key: _at_most(reading, reach.doubtful) for key, reading in surer.items()}


def _without_names(query: Query, hits: Sequence[Hit], reader: Reader, sources: Mapping[str, str]) -> dict[str, Reading]:
    """What the reader says when it is asked without the names that the question has.

    A passage seldom repeats what its document is about, and the reader misses it. Read again are those that have the
    names in their title, headings or text. English questions are left alone: refusals are lost, and no answer won.
    """
    unnamed = None if query.subject else query.unnamed
    if unnamed is None:
        return {}
    asked = replace(query, text=unnamed)
    left = topic_of(whole_topic_of(asked.text, query.language))
    names = [group for group in query.topic if group not in left]
    return _read(asked, [hit for hit in hits if _has(hit.passage, names)], reader, sources)


def _at_most(reading: Reading, margin: float) -> Reading:
    """No surer than that, its spans as far from each other: what was doubtful at first is not told in short."""
    beyond = max(0.0, reading.margin - margin)
    spans = tuple(replace(span, score=span.score - beyond) for span in reading.spans)
    return replace(reading, spans=spans, margin=reading.margin - beyond)


def _has(passage: Passage, names: Sequence[frozenset[str]]) -> bool:
    headings = " ".join(passage.headings)
    above = f"{passage.title} {headings} {passage.publisher or ''} {words_of_address(passage.document_id)}"
    around = facts_of(above).terms
    return all(name & around or name & facts_of(passage.text).terms for name in names)


def _read(query: Query, hits: Sequence[Hit], reader: Reader, sources: Mapping[str, str]) -> dict[str, Reading]:
    """Those with a range of what the question gives an amount of are asked for the range: "lebih dari 60 menit"."""
    alike = defaultdict[str, list[Passage]](list)
    for hit in hits:
        alike[with_range(query, hit.passage, sources.get(hit.passage.document_id, "")) or query.text].append(
            hit.passage
        )
    found = (_read_all(replace(query, text=text), passages, reader) for text, passages in alike.items())
    return {key: reading for each in found for key, reading in each.items()}


def _read_all(query: Query, passages: Sequence[Passage], reader: Reader) -> dict[str, Reading]:
    readings = reader.read(asked_of(query, passages), [titled(each) for each in passages])
    return {passage.id: below_title(reading, passage) for passage, reading in zip(passages, readings, strict=True)}


def below_title(reading: Reading, passage: Passage) -> Reading:
    """The spans as offsets into the passage itself; a title says what a passage is about and answers nothing."""
    above = len(titled(passage)) - len(passage.text)
    spans = (replace(span, start=span.start - above, end=span.end - above) for span in reading.spans)
    return replace(reading, spans=tuple(span for span in spans if span.start >= 0))
