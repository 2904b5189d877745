"""The language of the terminal, and who sits there."""

import getpass
import os
from collections.abc import Mapping

from rag.types import Language


def terminal_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Indonesian where the terminal is set to it, as POSIX says: LC_ALL, then LC_MESSAGES, then LANG; else English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return Language.INDONESIAN if chosen.lower().startswith("id") else Language.ENGLISH


def user_name() -> str | None:
    """None for a user without a name, as in containers that run as any number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None


def operator() -> str:
    """Who is said to have changed something."""
    return user_name() or "terminal"
