"""What these commands say, and who they are said to have been given by."""

from rich.console import Console

from rag.cli.terminal import terminal_language, user_name
from rag.wording.words import Words, words_of

out = Console()


def terminal_words() -> Words:
    return words_of(terminal_language())


def say(text: str) -> None:
    out.print(text, soft_wrap=True, markup=False, highlight=False)


def operator() -> str:
    """The actor in the audit log: whoever has the program's own files has no account to sign in with."""
    name = user_name()
    return f"terminal:{name}" if name else "terminal"
