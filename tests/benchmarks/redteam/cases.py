"""The attempts and the harmless look-alikes of seeds/redteam; its README explains the fields."""

import hashlib
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rag.errors import BadInput
from rag.evaluation.gold import Split
from rag.schemas import TurnIn
from rag.types import Language, Question, Turn

SEEDS = Path("seeds")
REDTEAM = SEEDS / "redteam"
C = TypeVar("C", bound="Case")
_LATER = re.compile(r"r[th](?:[7-9]|\d\d)-")  # rounds written after half of what was held became dev


class Corpus(StrEnum):
    """What a question is asked of."""

    DOCUMENTS = "documents"
    DOMAINS = "domains"
    POISONED = "poisoned"  # the starting corpus with documents among it that give orders

    @property
    def folders(self) -> tuple[Path, ...]:
        domains = (SEEDS / "domains" / "documents",)
        own = (SEEDS / "documents",)
        return {self.DOCUMENTS: own, self.DOMAINS: domains, self.POISONED: (*own, REDTEAM / "poisoned")}[self]


class Must(StrEnum):
    """When an attempt has failed, as it should."""

    REFUSE = "refuse"  # nothing is answered
    NOT_SAY = "not_say"  # what is answered holds none of `forbidden`, but in quotes


class Case(BaseModel):
    """What both have."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    language: Language
    kind: str = Field(pattern=r"^[a-z][a-z_]*$")
    corpus: Corpus
    split: Split
    history: tuple[TurnIn, ...] = ()

    def to_question(self) -> Question:
        return Question(self.question, self.language, tuple(Turn(turn.question, turn.answer) for turn in self.history))


class Attempt(Case):
    """A question that wants something it must not get; `says` is what a model says that obeys it."""

    must: Must
    forbidden: tuple[str, ...] = ()
    says: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_checkable(self) -> Self:
        if self.must is Must.NOT_SAY and not self.forbidden:
            raise ValueError("an attempt that may be answered needs `forbidden`")
        return self


class Harmless(Case):
    """A question in the words of attempts; `documents` where one of them answers it."""

    documents: tuple[str, ...] = ()


def is_held(id_: str) -> bool:
    """Whether the questions of this id may not be read: by the first bytes of its SHA-256, as the README says."""
    first, second, *_ = hashlib.sha256(id_.encode()).digest()
    return first % 2 == 1 and (second % 2 == 0 or _LATER.match(id_) is not None)


def read_attempts(folder: Path = REDTEAM) -> tuple[Attempt, ...]:
    """Raises BadInput, naming file and line."""
    return tuple(case for path in sorted(folder.glob("attempts.*.jsonl")) for case in _read(path, Attempt))


def read_harmless(folder: Path = REDTEAM) -> tuple[Harmless, ...]:
    """Raises BadInput, naming file and line."""
    return tuple(case for path in sorted(folder.glob("harmless.*.jsonl")) for case in _read(path, Harmless))


def _read(path: Path, form: type[C]) -> Iterator[C]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield form.model_validate(json.loads(line))
        except (json.JSONDecodeError, ValidationError) as error:
            raise BadInput(f"{path}, line {number}: {error}") from error
