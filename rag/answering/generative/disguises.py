"""Words that people read as another word than the guard does: "tidak" with a Cyrillic letter, or with an accent."""

import unicodedata
from collections.abc import Sequence

from rag.language import function_words as fw
from rag.language.text import words
from rag.types import Passage

# What turns a sentence round and is supported by nothing; other words must stand in the passages anyway.
_TURNING = (
    fw.DENIALS_ID
    | fw.DENIALS_EN
    | fw.ADVERBS_EN
    | fw.QUANTIFIERS_EN
    | fw.ONLY_ID
    | fw.OR
    | fw.BUT
    | fw.WHILE
    | fw.TENSES_ID
)


def disguised(text: str, passages: Sequence[Passage]) -> bool:
    """Whether a word has letters of another script, or is a small word with an accent, and no passage has it so."""
    strange = {word for word in words(text) if not word.isascii()}
    return any(_misread(word) and all(word not in each.text.lower() for each in passages) for word in strange)


def _misread(word: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain in _TURNING or not all(c.isascii() or not c.isalpha() for c in plain)
