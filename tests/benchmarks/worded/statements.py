"""What a model might say to gold questions: the files of seeds/worded; its README explains the form."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rag.errors import BadInput
from rag.evaluation.gold import Split

WORDED = Path("seeds/worded")
_FORMS = {
    "question": re.compile(r"# (\S+)"),
    "true": re.compile(r"= (.+)"),
    "beside": re.compile(r"~ (.+)"),
    "false": re.compile(r"x [a-z_]+ \| (.+)"),
}


class Truth(StrEnum):
    """Whether the documents say it, and whether it answers."""

    TRUE = "true"
    FALSE = "false"
    BESIDE = "beside"  # true, and no answer


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement in the language of the gold question that it is said to."""

    question: str  # id of the gold question
    text: str
    truth: Truth

    @property
    def split(self) -> Split:
        """By question: whoever sets rules or thresholds looks at DEV."""
        return Split.HELD if hashlib.sha256(self.question.encode()).digest()[0] % 2 else Split.DEV


def read_worded(folder: Path = WORDED) -> tuple[Worded, ...]:
    """Raises BadInput, naming file and line."""
    return tuple(one for path in sorted(folder.glob("*.txt")) for one in _read(path))


def _read(path: Path) -> Iterator[Worded]:
    question = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        told = next(((name, found[1]) for name, form in _FORMS.items() if (found := form.fullmatch(line))), None)
        if told is None or (told[0] != "question" and not question):
            raise BadInput(f"{path}, line {number}: neither a question nor a statement about one: {line[:60]!r}")
        if told[0] == "question":
            question = told[1]
        else:
            yield Worded(question, told[1], Truth(told[0]))
