"""What is said of a failure, in the language of the terminal: what happened, to which thing, and what to do."""

import re
import reprlib

from pydantic import ValidationError
from pydantic_settings import SettingsError

from rag.cli.variables import variable_of
from rag.errors import RagError
from rag.folders import FULL
from rag.settings import Settings
from rag.wording.invalid import invalid_text
from rag.wording.reasons import error_text
from rag.wording.words import Words

Expected = (RagError, ValidationError, SettingsError, OSError)  # what a command may end with, without a traceback
_FIELD = re.compile(r'field "(\w+)"')


def failure_text(error: Exception, words: Words) -> str:
    """One sentence or two, whole."""
    if isinstance(error, RagError):
        return error_text(error, words)
    if isinstance(error, ValidationError):
        return _invalid(error, words)
    if isinstance(error, SettingsError):  # of a value that is to be JSON
        name = _FIELD.search(str(error))
        setting = variable_of(name[1]) if name else "RAG_"
        return words.gettext(
            "%(name)s: is no JSON; a list is written as %(list)s, an object as %(object)s",
            name=setting,
            list='["one", "two"]',
            object='{"one": "two"}',
        )
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}"
    if isinstance(error, OSError) and error.errno in FULL:  # of something that was open: the output, perhaps
        return words.gettext(
            "nothing more can be written (%(reason)s): make room where the output, the index and the database lie",
            reason=error.strerror,
        )
    return str(error)


def _invalid(error: ValidationError, words: Words) -> str:
    first = error.errors(include_url=False)[0]
    name, *entry = map(str, first["loc"] or ("?",))
    of_settings = error.title == Settings.__name__
    place = " ".join([variable_of(name) if of_settings else name, *(f"[{each}]" for each in entry)])
    secret = of_settings and "SecretStr" in str(Settings.model_fields[name].annotation)
    value = "" if secret else f" ({reprlib.repr(first['input'])})"
    return f"{place}: {invalid_text(first, words)}{value}"
