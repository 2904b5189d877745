"""The help of the commands: in the order of a reader's questions, types only where they tell something, and in the
language of the terminal."""

from importlib import import_module
from typing import Any

import typer

from rag.wording.words import N_, Words

PANELS = {
    N_("Ask"): ("ask", "chat", "search", "brief"),
    N_("Documents"): ("ingest", "remove", "library", "index", "bulk"),
    N_("Serve"): ("serve", "mcp", "channel", "switch", "users", "keys"),
    N_("Look after"): ("doctor", "backup", "restore", "database", "retention", "audit", "models"),
    N_("Measure answers"): ("evaluate", "read"),
}
# What Typer says itself, by the names that it has for it.
_FRAME = {
    "OPTIONS_PANEL_TITLE": N_("Options"),
    "ARGUMENTS_PANEL_TITLE": N_("Arguments"),
    "COMMANDS_PANEL_TITLE": N_("Commands"),
    "ERRORS_PANEL_TITLE": N_("Error"),
    "DEFAULT_STRING": N_("[default: {}]"),
    "REQUIRED_LONG_STRING": N_("[required]"),
    "RICH_HELP": N_("Try [blue]'{command_path} {help_option}'[/] for help."),
}
_ORDER = [name for names in PANELS.values() for name in names]
_PANEL_OF = {name: panel for panel, names in PANELS.items() for name in names}


def in_order(names: list[str]) -> list[str]:
    """Those of a panel together; what belongs to none comes last."""
    return sorted(names, key=lambda name: _ORDER.index(name) if name in _PANEL_OF else len(_ORDER))


def frame(words: Words) -> None:
    """Puts Typer's own words around the help into this language."""
    texts = import_module("typer.rich_utils")
    for name, text in _FRAME.items():
        setattr(texts, name, words.gettext(text))


def tidied(name: str, command: Any, words: Words) -> Any:
    """The command and those below it, in its panel."""
    panel = _PANEL_OF.get(name)
    command.rich_help_panel = panel and words.gettext(panel)
    _tidy(command, words)
    return command


def plain(parameters: list[Any], words: Words) -> list[Any]:
    """The same parameters: a flag takes nothing, and what an argument is stands beside it in words."""
    for each in parameters:
        each.help = each.help and words.gettext(each.help)
        if getattr(each, "is_flag", False):
            each.metavar = ""
        elif each.param_type_name == "argument":
            each.display_type_rich = _nothing
        elif each.multiple and each.metavar is None:
            each.metavar = each.name.upper()
    return parameters


def spoken(command: Any, words: Words) -> None:
    """What is said of the command itself, in this language."""
    command.help = command.help and words.gettext(command.help)
    usage = type(command).get_usage
    command.get_usage = lambda context: usage(command, context).replace("Usage:", words.gettext("Usage:"), 1)


def _tidy(command: Any, words: Words) -> None:
    context = typer.Context(command)
    spoken(command, words)
    plain(command.get_params(context), words)
    for below in getattr(command, "commands", {}).values():
        _tidy(below, words)


def _nothing(*_: Any, **__: Any) -> None:
    """No type."""
