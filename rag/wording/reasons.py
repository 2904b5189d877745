"""Words for why something is not done."""

from rag.errors import Reason
from rag.wording.words import Words


def reason_text(reason: Reason, words: Words) -> str:
    """Why, and what to do; begins in small letters, without a full stop."""
    values = {name: _value_text(value, words) for name, value in reason.values.items()}
    return words.gettext(reason.message, **values)


def _value_text(value: object, words: Words) -> object:
    if isinstance(value, Reason):
        return reason_text(value, words)
    return words.number(value, "#,##0.0") if isinstance(value, float) else value
