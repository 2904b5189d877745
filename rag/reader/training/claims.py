"""Claims from sentences that stand in two languages: one borne out by its translation, not by its neighbours."""

import json
import random
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rag.reader.training.examples import Claim, Example
from rag.reader.training.premises import altered, names_in
from rag.types import Language

_AROUND = (0, 1, 1, 2)  # sentences of the passage on either side
_FEWEST_WORDS = 6
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?![\w.,])")
# A claim in the other language as a person would write it, the same sentence again, or one with a fault.
_TRANSLATED, _ITSELF = 0.4, 0.08

Pair = dict[str, str]


def translated_claims(data: Path, number: int, draw: random.Random) -> list[Claim]:
    """`number` claims, somewhat fewer than half of them borne out; from NTREX (news) and TICO-19 (health)."""
    rows = [row for name in ("ntrex", "tico19") for row in _rows(data / f"bitext/{name}.jsonl")]
    texts = [list(pairs) for _, pairs in groupby(rows, key=_document)]
    names = names_in(row["en"] for row in rows)
    places = [(text, at) for text in texts for at in range(len(text)) if len(text[at]["en"].split()) >= _FEWEST_WORDS]
    chosen = draw.sample(places, min(number, len(places)))
    return [_claim(f"bitext:{i}", text, at, names, draw) for i, (text, at) in enumerate(chosen)]


def _claim(name: str, text: Sequence[Pair], at: int, names: Sequence[str], draw: random.Random) -> Claim:
    spoken = draw.choice(("en", "id"))
    read = "id" if spoken == "en" else "en"
    first, beyond = max(0, at - draw.choice(_AROUND)), at + 1 + draw.choice(_AROUND)
    language = Language(spoken)
    way = draw.random()
    if way < _ITSELF:
        passage = " ".join(pair[spoken] for pair in text[first:beyond])
        return Claim(name, text[at][spoken], passage, True, language)
    passage = " ".join(pair[read] for pair in text[first:beyond])
    if way < _ITSELF + _TRANSLATED:
        return Claim(name, text[at][spoken], passage, True, language)
    if (faulty := with_a_fault(text[at][spoken], passage, names, draw)) is not None:
        return Claim(name, faulty, passage, False, language)
    rest = [pair[spoken] for row, pair in enumerate(text) if not first <= row < beyond]
    if rest and draw.random() < 0.5:  # a true sentence of the same text that this part of it does not say
        return Claim(name, draw.choice(rest), passage, False, language)
    without = " ".join(pair[read] for row, pair in enumerate(text[:beyond]) if row >= first and row != at)
    if without:
        return Claim(name, text[at][spoken], without, False, language)
    return Claim(name, text[at][spoken], passage, True, language)


def with_a_fault(statement: str, passage: str, names: Sequence[str], draw: random.Random) -> str | None:
    """The statement with one number, name, year or word changed to what the passage does not say; None without any."""
    ways = [altered(Example("", statement, passage, -1, -1), names, draw), _renumbered(statement, passage, draw)]
    possible = [way for way in ways if way is not None]
    return draw.choice(possible) if possible else None


def _renumbered(statement: str, passage: str, draw: random.Random) -> str | None:
    found = list(_NUMBER.finditer(statement))
    if not found:
        return None
    match = draw.choice(found)
    digits = [place for place, character in enumerate(match[0]) if character.isdigit()]
    place = draw.choice(digits)
    other = draw.choice([digit for digit in "123456789" if digit != match[0][place]])
    changed = match[0][:place] + other + match[0][place + 1 :]
    return None if changed in passage else statement[: match.start()] + changed + statement[match.end() :]


def _document(row: Pair) -> str:
    return row["doc"] if "doc" in row else row["id_"].rpartition(":")[0]


def _rows(path: Path) -> Iterator[Pair]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
