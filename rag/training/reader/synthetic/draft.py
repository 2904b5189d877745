"""A passage written by a template, with its facts marked, and the questions that go with it."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.training.reader.examples import Example
from rag.types import Language

_MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asked:
    """Ways to ask for one fact; `key` is None when the passage does not say it."""

    key: str | None
    indonesian: tuple[str, ...]
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """`marked` holds facts as [[key|text]]; a key may stand once."""

    marked: str
    questions: tuple[Asked, ...]


def read_marks(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The plain text and the offsets of every marked fact in it."""
    marked = marked.replace(".]].", ".]]").strip()  # "M.Si." at the end of a sentence brings its own full stop
    parts: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    length = position = 0
    for match in _MARK.finditer(marked):
        before = marked[position : match.start()]
        parts += [before, match[2]]
        length += len(before)
        spans[match[1]] = (length, length + len(match[2]))
        length += len(match[2])
        position = match.end()
    return "".join([*parts, marked[position:]]), spans


def examples_of(draft: Draft, name: str, limit: int, english: float, draw: random.Random) -> Iterator[Example]:
    """At most `limit` questions of the draft, a share `english` of them in English."""
    text, spans = read_marks(draft.marked)
    asked: Sequence[Asked] = draw.sample(draft.questions, min(limit, len(draft.questions)))
    for number, one in enumerate(asked):
        language = Language.ENGLISH if one.english and draw.random() < english else Language.INDONESIAN
        question = draw.choice(one.english if language is Language.ENGLISH else one.indonesian)
        start, end = spans[one.key] if one.key else (-1, -1)
        yield Example(f"{name}:{number}", question, text, start, end, language)
