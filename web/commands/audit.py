"""`rag audit` and `rag retention`."""

import sys
from typing import Annotated

import typer

from rag.errors import RagError
from rag.settings import Settings
from web.commands.terminal import operator, say, terminal_words
from web.records.audit import Wanted, find, holds, record, table_of, verify
from web.records.database import Database
from web.records.retention import forget

audit_app = typer.Typer(help="Check and export the audit log.", no_args_is_help=True)


@audit_app.command("verify")
def verify_command(
    head: Annotated[str, typer.Option(help="A hash noted down earlier: the log must still hold it.")] = "",
) -> None:
    """Compute every hash again; exits with 1 when a row was changed, put in or taken out."""
    words = terminal_words()
    with Database(Settings().database).reading() as session:
        chain = verify(session)
        kept = not head or holds(session, head)
    if chain.broken_at is not None:
        raise RagError(words.gettext("the audit log does not fit from row %(row)s on", row=chain.broken_at))
    if not kept:
        raise RagError(words.gettext("the audit log no longer holds %(hash)s: rows were taken out", hash=head))
    say(
        words.gettext("whole: %(rows)s rows; the last hash is %(hash)s", rows=words.number(chain.rows), hash=chain.head)
    )


@audit_app.command("export")
def export_command() -> None:
    """Print the log as CSV, newest first; the export is itself a row of it."""
    database = Database(Settings().database)
    with database.writing() as session:
        record(session, operator(), "audit.exported")
    with database.reading() as session:
        for line in table_of(find(session, Wanted())):
            sys.stdout.write(line)


def retention_command() -> None:
    """Delete what is older than the settings keep it: feedback, answers, audit log, ended sessions."""
    settings, words = Settings(), terminal_words()
    gone = forget(Database(settings.database), settings)
    counts = {name: words.number(getattr(gone, name)) for name in ("feedback", "answers", "audit")}
    say(words.gettext("deleted: feedback %(feedback)s, answers %(answers)s, rows of the audit log %(audit)s", **counts))
