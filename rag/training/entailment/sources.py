"""The pairs that are learnt from: written by hand, made by changing true ones, sentences with their translations."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rag.documents.chunking import split
from rag.documents.loaders import load
from rag.language.detection import detect
from rag.language.text import sentence_spans
from rag.models.encoders.base import Encoder
from rag.training.entailment.changes import Change, Stock, changed, shortened
from rag.training.entailment.pairs import Pair
from rag.training.reader.examples import Claim
from rag.training.reader.written import written
from rag.types import Document, Language

_LONGEST_QUOTE = 340  # characters of sentences chosen from a passage
_MOST_SENTENCES = 3
_SENTENCE = range(40, 320)  # characters of a sentence that is changed
_GUARD = frozenset(("tune", "second", "third", "fourth", "fifth"))
_LARGEST_FILE = 1 << 20


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text, with their vectors."""

    texts: tuple[str, ...]
    vectors: np.ndarray


def claimed(folder: Path, encoder: Encoder, *, held: bool) -> Iterator[Pair]:
    """The statements of `seeds/reading`, each with the sentences of its passage that come nearest."""
    for one in written(folder):
        if one.held_back != held or not one.claims:
            continue
        sentences = _sentences(one.passage, encoder)
        said = encoder.encode_queries([claim.statement for claim in one.claims])
        for claim, vector in zip(one.claims, said, strict=True):
            yield _from_claim(claim, nearest(sentences, vector))


def _from_claim(claim: Claim, quote: str) -> Pair:
    known = () if claim.supported else None
    return Pair(quote, claim.statement, claim.supported, claim.language, claim.kind, known, "reading")


def guarded(seeds: Path, encoder: Encoder) -> Iterator[Pair]:
    """The sentences of `seeds/guard` that may be learnt from, each with the nearest ones of its document."""
    documents = {
        document.id: _sentences("\n".join(p.text for p in split(document, encoder.count_tokens, 200)), encoder)
        for path in sorted((seeds / "documents").glob("*.md"))
        for document in load(path, path.name, _LARGEST_FILE)
        if isinstance(document, Document)
    }
    for path in sorted((seeds / "guard").glob("*.jsonl")):
        rows = [row for row in map(json.loads, path.read_text("utf-8").splitlines()) if row["split"] in _GUARD]
        said = encoder.encode_queries([row["sentence"] for row in rows]) if rows else ()
        for row, vector in zip(rows, said, strict=True):
            quote, true = nearest(documents[row["document"]], vector), row["faithful"]
            known = () if true else None
            yield Pair(quote, row["sentence"], true, Language(row["language"]), row["kind"], known, "guard")


def _sentences(text: str, encoder: Encoder) -> Sentences:
    texts = tuple(text[start:end] for start, end in sentence_spans(text))
    return Sentences(texts, encoder.encode_queries(list(texts)))


def nearest(sentences: Sentences, vector: np.ndarray) -> str:
    """The sentences nearest to the vector, in the order of the text, as many as fit."""
    ranked = np.argsort(-(sentences.vectors @ vector))[:_MOST_SENTENCES]
    taken: list[int] = []
    for row in map(int, ranked):
        if not taken or sum(len(sentences.texts[other]) for other in [*taken, row]) <= _LONGEST_QUOTE:
            taken.append(row)
    return " ".join(sentences.texts[row] for row in sorted(taken))


def section_sentences(folder: Path) -> list[str]:
    """Sentences of the passages of `seeds/reading` that may be learnt from."""
    return [
        sentence
        for one in written(folder)
        if not one.held_back
        for sentence in (one.passage[start:end] for start, end in sentence_spans(one.passage))
        if len(sentence) in _SENTENCE
    ]


def twisted(sentences: Sequence[str], found: Stock, draw: random.Random) -> Iterator[Pair]:
    """Each sentence over itself, changed on one side, on both, or with a part left out on one side.

    What is put in stands as often in true statements as in false ones: that it is there must tell nothing.
    """
    for sentence in sentences:
        language = detect(sentence)
        change = changed(sentence, language, found, draw)
        if change is None:
            continue
        yield _false(sentence, change, language)
        if change.kind != "added":
            cut = shortened(change.text, draw)
            yield Pair(change.text, cut[0] if cut else change.text, True, language, changed=(), source="twisted")
        if cut := shortened(sentence, draw):
            yield Pair(sentence, cut[0], True, language, changed=(), source="twisted")
            yield Pair(cut[0], sentence, False, language, "added", (cut[1],), "twisted")


def _false(quote: str, change: Change, language: Language, source: str = "twisted") -> Pair:
    return Pair(quote, change.text, False, language, change.kind, change.spans, source)


def respun(pairs: Sequence[Pair], found: Stock, draw: random.Random) -> Iterator[Pair]:
    """True statements in other words than their quote, each with one thing changed."""
    for pair in pairs:
        if pair.supported and (change := changed(pair.statement, pair.language, found, draw)):
            yield _false(pair.quote, change, pair.language, "respun")


def translated(folder: Path, found: Stock, draw: random.Random) -> Iterator[Pair]:
    """NTREX and TICO-19: sentences over their translations, some with one thing changed, some over a neighbour's."""
    for file in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        rows = [row for row in rows if len(row["id"]) in _SENTENCE and len(row["en"]) in _SENTENCE]
        for row, other in zip(rows, [*rows[1:], rows[0]], strict=True):
            said, quoted = draw.choice(
                ((Language.ENGLISH, Language.INDONESIAN), (Language.INDONESIAN, Language.ENGLISH))
            )
            yield Pair(row[quoted], row[said], True, said, changed=(), source="translated")
            if change := changed(row[said], said, found, draw):
                yield _false(row[quoted], change, said, "translated")
            if draw.random() < 0.15:
                yield Pair(other[quoted], row[said], False, said, "elsewhere", None, "translated")


def inferred(folder: Path) -> Iterator[Pair]:
    """Sets of natural language inference in `folder`/id and `folder`/en: JSON Lines of premise, hypothesis, label.

    What does not follow is false here, whether it contradicts the premise or goes beyond it; labels but e, n and c are
    left out.
    """
    for language in Language:
        for file in sorted((folder / language).glob("*.jsonl")):
            for row in map(json.loads, file.read_text("utf-8").splitlines()):
                true = row["label"] == "e"
                if true or row["label"] in "nc":
                    known = () if true else None
                    yield Pair(row["premise"], row["hypothesis"], true, language, row["label"], known, file.stem)


def mixed(groups: Sequence[tuple[Sequence[Pair], float]], draw: random.Random) -> list[Pair]:
    """Each group as often as its number says, parts of it drawn at random."""
    taken: list[Pair] = []
    for pairs, times in groups:
        taken += [pair for _ in range(int(times)) for pair in pairs]
        taken += draw.sample(list(pairs), round((times % 1) * len(pairs)))
    return taken


def by_source(pairs: Sequence[Pair]) -> dict[str, tuple[int, int]]:
    """How many true and false pairs there are of each source."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        counts[pair.source][not pair.supported] += 1
    return {name: (true, false) for name, (true, false) in counts.items()}
