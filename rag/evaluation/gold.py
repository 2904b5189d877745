"""Gold questions: what is asked, what may be answered, where it stands. seeds/README.md explains the fields."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rag.errors import BadInput
from rag.types import Filters, Language, Outcome, Question, Turn


class Split(StrEnum):
    """What a question may be used for: settings are chosen on DEV, HELD only tells how good they are."""

    DEV = "dev"
    HELD = "held"


class GoldTurn(BaseModel):
    """One earlier exchange of the conversation the question belongs to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str = Field(min_length=1)
    answer: str


class GoldQuestion(BaseModel):
    """One line of a gold file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    language: Language
    kind: str = Field(pattern=r"^[a-z][a-z_]*$")
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    documents: tuple[str, ...] = ()
    expected: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    history: tuple[GoldTurn, ...] = ()
    everyday: bool = False
    split: Split = Split.DEV
    notes: str | None = None

    @model_validator(mode="after")
    def _is_checkable(self) -> Self:
        if self.answerable and not (self.documents or self.expected):
            raise ValueError("an answerable question needs `documents` or `expected`")
        if not self.answerable and (self.documents or self.expected):
            raise ValueError("a question that must not be answered has neither `documents` nor `expected`")
        if any(not group or not all(alternative.strip() for alternative in group) for group in self.expected):
            raise ValueError("every group in `expected` needs at least one alternative, and none may be blank")
        return self

    @property
    def answerable(self) -> bool:
        """Whether an answer is among the acceptable outcomes."""
        return Outcome.ANSWERED in self.outcomes

    @property
    def must_answer(self) -> bool:
        return self.outcomes == (Outcome.ANSWERED,)

    @property
    def must_refuse(self) -> bool:
        return not self.answerable

    def to_question(self) -> Question:
        """The question as the pipeline takes it."""
        history = tuple(Turn(turn.question, turn.answer) for turn in self.history)
        return Question(self.question, self.language, history, Filters())


def load_gold(paths: Iterable[Path]) -> tuple[GoldQuestion, ...]:
    """All questions of the files and of the `.jsonl` files in folders. Raises BadInput naming file and line."""
    questions: dict[str, GoldQuestion] = {}
    for path in _files(paths):
        for number, line in _lines(path):
            question = _parse(line, f"{path}, line {number}")
            if question.id in questions:
                raise BadInput(f"{path}, line {number}: the id {question.id!r} is used twice; ids must be unique")
            questions[question.id] = question
    if not questions:
        raise BadInput("no gold questions found: name .jsonl files, or a folder that holds some")
    return tuple(questions.values())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.jsonl"))
        elif path.is_file():
            yield path
        else:
            raise BadInput(f"{path}: there is no such gold file or folder")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: is not UTF-8; save it as UTF-8") from error
    # Only "\n" separates lines: a question may hold other characters that splitlines() would split on.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _parse(line: str, where: str) -> GoldQuestion:
    try:
        return GoldQuestion.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise BadInput(f"{where}: is not JSON ({error.msg} at column {error.colno})") from error
    except ValidationError as error:
        raise BadInput(f"{where}: {_reasons(error)}") from error


def _reasons(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, reason['loc']))}: {reason['msg']}" if reason["loc"] else reason["msg"]
        for reason in error.errors()
    )
