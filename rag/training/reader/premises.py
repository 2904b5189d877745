"""Altered premises: a question that a passage answers, changed in one word so that the passage answers it no more.

The manner of IDK-MRC's own unanswerable questions (Putri and Oh, 2022): another name, another year, the opposite word.
"""

import random
import re
from collections.abc import Iterable, Sequence

from rag.training.reader.examples import Example

_OPPOSITES = (
    ("pertama", "terakhir"), ("terbesar", "terkecil"), ("tertinggi", "terendah"), ("terpanjang", "terpendek"),
    ("tertua", "termuda"), ("terluas", "tersempit"), ("terbanyak", "paling sedikit"), ("utara", "selatan"),
    ("barat", "timur"), ("lahir", "meninggal"), ("dilahirkan", "dimakamkan"), ("ayah", "ibu"), ("suami", "istri"),
    ("anak", "cucu"), ("dimulai", "berakhir"), ("mulai", "selesai"), ("didirikan", "dibubarkan"), ("naik", "turun"),
    ("menang", "kalah"), ("paling banyak", "paling sedikit"), ("wajib", "dilarang"), ("minimal", "maksimal"),
    ("first", "last"), ("largest", "smallest"), ("highest", "lowest"), ("oldest", "youngest"), ("longest", "shortest"),
    ("north", "south"), ("northern", "southern"), ("east", "west"), ("eastern", "western"), ("born", "buried"),
    ("father", "mother"), ("husband", "wife"), ("most", "fewest"), ("before", "after"), ("began", "ended"),
    ("founded", "dissolved"), ("won", "lost"), ("increased", "decreased"), ("minimum", "maximum"),
)  # fmt: skip
_OPPOSITE = {a: b for pair in _OPPOSITES for a, b in (pair, pair[::-1])}
_OPPOSITE_WORD = re.compile(rf"\b({'|'.join(sorted(_OPPOSITE, key=len, reverse=True))})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
# A name stands after a lower-case word: the first word of a question is capitalised whatever it is.
_NAME = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")


def names_in(questions: Iterable[str]) -> tuple[str, ...]:
    """The names that occur in questions, each once: what other questions are altered with."""
    return tuple(sorted({found for question in questions for found in _NAME.findall(question)}))


def altered(example: Example, names: Sequence[str], draw: random.Random) -> str | None:
    """The question with one name, year or word changed to what the passage does not hold; None if there is none."""
    passage = example.passage.lower()
    ways = [
        changed
        for changed in (
            _renamed(example.question, passage, names, draw),
            _in_another_year(example.question, passage, draw),
            _opposed(example.question, passage),
        )
        if changed is not None
    ]
    return draw.choice(ways) if ways else None


def _renamed(question: str, passage: str, names: Sequence[str], draw: random.Random) -> str | None:
    known = [match for match in _NAME.finditer(question) if match[0].lower() in passage]
    if not known or not names:
        return None
    match, other = draw.choice(known), draw.choice(names)
    if any(word in passage for word in other.lower().split()):
        return None
    return question[: match.start()] + other + question[match.end() :]


def _in_another_year(question: str, passage: str, draw: random.Random) -> str | None:
    match = _YEAR.search(question)
    if match is None:
        return None
    other = str(int(match[0]) + draw.choice((-11, -7, -4, -3, -2, -1, 1, 2, 3, 4, 7, 11)))
    return None if other in passage else question[: match.start()] + other + question[match.end() :]


def _opposed(question: str, passage: str) -> str | None:
    match = _OPPOSITE_WORD.search(question)
    if match is None:
        return None
    other = _OPPOSITE[match[0].lower()]
    return None if other in passage else question[: match.start()] + other + question[match.end() :]
