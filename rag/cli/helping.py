"""The help of the commands: in the order of a reader's questions, and types only where they tell something."""

from typing import Any

import typer

PANELS = {
    "Ask": ("ask", "chat", "search", "brief"),
    "Documents": ("ingest", "remove", "library", "index", "bulk"),
    "Serve": ("serve", "mcp", "channel", "switch", "users", "keys"),
    "Look after": ("doctor", "backup", "restore", "database", "retention", "audit", "models"),
    "Measure": ("evaluate", "read"),
}
_ORDER = [name for names in PANELS.values() for name in names]
_PANEL_OF = {name: panel for panel, names in PANELS.items() for name in names}


def in_order(names: list[str]) -> list[str]:
    """Those of a panel together; what belongs to none comes last."""
    return sorted(names, key=lambda name: _ORDER.index(name) if name in _PANEL_OF else len(_ORDER))


def tidied(name: str, command: Any) -> Any:
    """The command and those below it, in its panel."""
    command.rich_help_panel = _PANEL_OF.get(name)
    _tidy(command)
    return command


def plain(parameters: list[Any]) -> list[Any]:
    """The same parameters: a flag takes nothing, and what an argument is stands beside it in words."""
    for each in parameters:
        if getattr(each, "is_flag", False):
            each.metavar = ""
        elif each.param_type_name == "argument":
            each.display_type_rich = _nothing
        elif each.multiple and each.metavar is None:
            each.metavar = each.name.upper()
    return parameters


def _tidy(command: Any) -> None:
    context = typer.Context(command)
    plain(command.get_params(context))
    for below in getattr(command, "commands", {}).values():
        _tidy(below)


def _nothing(*_: Any, **__: Any) -> None:
    """No type."""
