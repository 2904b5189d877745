"""Makes a false statement of a true one by changing one thing in it, and knows which characters it changed."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rag.training.entailment.pairs import Span
from rag.types import Language

_EXCHANGES = Path(__file__).parent / "exchanges.txt"
_DETAILS = Path(__file__).parent / "details.txt"
_LINE = re.compile(r"(id|en) (\w+): (.+)")
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_NAME = re.compile(r"(?<=[\w,)\"] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_JOINED = re.compile(r"\b(?:dan|and|serta|atau|or)\b|,")
_NOT = {
    Language.INDONESIAN: re.compile(r"\b(?:tidak|belum|bukan|tak) ", re.IGNORECASE),
    Language.ENGLISH: re.compile(r"\b(?:not|never|no longer) ", re.IGNORECASE),
}
_VERB = re.compile(r"(?<= )(?=(?:me[mnl]|di|ber|ter)[a-z]{4,}\b)")
_ENGLISH_AUXILIARY = re.compile(
    r"\b(?:is|was|are|were|has|have|had|may|can|will|would|should|must|could) (?=[a-z]{3,})"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a statement became, which of its characters are new, and the kind of change."""

    text: str
    spans: tuple[Span, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What is put in the place of something, or behind it: sets of words by language, names, details."""

    sets: Mapping[Language, Mapping[str, Sequence[tuple[str, Sequence[str]]]]]
    names: Sequence[str] = field(default=())
    finders: Mapping[Language, re.Pattern[str]] = field(default_factory=dict)
    details: Mapping[Language, Sequence[str]] = field(default_factory=dict)


def stock(texts: Sequence[str], exchanges: Path = _EXCHANGES) -> Stock:
    """The exchanges of a file, those learnt from unless another is named, and the names that stand in the texts."""
    sets: dict[Language, dict[str, list[tuple[str, Sequence[str]]]]] = {language: {} for language in Language}
    for line in exchanges.read_text("utf-8").splitlines():
        if told := _LINE.fullmatch(line):
            members = told[3].split(" | ")
            for member in members:
                others = [other for other in members if other != member]
                sets[Language(told[1])].setdefault(member.lower(), []).append((told[2], others))
    names = sorted({match[0] for text in texts for match in _NAME.finditer(text)})
    return Stock(sets, names, {language: _finder(list(found)) for language, found in sets.items()}, _details())


def _details() -> dict[Language, list[str]]:
    told = [line.split(": ", 1) for line in _DETAILS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {language: [text for code, text in told if code == language.value] for language in Language}


def _finder(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", re.IGNORECASE)


def changed(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """The text with one thing changed, whichever way fits; None when none does."""
    for way in draw.sample(_WAYS, len(_WAYS)):
        change = way(text, language, found, draw)
        if change is not None and change.text != text:
            return change
    return None


def _put(text: str, start: int, end: int, fresh: str, kind: str) -> Change:
    """`fresh` in the place of a stretch, with a capital where that had one."""
    if text[start : start + 1].isupper() and fresh[:1].islower():
        fresh = fresh[0].upper() + fresh[1:]
    return Change(text[:start] + fresh + text[end:], ((start, start + max(1, len(fresh))),), kind)


def exchange(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """A word of a set for another of it."""
    matches = list(found.finders[language].finditer(text))
    if not matches:
        return None
    match = draw.choice(matches)
    kind, others = draw.choice(found.sets[language][match[0].lower()])
    return _put(text, *match.span(), draw.choice(others), kind)


def figure(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """Another number of the same form."""
    del language, found
    matches = list(_FIGURE.finditer(text))
    if not matches:
        return None
    match = draw.choice(matches)
    places = [row for row, sign in enumerate(match[0]) if sign.isdigit()]
    row = draw.choice(places[-2:] if re.fullmatch(r"(?:19|20)\d\d", match[0]) else places)
    digit = draw.choice([d for d in "123456789" if d != match[0][row]])
    return _put(text, *match.span(), match[0][:row] + digit + match[0][row + 1 :], "number")


def name(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """Another name, half of the time with one of the words kept."""
    del language
    matches = list(_NAME.finditer(text))
    if not matches or not found.names:
        return None
    match = draw.choice(matches)
    words, others = match[0].split(), draw.choice(found.names).split()
    if len(words) > 1 and draw.random() < 0.5:
        row = draw.randrange(len(words))
        fresh = [*words[:row], others[-1], *words[row + 1 :]]
    else:
        fresh = others
    if set(fresh) <= set(words):
        return None
    return _put(text, *match.span(), " ".join(fresh), "name")


def swap(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """Two numbers, or two names that are not members of one list, in each other's place."""
    del language, found
    pattern = draw.choice((_FIGURE, _NAME))
    matches = list(pattern.finditer(text))
    ways = [
        (one, other)
        for row, one in enumerate(matches)
        for other in matches[row + 1 :]
        if one[0] != other[0]
        and len(text[one.end() : other.start()].split()) > 1
        and (pattern is _FIGURE or not _JOINED.search(text[one.end() : other.start()]))
    ]
    if not ways:
        return None
    one, other = draw.choice(ways)
    between = text[one.end() : other.start()]
    fresh = text[: one.start()] + other[0] + between + one[0] + text[other.end() :]
    first = (one.start(), one.start() + len(other[0]))
    return Change(fresh, (first, (first[1] + len(between), other.end())), "order")


def negate(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """A "not" dropped, or one put in."""
    del found
    denied = list(_NOT[language].finditer(text))
    if denied:
        match = draw.choice(denied)
        rest = text[: match.start()] + text[match.end() :]
        return Change(rest, ((match.start(), min(len(rest), match.start() + 6)),), "negation")
    if language is Language.ENGLISH:
        places = [match.end() for match in _ENGLISH_AUXILIARY.finditer(text)]
        fresh = "not "
    else:
        places = [match.start() for match in _VERB.finditer(text)]
        fresh = draw.choice(("tidak ", "tidak ", "belum ", "bukan "))
    if not places:
        return None
    place = draw.choice(places)
    return Change(text[:place] + fresh + text[place:], ((place, place + len(fresh)),), "negation")


def add(text: str, language: Language, found: Stock, draw: random.Random) -> Change | None:
    """One more plausible detail at the end."""
    place = draw.choice(found.names) if found.names else "Sukamaju"
    values = {"place": place, "count": draw.randrange(2, 900), "year": draw.randrange(2015, 2028)}
    detail = draw.choice(found.details[language]).format(**values)
    body = text.rstrip(".")
    return Change(f"{body} {detail}{text[len(body) :]}", ((len(body) + 1, len(body) + 1 + len(detail)),), "added")


_Way = Callable[[str, Language, Stock, random.Random], Change | None]
# Some several times: what can be changed in nearly every sentence would else be nearly all that is learnt.
_WAYS: Sequence[_Way] = (exchange, exchange, exchange, exchange, figure, name, swap, swap, negate, add)


def shortened(text: str, draw: random.Random) -> tuple[str, Span] | None:
    """The text without one of its parts between commas or from a preposition on, and where that part stood."""
    cuts = list(_PART.finditer(text))
    if not cuts:
        return None
    part = draw.choice(cuts)
    rest = text[: part.start()] + text[part.end() :]
    return (rest, part.span()) if len(rest) >= 25 else None


_CLAUSES = "yang dengan serta setelah sebelum karena sehingga termasuk which who with after before because including"
_PHRASES = (
    "pada di dengan untuk sejak hingga karena melalui oleh selama sebanyak "
    "in on for with since until because through by during"
)
_PART = re.compile(
    rf", (?:{_CLAUSES.replace(' ', '|')}) [^,.;]{{8,}}(?=[,.])|"
    rf" (?:{_PHRASES.replace(' ', '|')}) [^,.;]{{4,60}}(?=[,.;])"
)
