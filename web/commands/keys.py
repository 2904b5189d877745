"""`rag keys`: keys of programs."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.table import Table

from rag.settings import Settings
from rag.wording.words import N_
from web.commands.terminal import operator, out, say, terminal_words
from web.records.database import Database
from web.records.keys import MOST_DAYS, MOST_PER_MINUTE, NewKey, Scope, everything, make, revoke

keys_app = typer.Typer(help="Make, list and revoke the keys of programs.", no_args_is_help=True)
TITLES = (
    N_("Id"),
    N_("What it is for"),
    N_("Key"),
    N_("May"),
    N_("Times a minute"),
    N_("Last used"),
    N_("Expires"),
    N_("State"),
)


@keys_app.command("add")
def add_command(
    name: Annotated[str, typer.Argument(help="What it is for: the program and who runs it.")],
    scope: Annotated[list[Scope] | None, typer.Option(help="What it may do; can be given again. Default: all.")] = None,
    per_minute: Annotated[
        int | None,
        typer.Option(min=1, max=MOST_PER_MINUTE, help="How often it may be used (default: RAG_REQUESTS_PER_MINUTE)."),
    ] = None,
    days: Annotated[int, typer.Option(min=0, max=MOST_DAYS, help="After how many days it expires; 0: never.")] = 365,
) -> None:
    """Make a key, and print it: it cannot be shown again."""
    settings = Settings()
    new = NewKey(name, scope or list(Scope), per_minute or settings.requests_per_minute, days or None)
    with Database(settings.database).writing() as session:
        row, secret = make(session, operator(), new)
    say(terminal_words().gettext("key %(id)s, shown only now: %(secret)s", id=row.id, secret=secret))


@keys_app.command("list")
def list_command() -> None:
    """Every key, newest first; never its secret."""
    words, now = terminal_words(), datetime.now(UTC)
    with Database(Settings().database).reading() as session:
        found = everything(session)
    table = Table(*(words.gettext(title) for title in TITLES), box=None)
    for row in found:
        used = words.date(row.last_used_on) if row.last_used_on else words.gettext("never")
        expires = words.date(row.expires_at.date()) if row.expires_at else words.gettext("no end")
        standing = row.standing(now).value
        table.add_row(str(row.id), row.name, row.hint, row.scopes, str(row.per_minute), used, expires, standing)
    out.print(table if found else words.gettext("There are no keys yet: rag keys add NAME"))


@keys_app.command("revoke")
def revoke_command(key_id: Annotated[int, typer.Argument(metavar="ID", help="As `rag keys list` has it.")]) -> None:
    """Take a key back, at once and for good."""
    with Database(Settings().database).writing() as session:
        row = revoke(session, operator(), key_id)
    say(terminal_words().gettext("revoked: %(name)s", name=row.name))
