"""Words for what does not fit, as pydantic names it."""

from collections.abc import Mapping
from typing import Any

from rag.wording.words import N_, Words

# By the type of error; %(...)s are values of its context.
_TOLD: Mapping[str, str] = {
    "missing": N_("is missing"),
    "string_type": N_("must be text"),
    "string_unicode": N_("holds characters that are no text"),
    "string_too_long": N_("is longer than %(max_length)s characters"),
    "string_too_short": N_("is shorter than %(min_length)s characters"),
    "too_short": N_("is too short: at least %(min_length)s are needed"),
    "too_long": N_("has more than %(max_length)s entries"),
    "list_type": N_("must be a list"),
    "dict_type": N_("must be an object"),
    "model_attributes_type": N_("must be an object"),
    "int_type": N_("must be a whole number"),
    "int_parsing": N_("must be a whole number"),
    "int_from_float": N_("must be a whole number"),
    "float_type": N_("must be a number"),
    "float_parsing": N_("must be a number"),
    "bool_type": N_("must be true or false"),
    "bool_parsing": N_("must be true or false"),
    "greater_than": N_("must be more than %(gt)s"),
    "greater_than_equal": N_("must be at least %(ge)s"),
    "less_than_equal": N_("must be at most %(le)s"),
    "json_invalid": N_("is no JSON"),
    "enum": N_("is none of the values that it may have"),
    "literal_error": N_("is none of the values that it may have"),
    "date_from_datetime_parsing": N_("must be a date such as 2026-02-12"),
    "date_parsing": N_("must be a date such as 2026-02-12"),
}
_OTHER = N_("does not have the form that is asked for")
_CHOSEN = frozenset({"enum", "literal_error"})
_ONE_OF = N_("is none of %(expected)s")


def invalid_text(error: Mapping[str, Any], words: Words) -> str:
    """What is wrong, to be read after the name of what is."""
    context = dict(error.get("ctx", {}))
    if "expected" in context:  # pydantic joins the last two with an English word
        context["expected"] = ", ".join(str(context["expected"]).split(" or "))
    message = _ONE_OF if error["type"] in _CHOSEN and context.get("expected") else _TOLD.get(error["type"], _OTHER)
    return words.gettext(message, **context)
