"""Regular expressions from lists of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest that fits."""
    longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(longest_first)})"
