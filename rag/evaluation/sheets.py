"""Gold questions as sheets: read from what people upload, and written as JSON Lines or as rows of a table."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rag.errors import BadInput
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.wording.words import N_

SUFFIXES = (".jsonl", ".csv", ".xlsx")
COLUMNS = ("id", "question", "answer", "documents", "language", "kind")  # those that the importer of tables knows


def read_sheet(name: str, content: bytes) -> tuple[GoldQuestion, ...]:
    """The questions of an uploaded file. Raises BadInput that names the file, and the row that does not fit."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise BadInput(N_("%(name)s: is none of %(names)s"), name=name, names=", ".join(SUFFIXES))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"sheet{suffix}"
        path.write_bytes(content)
        try:
            return read_questions([path])
        except BadInput as error:
            raise BadInput(str(error).replace(str(path), name)) from error


def to_lines(questions: Iterable[GoldQuestion]) -> str:
    """JSON Lines, with every field."""
    rows = (question.model_dump(mode="json", exclude_defaults=True) for question in questions)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def to_rows(questions: Iterable[GoldQuestion]) -> list[Sequence[str]]:
    """Rows under COLUMNS; history, split, forbidden words and notes have no column."""
    return [
        (
            each.id,
            each.question,
            "; ".join(" | ".join(group) for group in each.expected),
            "; ".join(each.documents),
            each.language.value,
            each.kind,
        )
        for each in questions
    ]
