"""What does not fit in a request, in the language of whoever sent it."""

from collections.abc import Mapping, Sequence
from typing import Any

from rag.wording.words import N_, Words

_SHOWN = 3
# By the type of error that pydantic names; %(...)s are values of its context.
_TOLD: Mapping[str, str] = {
    "missing": N_("is missing"),
    "string_type": N_("must be text"),
    "string_unicode": N_("holds characters that are no text"),
    "string_too_long": N_("is longer than %(max_length)s characters"),
    "string_too_short": N_("is shorter than %(min_length)s characters"),
    "too_long": N_("has more than %(max_length)s entries"),
    "list_type": N_("must be a list"),
    "dict_type": N_("must be an object"),
    "model_attributes_type": N_("must be an object"),
    "int_type": N_("must be a whole number"),
    "int_parsing": N_("must be a whole number"),
    "int_from_float": N_("must be a whole number"),
    "bool_parsing": N_("must be true or false"),
    "greater_than_equal": N_("must be at least %(ge)s"),
    "less_than_equal": N_("must be at most %(le)s"),
    "json_invalid": N_("is no JSON"),
    "enum": N_("is none of the values that it may have"),
    "literal_error": N_("is none of the values that it may have"),
    "date_from_datetime_parsing": N_("must be a date such as 2026-02-12"),
    "date_parsing": N_("must be a date such as 2026-02-12"),
}
_OTHER = N_("does not have the form that is asked for")


def told_fields(errors: Sequence[Mapping[str, Any]], words: Words) -> str:
    """The first of the errors, each with the field that it is about."""
    return "; ".join(_told(error, words) for error in errors[:_SHOWN])


def _told(error: Mapping[str, Any], words: Words) -> str:
    field = ".".join(str(part) for part in error["loc"][1:] if not isinstance(part, int)) or str(error["loc"][0])
    return f"{field}: {words.gettext(_TOLD.get(error['type'], _OTHER), **error.get('ctx', {}))}"
