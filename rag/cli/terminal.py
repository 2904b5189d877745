"""The language of the terminal."""

import os
from collections.abc import Mapping

from rag.types import Language


def terminal_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Indonesian where the terminal is set to it, as POSIX says: LC_ALL, then LC_MESSAGES, then LANG; else English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return Language.INDONESIAN if chosen.lower().startswith("id") else Language.ENGLISH
