"""A question in English is read together with the words by which the passages name what it names.

The reader is less sure of what it finds across languages; the table of translations knows what many words are called.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rag.language.stems import content_words, stem
from rag.language.text import words
from rag.language.translation.lookup import likely_translations
from rag.questions.understanding import Query
from rag.types import Language, Passage

_MOST = 8  # words put behind a question
_LIKELY = 0.2  # probability from which a translation counts
_SHORTEST = 3  # letters of such a word
_TEXTS = 4096  # passages whose words are remembered


def asked_of(query: Query, passages: Sequence[Passage]) -> str:
    """What the reader is asked of the passages."""
    if query.language is not Language.ENGLISH:
        return query.sought
    named = named_by(query, passages)
    return f"{query.sought.rstrip(' ?')} ({' '.join(named)})?" if named else query.sought


def named_by(query: Query, passages: Sequence[Passage]) -> tuple[str, ...]:
    """For each word that carries the topic, the commonest of the passages that it may be translated by.

    None for a word that stands in the passages itself.
    """
    counted: Counter[str] = Counter()
    for passage in passages:
        counted.update(_counted(" ".join((passage.text, *passage.headings, passage.title))))
    of_stem = _by_stem(counted)
    meant = (likely_translations(word, _LIKELY) for word in content_words(query.sought))
    named = ({word for term in group for word in of_stem.get(term, ())} for group in meant)
    chosen = (max(sorted(each), key=lambda word: counted[word]) for each in named if each and not each & query.words)
    return tuple(dict.fromkeys(chosen))[:_MOST]


def _by_stem(found: Iterable[str]) -> Mapping[str, list[str]]:
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for word in found:
        stems[stem(word)].append(word)
    return stems


@lru_cache(_TEXTS)
def _counted(text: str) -> Mapping[str, int]:
    """How often each word stands in a text; neither numbers nor the shortest words."""
    return Counter(word for word in words(text) if word.isalpha() and len(word) >= _SHORTEST)
