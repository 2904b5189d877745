"""Words for why something is not done."""

from rag.errors import RagError, Reason, UnreadableDocument
from rag.wording.words import N_, Words

N_("this needs the optional part '%(extra)s'; in the program's folder: %(install)s")  # of an error that knows no N_


def error_text(error: RagError, words: Words) -> str:
    """What happened and what to do; in English where the error was raised whole."""
    why = reason_text(error.reason, words)
    return f"{error.path}: {why}" if isinstance(error, UnreadableDocument) else why


def reason_text(reason: Reason, words: Words) -> str:
    """Why, and what to do; begins in small letters, without a full stop."""
    if not reason.values:  # may be whole, with per cent signs
        return words.catalogue.gettext(reason.message)
    values = {name: _value_text(value, words) for name, value in reason.values.items()}
    return words.gettext(reason.message, **values)


def _value_text(value: object, words: Words) -> object:
    if isinstance(value, Reason):
        return reason_text(value, words)
    if isinstance(value, RagError):
        return error_text(value, words)
    return words.number(value, "#,##0.0") if isinstance(value, float) else value
