"""What does not fit in a request, in the language of whoever sent it."""

from collections.abc import Mapping, Sequence
from typing import Any

from rag.wording.invalid import invalid_text
from rag.wording.words import Words

_SHOWN = 3


def told_fields(errors: Sequence[Mapping[str, Any]], words: Words) -> str:
    """The first of the errors, each with the field that it is about."""
    return "; ".join(_told(error, words) for error in errors[:_SHOWN])


def _told(error: Mapping[str, Any], words: Words) -> str:
    field = ".".join(str(part) for part in error["loc"][1:] if not isinstance(part, int)) or str(error["loc"][0])
    return f"{field}: {invalid_text(error, words)}"
