"""Where `rag` begins: what keeps the program itself from being loaded is told in a sentence, without a traceback."""

import sys
from importlib import import_module
from typing import NoReturn

from rag.cli.shortage import TooLittleSpace, require_space, shortage
from rag.cli.terminal import terminal_language
from rag.errors import Reason
from rag.wording.reasons import reason_text
from rag.wording.words import words_of


def main() -> None:
    """Runs the command; ends with 1 where memory, a library or a package is missing."""
    try:
        require_space()
        run = import_module("rag.cli.main").main
    except TooLittleSpace as error:
        _end(error.reason)
    except (MemoryError, ImportError, OSError, RuntimeError, SystemError) as error:
        reason = shortage(error)
        if reason is None:
            raise
        _end(reason)
    run()


def _end(reason: Reason) -> NoReturn:
    words = words_of(terminal_language())
    print(words.gettext("Error: %(reason)s", reason=reason_text(reason, words)), file=sys.stderr)
    sys.exit(1)
