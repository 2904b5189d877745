"""Letters and numbers that rows are counted by, before what they are called: "A RAWAT JALAN"."""

import re

_BEFORE = re.compile(r"\(?(?:[A-Z]|[IVX]{1,5}|[a-z]|\d{1,2})[.)]?\s+(?=[^\W\d]{2})")


def without_mark(text: str) -> str:
    """A name without what it is counted by: "RAWAT JALAN" of "A RAWAT JALAN"."""
    return _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
