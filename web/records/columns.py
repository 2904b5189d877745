"""Types of columns: what is stored is checked when it is read, for a damaged file may hold anything."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, String, Text, TypeDecorator
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

from rag.wording.words import N_
from web.records.failures import RecordsUnavailable

ACCOUNT_ROLES = ("staff", "evaluator", "administrator")
LANGUAGES = ("id", "en")


class _InFile(sqlite.DATETIME):
    """As SQLite has it: a text. One that says no moment is damage to the file, and no fault of who asks."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        read = super().result_processor(dialect, coltype)

        def process(value: Any) -> datetime | None:
            try:
                found: datetime | None = read(value) if read else value
            except (TypeError, ValueError) as error:
                raise RecordsUnavailable(
                    N_("a stored moment cannot be read (%(reason)s): restore a backup"), reason=error
                ) from error
            return found

        return process


class Moment(TypeDecorator[datetime]):
    """A moment with its zone; SQLite, which has none, keeps it as UTC. Reading one raises RecordsUnavailable."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "sqlite":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(_InFile())  # type: ignore[no-untyped-call]

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Raises ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class OfAccount(TypeDecorator[str]):
    """What an account may be. Reading anything else is damage: RecordsUnavailable, and nobody is let in by it."""

    impl = String(20)
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is not None and value not in ACCOUNT_ROLES:
            raise RecordsUnavailable(N_("a stored role cannot be read (%(reason)s): restore a backup"), reason=value)
        return value


class OfSpeech(TypeDecorator[str]):
    """The language of a question; whatever else is stored or to be stored is none: "", for no page depends on it."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = String(2)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value if value is None or value in LANGUAGES else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value if value is None or value in LANGUAGES else ""


class OfSpeechAtLength(OfSpeech):
    """The same in a column without a limit."""

    impl = Text
    cache_ok = True
