"""The titles of offices that a text names, "Kepala Dinas", "deputy mayor", and the words that belong to them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from rag.language.function_words import ARTICLES, BE
from rag.language.text import word_spans, words

DEPUTIES = frozenset("wakil vice deputy".split())
# Before a title these make it somebody else's: "mantan bupati", "istri gubernur".
_RELATED = {
    word: own
    for own, group in {
        "mantan": "mantan eks bekas former ex",
        "calon": "calon kandidat candidate",
        "istri": "istri suami wife husband",
        "ajudan": "ajudan aide",
        "utusan": "utusan perwakilan",
    }.items()
    for word in group.split()
}
# Where the words before an English title ("the new health minister") begin.
_NO_MODIFIERS = (
    ARTICLES
    | BE
    | frozenset(
        """who whom of by to for and or with as our their his her its name named that then acting interim current new
        first""".split()
    )
)
_MOST_MODIFIERS = 4


class Level(IntEnum):
    """Of government."""

    VILLAGE = 1
    DISTRICT = 2
    REGENCY = 3
    PROVINCE = 4
    NATION = 5


@dataclass(frozen=True, slots=True)
class Title:
    """One line of offices.tsv, in one language."""

    head: str
    unit: tuple[str, ...]
    level: Level | None
    sole: bool
    english: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case and its offsets."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A title in a text, at `start` to `end`; `head` says more than the title's own: "wakil ketua", "mantan bupati".

    `modifiers` stand before an English one: "health" of "health minister".
    """

    title: Title
    head: str
    start: int
    end: int
    modifiers: tuple[Token, ...] = ()

    @property
    def begin(self) -> int:
        """Where its first modifier begins."""
        return self.modifiers[0].start if self.modifiers else self.start


@lru_cache(4096)
def tokens_in(text: str) -> tuple[Token, ...]:
    """The words of a text; a possessive -nya left off behind four letters or more ("sekretarisnya")."""
    spans = zip(words(text), word_spans(text), strict=True)
    return tuple(Token(_bare(word), *span) for word, span in spans)


@lru_cache(4096)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """Every title that the text names, in order; the longest where several begin at one word."""
    return tuple(_mentions(text, tokens_in(text)))


def _mentions(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    row = 0
    while row < len(tokens):
        deputy = tokens[row].word in DEPUTIES and row + 1 < len(tokens)
        found = _title_at(tokens, row + deputy)
        if found is None:
            row += 1
            continue
        title, length = found
        last = row + deputy + length - 1
        related = _RELATED.get(tokens[row - 1].word) if row else None
        yield Mention(
            title,
            " ".join(filter(None, (related, "wakil" if deputy else None, title.head))),
            tokens[row - bool(related)].start,
            tokens[last].end,
            _modifiers(text, tokens[:row], tokens[row].start) if title.english else (),
        )
        row = last + 1


def _title_at(tokens: Sequence[Token], row: int) -> tuple[Title, int] | None:
    for phrase, title in _titles().get(tokens[row].word, ()):
        if tuple(token.word for token in tokens[row : row + len(phrase)]) == phrase:
            return title, len(phrase)
    return None


def _modifiers(text: str, before: Sequence[Token], start: int) -> tuple[Token, ...]:
    kept: list[Token] = []
    for token in reversed(before[-_MOST_MODIFIERS:]):
        if token.word in _NO_MODIFIERS or token.word in _RELATED or text[token.end : start].strip(" -"):
            break
        kept.append(token)
        start = token.start
    return tuple(reversed(kept))


def _bare(word: str) -> str:
    stem = word.removesuffix("nya")
    return stem if len(stem) > 3 else word


@cache
def _titles() -> Mapping[str, tuple[tuple[tuple[str, ...], Title], ...]]:
    """By first word, the longest first."""
    index: defaultdict[str, list[tuple[tuple[str, ...], Title]]] = defaultdict(list)
    for phrase, title in _read():
        index[phrase[0]].append((phrase, title))
    return {first: tuple(sorted(group, key=lambda one: -len(one[0]))) for first, group in index.items()}


def _read() -> Iterator[tuple[tuple[str, ...], Title]]:
    for line in (files(__package__) / "offices.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            head, unit, level, sole, *names = line.split("\t")
            for english, listing in enumerate(names):
                title = Title(
                    head, tuple(unit.split()), Level(int(level)) if level else None, bool(sole), bool(english)
                )
                yield from ((words(name), title) for name in listing.split(", ") if name)
