"""JSON Lines in, JSON Lines out, in the same order; a bad line is answered with its error and the others go on."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from rag.errors import BadInput, RagError
from rag.language.spelling import standardise
from rag.models.reader import LIKELY, Reader
from rag.schemas import BatchLine, BatchReading
from rag.wording.words import N_

Row = dict[str, Any]
Line = TypeVar("Line", bound=BatchLine)


def count_lines(path: Path) -> int:
    """Lines that hold something. Raises BadInput when the file cannot be read."""
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError as error:
        raise BadInput(
            N_("%(path)s: cannot be read (%(reason)s); give a JSON Lines file"), path=path, reason=error.strerror
        ) from error


def answer_lines(path: Path, form: type[Line], reply: Callable[[Line], Row]) -> Iterator[Row]:
    """One row per line that holds something: `reply` to it with its "id" in front, or {"id", "error"}."""
    with path.open("r", encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _answer_line(line, f"{path.name}, line {number}", form, reply)


def _answer_line(line: str, where: str, form: type[Line], reply: Callable[[Line], Row]) -> Row:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"{where}: not JSON ({error})"}
    try:
        request = form.model_validate(given)
    except ValidationError as error:
        identifier = given.get("id") if isinstance(given, dict) else None
        return {"id": identifier, "error": f"{where}: {first_problem(error)}"}
    try:
        return {"id": request.id, **reply(request)}
    except RagError as error:
        return {"id": request.id, "error": f"{where}: {error}"}
    except Exception as error:
        # Whatever chokes on one line must not take the answers below it along.
        return {"id": request.id, "error": f"{where}: it could not be answered ({type(error).__name__}: {error})"}


def first_problem(error: ValidationError) -> str:
    """Where the first of the problems is, and what it is."""
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'line'}: {first['msg']}"


def reading_json(reader: Reader, line: BatchReading) -> dict[str, Any]:
    """As `rag read --batch` tells it; a span counts as an answer when it is likely enough that the passage answers."""
    (reading,) = reader.read(standardise(line.question), [line.passage])
    span = reading.spans[0] if reading.spans and reading.answerable >= LIKELY else None
    return {
        "answer": line.passage[span.start : span.end] if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "confidence": round(reading.answerable, 4),
    }
