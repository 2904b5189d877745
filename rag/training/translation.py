"""Learns `translations.json` from parallel sentences: `python -m rag.training.translation FILE.jsonl...`.

Each line of a file is {"en": ..., "id": ...}. IBM model 1 (Brown et al. 1993) with the diagonal prior of fast_align
(Dyer, Chahuneau & Smith 2013): a word is likelier to be translated at about the same place of the sentence. No sentence
can be read back from the table: it holds pairs of stems of words seen more than once, and a rounded probability.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from rag.language.stems import STOP_TERMS, terms
from rag.language.text import words
from rag.language.translation import lookup
from rag.language.translation.lookup import STOP_WORDS, TABLE, english_stem

Pair = tuple[list[str], list[str]]  # English stems, Indonesian terms
Table = dict[str, dict[str, float]]

_ROUNDS = 8
_DIAGONAL = 6.0
_NOTHING, _NOTHING_SHARE = "", 0.08  # what the Indonesian words without an English counterpart come from
_LEAST_SEEN = 2
_LEAST_PROBABILITY = 0.1
_MOST_TRANSLATIONS = 4


def read_pairs(paths: Iterable[Path]) -> Iterator[Pair]:
    """English stems without stop words, and Indonesian terms, of each line."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield [english_stem(word) for word in words(row["en"]) if word not in STOP_WORDS], terms(row["id"])


def learn(pairs: Sequence[Pair]) -> Table:
    """Probabilities of Indonesian terms for each English stem, by expectation maximisation."""
    table = _uniform(pairs)
    for _ in range(_ROUNDS):
        table = _normalised(_expected_counts(pairs, table))
    return table


def pruned(table: Mapping[str, Mapping[str, float]], seen: Mapping[str, int]) -> Table:
    """What is worth keeping: the likely content words for stems seen more than once."""
    kept: Table = {}
    for stem in sorted(table):
        likely = {
            term: probability
            for term, probability in table[stem].items()
            if probability >= _LEAST_PROBABILITY and term not in STOP_TERMS
        }
        if stem.isalpha() and likely and seen[stem] >= _LEAST_SEEN:
            best = sorted(likely, key=lambda term: (-likely[term], term))[:_MOST_TRANSLATIONS]
            # What went to function words by mistake goes back to the translations.
            whole = sum(likely[term] for term in best)
            kept[stem] = {term: round(likely[term] / whole, 2) for term in best}
    return kept


def _uniform(pairs: Sequence[Pair]) -> Table:
    together: defaultdict[str, set[str]] = defaultdict(set)
    for english, indonesian in pairs:
        for stem in (*english, _NOTHING):
            together[stem].update(indonesian)
    return {stem: dict.fromkeys(sorted(found), 1 / len(found)) for stem, found in together.items() if found}


def _expected_counts(pairs: Sequence[Pair], table: Table) -> defaultdict[str, defaultdict[str, float]]:
    counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for english, indonesian in pairs:
        for place, term in enumerate(indonesian):
            prior = _prior(len(english), place / len(indonesian))
            shares = [
                weight * table[stem].get(term, 0.0) for weight, stem in zip(prior, (*english, _NOTHING), strict=True)
            ]
            whole = sum(shares)
            for stem, share in zip((*english, _NOTHING), shares, strict=True):
                counts[stem][term] += share / whole if whole else 0.0
    return counts


def _prior(length: int, place: float) -> list[float]:
    """How likely each English place, and at last nothing, is behind an Indonesian word at `place` (0..1)."""
    if length == 0:
        return [1.0]
    closeness = np.exp(-_DIAGONAL * np.abs(np.arange(length) / length - place))
    return [*((1 - _NOTHING_SHARE) * closeness / closeness.sum()).tolist(), _NOTHING_SHARE]


def _normalised(counts: Mapping[str, Mapping[str, float]]) -> Table:
    table: Table = {}
    for stem, found in counts.items():
        whole = sum(found.values())
        # What has become this unlikely never comes back, and leaving it out keeps a round fast.
        table[stem] = {term: count / whole for term, count in found.items() if whole and count / whole > 1e-4}
    return table


def main(paths: Sequence[str]) -> None:
    """Writes the table beside the module that looks words up."""
    pairs = list(read_pairs(Path(path) for path in paths))
    seen = Counter(stem for english, _ in pairs for stem in set(english))
    table = pruned(learn(pairs), seen)
    lines = [f"{json.dumps(stem)}: {json.dumps(table[stem], ensure_ascii=False)}" for stem in table]
    (Path(lookup.__file__).parent / TABLE).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
