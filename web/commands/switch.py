"""`rag switch`: parts of the service off and on, and the notice above the public page; a server that runs follows."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer
from rich.table import Table
from sqlalchemy.orm import Session

from rag.settings import Settings
from rag.wording.words import N_
from web.commands.terminal import operator, out, say, terminal_words
from web.records.database import Database
from web.records.switching import (
    Notice,
    State,
    Switch,
    remove_notice,
    set_notice,
    state_of,
    switch_off,
    switch_on,
)
from web.staff.notice import day_of

switch_app = typer.Typer(
    help="Switch the public page, programs, messengers or the language model off and on, and set the notice.",
    no_args_is_help=True,
)
SwitchArgument = Annotated[Switch, typer.Argument(help="What to switch.")]
TITLES = (N_("Switch"), N_("State"), N_("Since"), N_("Person"), N_("Reason"))


@switch_app.command("list")
def list_command() -> None:
    """Every switch and how it stands, and the notice."""
    words, state = terminal_words(), _state()
    table = Table(*(words.gettext(title) for title in TITLES), box=None)
    for switch in Switch:
        off = state.off.get(switch)
        if off is None:
            table.add_row(switch.value, words.gettext("on"))
        else:
            table.add_row(switch.value, words.gettext("off"), words.moment(off.at.isoformat()), off.by, off.reason)
    out.print(table)
    if state.notice is not None:
        say(_told(state.notice))


@switch_app.command("off")
def off_command(
    switch: SwitchArgument, reason: Annotated[str, typer.Option(help="Why; kept in the audit log.")]
) -> None:
    """Switch something off; servers that run follow within seconds."""
    _write(lambda session: switch_off(session, operator(), switch, reason))
    say(terminal_words().gettext("off: %(name)s", name=switch.value))


@switch_app.command("on")
def on_command(
    switch: SwitchArgument, reason: Annotated[str, typer.Option(help="Why; kept in the audit log.")] = ""
) -> None:
    """Switch something on again."""
    _write(lambda session: switch_on(session, operator(), switch, reason))
    say(terminal_words().gettext("on: %(name)s", name=switch.value))


@switch_app.command("notice")
def notice_command(
    indonesian: Annotated[str, typer.Option(help="The line in Indonesian; plain text.")] = "",
    english: Annotated[str, typer.Option(help="The line in English.")] = "",
    until: Annotated[str, typer.Option(help="The last day on which it is shown, as 2026-02-12.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take the notice away.")] = False,
) -> None:
    """Set the line above the public page, or take it away; without options show it."""
    if remove:
        _write(lambda session: remove_notice(session, operator()))
    elif indonesian or english:
        notice = Notice(indonesian, english, day_of(until))
        _write(lambda session: set_notice(session, operator(), notice, date.today()))
    notice_now = _state().notice
    say(_told(notice_now) if notice_now else terminal_words().gettext("There is no notice."))


def _told(notice: Notice) -> str:
    words = terminal_words()
    until = words.gettext("until %(day)s", day=words.date(notice.until)) if notice.until else ""
    over = words.gettext("over") if notice.is_over(date.today()) else ""
    return "\n".join(filter(None, (notice.indonesian, notice.english, until, over)))


def _state() -> State:
    with Database(Settings().database).reading() as session:
        return state_of(session)


def _write(change: Callable[[Session], None]) -> None:
    """Raises Unfit."""
    with Database(Settings().database).writing() as session:
        change(session)
