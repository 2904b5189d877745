"""The passages of `seeds/reading`, written by hand: questions they answer or not, statements they bear out or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rag.training.reader.examples import Claim, Example
from rag.types import Language

_ITEM = re.compile(r"([?!+-]) (id|en|ev) \| (.+)")  # "ev": Indonesian in everyday spelling
_FIELDS = " | "
_EVERY = 8  # one passage in this many is kept for measuring


@dataclass(frozen=True, slots=True)
class Written:
    """One passage with its questions and statements; `held_back` ones are for measuring, never for training."""

    name: str
    kind: str
    title: str
    passage: str
    held_back: bool
    questions: tuple[Example, ...]
    claims: tuple[Claim, ...]


def written(folder: Path) -> tuple[Written, ...]:
    """Every passage of every file in the folder, in order. Raises ValueError with file and line for a bad one."""
    return tuple(one for path in sorted(folder.glob("*.txt")) for one in read(path))


def read(path: Path) -> Iterator[Written]:
    """The passages of one file; `seeds/reading/README.md` describes its form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    begins = [row for row, line in enumerate(lines) if line.startswith("# ")]
    for number, (first, beyond) in enumerate(zip(begins, [*begins[1:], len(lines)], strict=True)):
        try:
            yield _passage(f"written:{path.stem}:{number}", lines[first:beyond], number % _EVERY == _EVERY - 1)
        except ValueError as error:
            raise ValueError(f"{path.name}, passage at line {first + 1}: {error}") from error


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
            span = _span(passage, fields[1:]) if mark == "?" else (-1, -1)
            questions.append(Example(f"{name}:{row}", fields[0], passage, *span, language, spelled=match[2] == "ev"))
        else:
            wrong = "" if mark == "+" else _wrong(fields[1:])
            claims.append(Claim(f"{name}:{row}", fields[0], passage, mark == "+", language, wrong))
    kind, _, title = lines[0][2:].partition(_FIELDS)
    return Written(name, kind.strip(), title.strip(), passage, held_back, tuple(questions), tuple(claims))


def _span(passage: str, fields: list[str]) -> tuple[int, int]:
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
    """The questions again, the title of the document above its passage as the program shows it to the reader."""
    above = len(one.title) + 1
    for question in one.questions:
        moved = (question.start + above, question.end + above) if question.answerable else (-1, -1)
        yield replace(
            question,
            id=f"titled:{question.id}",
            passage=f"{one.title}\n{question.passage}",
            start=moved[0],
            end=moved[1],
        )


def questions_of(passages: Iterable[Written], *, held_back: bool) -> list[Example]:
    """The questions of the passages that are, or are not, held back."""
    return [question for one in passages if one.held_back == held_back for question in one.questions]
