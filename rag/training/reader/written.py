"""The passages of `seeds/reading`, written by hand: questions they answer or not, statements they bear out or not."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.models.reader.vocabulary import below
from rag.training.reader.examples import Claim, Example
from rag.types import Language

_ITEM = re.compile(r"([?!+-]) (id|en|ev) \| (.+)")  # "ev": Indonesian in everyday spelling
_FIELDS = " | "
_PATH = " › "
_NO_HEADING = "-"
_SECTION = 3  # fields of the head line of a section: kind, title, headings
_EVERY = 8  # one document in this many is kept for measuring


@dataclass(frozen=True, slots=True)
class Written:
    """One passage with its questions and statements; `held_back` ones are for measuring, never for training.

    Passages with a third field in their head line are sections: those of one title are one document, and what one of
    them answers the others do not. Where that field is "-", no heading stands above the section.
    """

    name: str
    kind: str
    title: str
    headings: tuple[str, ...]
    passage: str
    held_back: bool
    questions: tuple[Example, ...]
    claims: tuple[Claim, ...]
    is_section: bool = False

    @property
    def file(self) -> str:
        """The name of its file, without the ending."""
        return self.name.split(":")[1]


def written(folder: Path) -> tuple[Written, ...]:
    """Every passage of every file in the folder, in order. Raises ValueError with file and line for a bad one."""
    return tuple(one for path in sorted(folder.glob("*.txt")) for one in read(path))


def read(path: Path) -> Iterator[Written]:
    """The passages of one file; `seeds/reading/README.md` describes its form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    begins = [row for row, line in enumerate(lines) if line.startswith("# ")]
    document = -1
    for number, (first, beyond) in enumerate(zip(begins, [*begins[1:], len(lines)], strict=True)):
        above = lines[begins[number - 1]] if number else ""
        document += not _is_next_section(above, lines[first])
        held_back = document % _EVERY == _EVERY - 1
        try:
            yield _passage(f"written:{path.stem}:{number}", lines[first:beyond], held_back)
        except ValueError as error:
            raise ValueError(f"{path.name}, passage at line {first + 1}: {error}") from error


def _is_next_section(before: str, line: str) -> bool:
    """Whether two head lines are those of two sections of one document."""
    above, here = (one.split(_FIELDS) for one in (before, line))
    return len(above) == len(here) == _SECTION and above[1] == here[1]


def _passage(name: str, lines: list[str], held_back: bool) -> Written:
    items = [(row, match) for row, line in enumerate(lines) if (match := _ITEM.fullmatch(line.strip()))]
    if not items:
        raise ValueError("no question and no statement")
    passage = "\n".join(lines[1 : items[0][0]]).strip()
    questions, claims = [], []
    for row, match in items:
        mark, language = match[1], Language.ENGLISH if match[2] == "en" else Language.INDONESIAN
        fields = [field.strip() for field in match[3].split(_FIELDS)]
        if mark in "?!":
            span = span_of(passage, fields[1:]) if mark == "?" else (-1, -1)
            questions.append(Example(f"{name}:{row}", fields[0], passage, *span, language, spelled=match[2] == "ev"))
        else:
            wrong = "" if mark == "+" else _wrong(fields[1:])
            claims.append(Claim(f"{name}:{row}", fields[0], passage, mark == "+", language, wrong))
    kind, title, path = [*(field.strip() for field in lines[0][2:].split(_FIELDS)), ""][:3]
    headings = tuple(path.split(_PATH)) if path not in ("", _NO_HEADING) else ()
    return Written(name, kind, title, headings, passage, held_back, tuple(questions), tuple(claims), bool(path))


def span_of(passage: str, fields: list[str]) -> tuple[int, int]:
    """Where the answer stands: its only occurrence, or the one within the words given around it."""
    if not fields or not fields[0]:
        raise ValueError("a question marked ? has no answer")
    answer, around = fields[0], fields[1] if len(fields) > 1 else fields[0]
    if answer not in around or passage.count(around) != 1:
        raise ValueError(f"the answer {answer!r} does not stand in exactly one place")
    start = passage.index(around) + around.index(answer)
    return start, start + len(answer)


def _wrong(fields: list[str]) -> str:
    """What is wrong with a statement that the passage does not bear out."""
    if not fields or not fields[0]:
        raise ValueError("a statement marked - does not tell what is wrong with it")
    return fields[0]


def titled(one: Written) -> Iterator[Example]:
    """The questions again, over the passage as the program shows it to the reader: below its title and headings."""
    for question in one.questions:
        yield _over(one, question, f"titled:{question.id}")


def beside(passages: Sequence[Written], draw: random.Random, most: int = 1) -> Iterator[Example]:
    """The questions that a section answers over at most `most` other sections of its document, which do not.

    Parts without headings say some things twice, so that they are not asked of one in which the answer stands, too.
    """
    for one in passages:
        others = [other for other in passages if one.is_section and other.title == one.title and other is not one]
        for question in one.questions:
            if question.answerable:
                apart = [other for other in others if one.headings or question.answer not in other.passage]
                for other in draw.sample(apart, min(most, len(apart))):
                    yield _over(other, replace(question, start=-1, end=-1), f"{other.name}:{question.id}")


def _over(one: Written, question: Example, name: str) -> Example:
    shown = below(one.title, one.headings, one.passage)
    above = len(shown) - len(one.passage)
    start, end = (question.start + above, question.end + above) if question.answerable else (-1, -1)
    return replace(question, id=name, passage=shown, start=start, end=end, above=above)


def questions_of(passages: Iterable[Written], *, held_back: bool) -> list[Example]:
    """The questions of the passages that are, or are not, held back."""
    return [question for one in passages if one.held_back == held_back for question in one.questions]
