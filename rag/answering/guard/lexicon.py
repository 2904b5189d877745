"""Which words may stand for each other, across Indonesian and English, and which claim nothing."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import Stemmer

Words = tuple[str, ...]
_SWALLOWED = ((("meny", "peny"), "s"), (("mem", "pem"), "p"), (("men", "pen"), "t"))
_SHORTEST_ROOT = 3


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that words name; an indivisible one is not the thing that a part of its name names."""

    name: str
    indivisible: bool = False
    light: bool = False  # claims nothing of its own


@cache
def light_words() -> frozenset[str]:
    return frozenset(" ".join(_lines("light.txt")).split())


@lru_cache(20_000)
def stems(word: str) -> tuple[str, str]:
    """The Indonesian and the English stem of a lower-cased word."""
    return _stemmer("indonesian").stemWord(_with_first_letter(word)), _stemmer("english").stemWord(word)


def _with_first_letter(word: str) -> str:
    """ "mengirim" -> "kirim": the letter that the prefix swallowed, which Snowball's stemmer does not bring back."""
    for prefixes, letter in _SWALLOWED:
        for prefix in prefixes:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) > _SHORTEST_ROOT and rest[0] in "aiueo":
                return letter + rest
    return word


@lru_cache(20_000)
def concepts_of(phrase: Words) -> frozenset[Concept]:
    """The concepts that a run of lower-cased words may name: as written, or failing that by its stems.

    Stems come second because they lose too much: "terbanyak" (most) and "banyak" (many) have the same.
    """
    if is_listed(phrase):
        return _listed(phrase)
    indonesian, english = zip(*(stems(word) for word in phrase), strict=True)
    return _index().get(("id*", indonesian), frozenset()) | _index().get(("en*", english), frozenset())


def is_listed(phrase: Words) -> bool:
    """Whether the list has the phrase as it is written."""
    return bool(_listed(phrase))


def is_indonesian(phrase: Words) -> bool:
    """Whether the Indonesian side of the list has the phrase, as written or by its stems."""
    stemmed = tuple(stems(word)[0] for word in phrase)
    return ("id", phrase) in _index() or ("id*", stemmed) in _index()


def _listed(phrase: Words) -> frozenset[Concept]:
    return _index().get(("id", phrase), frozenset()) | _index().get(("en", phrase), frozenset())


@cache
def longest_phrase() -> int:
    return max(len(words) for _, words in _index())


@cache
def _index() -> dict[tuple[str, Words], frozenset[Concept]]:
    index: dict[tuple[str, Words], set[Concept]] = {}
    for line in _lines("concepts.txt"):
        indonesian, english = line.lstrip("!~").split(" = ")
        concept = Concept(indonesian.split(",")[0].strip(), line.startswith("!"), line.startswith("~"))
        for language, forms in (("id", indonesian), ("en", english)):
            for form in forms.split(", "):
                words = tuple(form.replace("-", " ").replace(",", " ").split())
                stemmed = tuple(stems(word)[language == "en"] for word in words)
                index.setdefault((language, words), set()).add(concept)
                index.setdefault((language + "*", stemmed), set()).add(concept)
    return {key: frozenset(concepts) for key, concepts in index.items()}


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language)


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
