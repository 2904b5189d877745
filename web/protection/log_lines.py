"""The lines of the log: text or JSON, each with the number of its request, and with nothing that names a person."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from rag.settings import LogForm, LogLevel
from web.protection.privacy import mask
from web.protection.request_ids import current_id

OURS = ("rag", "web")
FACTS = "facts"  # of a record: more than its sentence, as values


def set_up(form: LogForm, level: LogLevel) -> None:
    """All goes to standard error in one form. Other libraries tell warnings only: some name addresses and tokens."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form is LogForm.JSON else TextLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):  # which has brought handlers of its own
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True


class TextLines(logging.Formatter):
    """ "2026-02-12T08:15:00.000Z WARNING web.api.sse 5f0c...: answer failed"."""

    def format(self, record: logging.LogRecord) -> str:
        number = current_id()
        head = f"{_moment(record)} {record.levelname} {record.name}{f' {number}' if number else ''}: "
        facts = "".join(f" {name}={value}" for name, value in _facts(record).items())
        return head + mask(super().format(record)) + facts


class JsonLines(logging.Formatter):
    """One object a line: time, level, logger, message, request_id, exception, and the facts of the record."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": _moment(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": mask(record.getMessage()),
            "request_id": current_id(),
            **_facts(record),
        }
        if record.exc_info:
            line["exception"] = mask(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    facts: dict[str, Any] = getattr(record, FACTS, {})
    return facts


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
