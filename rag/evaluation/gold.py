"""Gold questions: what is asked, what may be answered, where it stands. seeds/README.md explains the fields."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rag.errors import BadInput
from rag.types import Filters, Language, Outcome, Question, Turn
from rag.wording.words import N_

Located = tuple[str, "GoldQuestion"]  # where it was read, for messages, and the question


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


def load_gold(path: Path) -> Iterator[Located]:
    """The questions of one gold file. Raises BadInput naming file and line."""
    for where, line in numbered_lines(path):
        yield where, parse_gold(line, where)


def unique(located: Iterable[Located]) -> tuple[GoldQuestion, ...]:
    """The questions, in order. Raises BadInput when an id occurs twice or there is no question at all."""
    places: dict[str, str] = {}
    questions = []
    for where, question in located:
        if question.id in places:
            raise BadInput(
                N_("%(where)s: the id '%(id)s' is already used in %(places)s"),
                where=where,
                id=question.id,
                places=places[question.id],
            )
        places[question.id] = where
        questions.append(question)
    if not questions:
        raise BadInput(
            N_("no gold questions found: name .jsonl, .json, .csv or .xlsx files, or a folder that holds some")
        )
    return tuple(questions)


def numbered_lines(path: Path) -> Iterator[tuple[str, str]]:
    """("file, line n", line) of every line that is not blank. Raises BadInput when the file is not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(N_("%(path)s: is not UTF-8; save it as UTF-8"), path=path) from error
    # Only "\n" separates lines: a question may hold other characters that splitlines() would split on.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{path}, line {number}", line


def parse_gold(line: str, where: str) -> GoldQuestion:
    """One question from its JSON; `where` names the place in messages. Raises BadInput."""
    try:
        return make_question(json.loads(line), where)
    except json.JSONDecodeError as error:
        raise BadInput(
            N_("%(where)s: is not JSON (%(msg)s at column %(colno)s)"), where=where, msg=error.msg, colno=error.colno
        ) from error


def make_question(fields: object, where: str) -> GoldQuestion:
    """A checked question from plain values. Raises BadInput."""
    try:
        return GoldQuestion.model_validate(fields)
    except ValidationError as error:
        raise BadInput(f"{where}: {_reasons(error)}") from error


def _reasons(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, reason['loc']))}: {reason['msg']}" if reason["loc"] else reason["msg"]
        for reason in error.errors()
    )
