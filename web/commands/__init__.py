"""The commands of the site: its database, accounts, keys, channels and switches.

`rag` adds them to its own by the name of this package.
"""

import typer

from web.commands.audit import audit_app, retention_command
from web.commands.channel import channel_app
from web.commands.keys import keys_app
from web.commands.records import database_app
from web.commands.switch import switch_app
from web.commands.users import users_app


def add_to(app: typer.Typer) -> None:
    """Makes them commands of `rag`."""
    app.add_typer(database_app, name="database")
    app.add_typer(users_app, name="users")
    app.add_typer(keys_app, name="keys")
    app.add_typer(audit_app, name="audit")
    app.add_typer(channel_app, name="channel")
    app.add_typer(switch_app, name="switch")
    app.command("retention")(retention_command)
