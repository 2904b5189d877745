"""Names typed in small letters, as on a phone: "siapa sekdes kesimantengah?".

A word that is of neither language, and that the texts found write with a capital wherever they have it, is a name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rag.language.text import words
from rag.language.vocabulary import is_word
from rag.questions.understanding import Query
from rag.types import Passage

_SHORTEST = 5  # letters; shorter ones are mostly abbreviations of common words
_WORD = re.compile(r"(?<![\w@./-])[a-z]+(?![\w@/-])")
_PATTERNS = 512


def small_names(query: Query, passages: Iterable[Passage]) -> tuple[str, ...]:
    """Those of the question, in small letters as typed; a passage may be given several times."""
    typed = dict.fromkeys(_WORD.findall(query.question.text))
    known = {word for name in query.names for word in words(name.text)}.union(*(one.words for one in query.places))
    unknown = [word for word in typed if len(word) >= _SHORTEST and word not in known and not is_word(word)]
    if not unknown:
        return ()
    found = {one.id: one for one in passages}.values()
    texts = [f"{one.title}\n{' '.join(one.headings)}\n{one.publisher or ''}\n{one.text}" for one in found]
    return tuple(word for word in unknown if _is_capitalised(word, texts))


def _is_capitalised(word: str, texts: Sequence[str]) -> bool:
    found = [match[0] for text in texts for match in _pattern(word).finditer(text)]
    return bool(found) and all(each[0].isupper() for each in found)


@lru_cache(_PATTERNS)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word}\b", re.IGNORECASE)
