"""`rag users`: accounts. The first administrator is made here; there is no default password."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.table import Table
from sqlalchemy.orm import Session

from rag.settings import Settings
from rag.wording.words import N_
from web.commands.terminal import operator, out, say, terminal_words
from web.protection.passwords import check_password, generated, hashed
from web.protection.permissions import ROLE_NAMES, Role
from web.records.accounts import TAKEN, NewAccount, add, everybody, named, plain_name, set_disabled, set_password
from web.records.attempts import locked_accounts, unlock
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import AccountRow

users_app = typer.Typer(help="Add, list, disable, enable and reset the accounts of staff.", no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(help="The name to sign in with, without spaces.")]
StdinOption = Annotated[bool, typer.Option("--password-stdin", help="Read the password from the standard input.")]
GenerateOption = Annotated[
    bool, typer.Option("--generate", help="Make a password up and print it; it must be changed at the first sign-in.")
]
TITLES = (N_("Name"), N_("Full name"), N_("Role"), N_("State"), N_("Since"))


@users_app.command("add")
def add_command(
    name: NameArgument,
    role: Annotated[Role, typer.Option(help="What the account may do.")],
    full_name: Annotated[str, typer.Option(help="The person's name.")] = "",
    password_stdin: StdinOption = False,
    generate: GenerateOption = False,
) -> None:
    """Add an account."""
    with _writing() as session:
        if named(session, name) is not None:
            raise Unfit(TAKEN, name=plain_name(name))
    password = _password(name, password_stdin, generate)
    new = NewAccount(name, full_name, role.value, hashed(password), must_change=generate)
    with _writing() as session:
        account = add(session, operator(), new)
    say(terminal_words().gettext("added: %(name)s (%(role)s)", name=account.name, role=_role(account)))
    _tell(password if generate else None)


@users_app.command("list")
def list_command() -> None:
    """Every account."""
    words = terminal_words()
    with _database().reading() as session:
        accounts, locked = everybody(session), locked_accounts(session)
    table = Table(*(words.gettext(title) for title in TITLES), box=None)
    for account in accounts:
        since = words.date(account.created_at.date())
        table.add_row(account.name, account.full_name, _role(account), _state(account, locked), since)
    out.print(
        table if accounts else words.gettext("There are no accounts yet: rag users add NAME --role administrator")
    )


@users_app.command("disable")
def disable_command(name: NameArgument) -> None:
    """Shut an account, and sign it out everywhere."""
    with _writing() as session:
        set_disabled(session, operator(), _named(session, name), disabled=True)
    say(terminal_words().gettext("disabled: %(name)s", name=plain_name(name)))


@users_app.command("enable")
def enable_command(name: NameArgument) -> None:
    """Open an account again, also one that is locked after failed sign-ins."""
    with _writing() as session:
        set_disabled(session, operator(), _named(session, name), disabled=False)
        unlock(session, plain_name(name))
    say(terminal_words().gettext("enabled: %(name)s", name=plain_name(name)))


@users_app.command("reset")
def reset_command(name: NameArgument, password_stdin: StdinOption = False, generate: GenerateOption = False) -> None:
    """Give an account a new password, and sign it out everywhere."""
    with _database().reading() as session:
        _named(session, name)
    password = _password(name, password_stdin, generate)
    fresh = hashed(password)
    with _writing() as session:
        set_password(session, operator(), _named(session, name), fresh, must_change=generate)
        unlock(session, plain_name(name))
    say(terminal_words().gettext("new password: %(name)s", name=plain_name(name)))
    _tell(password if generate else None)


def _database() -> Database:
    return Database(Settings().database)


@contextmanager
def _writing() -> Iterator[Session]:
    with _database().writing() as session:
        yield session


def _named(session: Session, name: str) -> AccountRow:
    account = named(session, name)
    if account is None:
        raise Unfit(N_("There is no account %(name)s: see `rag users list`."), name=plain_name(name))
    return account


def _password(name: str, from_stdin: bool, generate: bool) -> str:
    """Made up, from the standard input, or asked for twice. Raises Unfit for one that will not do."""
    words = terminal_words()
    if generate:
        return generated()
    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt(words.gettext("Password"), hide_input=True, confirmation_prompt=True)
    check_password(password, name)
    return password


def _tell(password: str | None) -> None:
    if password is not None:
        say(terminal_words().gettext("password, to be changed at the first sign-in: %(password)s", password=password))


def _role(account: AccountRow) -> str:
    return terminal_words().gettext(ROLE_NAMES[Role(account.role)])


def _state(account: AccountRow, locked: set[str]) -> str:
    words = terminal_words()
    if account.disabled_at is not None:
        return words.gettext("disabled")
    return words.gettext("locked for a while") if account.name in locked else words.gettext("open")
