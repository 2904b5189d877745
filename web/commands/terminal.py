"""What these commands say, and who they are said to have been given by."""

import getpass

from rich.console import Console

from rag.cli.terminal import terminal_language
from rag.wording.words import Words, words_of

out = Console()


def terminal_words() -> Words:
    return words_of(terminal_language())


def say(text: str) -> None:
    out.print(text, soft_wrap=True, markup=False, highlight=False)


def operator() -> str:
    """The actor in the audit log: whoever has the program's own files has no account to sign in with."""
    try:
        return f"terminal:{getpass.getuser()}"
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "terminal"
