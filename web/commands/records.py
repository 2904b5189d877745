"""`rag database`: the tables of the database."""

import typer

from rag.settings import Settings
from web.commands.terminal import say, terminal_words
from web.records.database import Database

database_app = typer.Typer(help="Bring the database up to date, or look how far it is.", no_args_is_help=True)


@database_app.command()
def upgrade() -> None:
    """Make what is missing in the database; the server does the same when it starts."""
    database = Database(Settings().database)
    standing = database.prepare()
    say(terminal_words().gettext("%(name)s: up to date (revision %(now)s)", name=database.name, now=standing.revision))


@database_app.command()
def check() -> None:
    """Say how far the database is; changes nothing. Exits with 1 when it is not up to date."""
    words, database = terminal_words(), Database(Settings().database)
    standing = database.standing()
    if standing.current:
        say(words.gettext("%(name)s: up to date (revision %(now)s)", name=database.name, now=standing.revision))
        return
    say(
        words.gettext(
            "%(name)s: revision %(now)s, this program needs %(wanted)s: run `rag database upgrade`",
            name=database.name,
            now=standing.revision or "0",
            wanted=standing.wanted,
        )
    )
    raise typer.Exit(1)
