"""Questions from a spreadsheet: one row a question, the first row names the columns, in Indonesian or English."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from rag.errors import BadInput
from rag.evaluation.gold import GoldQuestion, Located, make_question
from rag.language.detection import detect
from rag.wording.words import N_

_COLUMNS = {
    "id": ("id", "no", "nomor"),
    "question": ("question", "pertanyaan"),
    "answer": ("answer", "answers", "expected", "jawaban"),
    "documents": ("document", "documents", "dokumen", "sumber"),
    "language": ("language", "bahasa"),
    "kind": ("kind", "jenis"),
}
_NAMES = {alias: name for name, aliases in _COLUMNS.items() for alias in aliases}
_LANGUAGES = {"indonesia": "id", "indonesian": "id", "inggris": "en", "english": "en"}


def read_csv(path: Path) -> Iterator[Located]:
    """Comma, semicolon or tab; UTF-8, or else what Windows programs write. Raises BadInput."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    return _read(path, _rows(path, io.StringIO(text, newline=""), delimiter))


def read_xlsx(path: Path) -> Iterator[Located]:
    """The first sheet. Raises BadInput."""
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever zipfile or its XML parser does
        raise BadInput(N_("%(path)s: is not a readable .xlsx workbook"), path=path) from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    return _read(path, ([_text(cell) for cell in row] for row in rows))


def _rows(path: Path, lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error as error:
        raise BadInput(N_("%(path)s: is not a readable table (%(reason)s)"), path=path, reason=error) from error


def _text(cell: Any) -> str:
    """A day is a moment at midnight in a workbook."""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def _read(path: Path, rows: Iterable[Sequence[str]]) -> Iterator[Located]:
    table = iter(rows)
    columns = [_NAMES.get(name.strip().lower(), "") for name in next(table, [])]
    if "question" not in columns:
        raise BadInput(N_("%(path)s: the first row needs a column named 'question' or 'pertanyaan'"), path=path)
    for number, cells in enumerate(table, start=2):
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name}
        if row.get("question"):
            where = f"{path}, row {number}"
            yield where, _question(row, number, where)


def _question(row: dict[str, str], number: int, where: str) -> GoldQuestion:
    """A row with neither answer nor document is a question that must not be answered."""
    expected = [_split(group, "|") for group in _split(row.get("answer", ""), ";")]
    documents = _split(row.get("documents", ""), ";")
    answerable = bool(expected or documents)
    given = row.get("language", "").lower()
    fields = {
        "id": row.get("id") or f"row-{number}",
        "question": row["question"],
        "language": _LANGUAGES.get(given, given) or detect(row["question"]),
        "kind": row.get("kind", "").lower().replace(" ", "_") or ("answerable" if answerable else "unanswerable"),
        "outcomes": ["answered"] if answerable else ["not_found", "declined"],
        "expected": expected,
        "documents": documents,
    }
    return make_question(fields, where)


def _split(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]
