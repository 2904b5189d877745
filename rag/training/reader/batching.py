"""Examples as the network sees them, in batches of similar length and bounded size."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from rag.models.reader.vocabulary import PASSAGE, QUERY
from rag.training.reader.examples import Example
from rag.training.reader.noise import everyday, plain
from rag.training.reader.premises import altered
from rag.types import Language

_LONGEST = 320  # tokens of a pair
_PAD = 1
_TYPED_IN_HASTE = {Language.INDONESIAN: 0.28, Language.ENGLISH: 0.2}  # share of questions in everyday spelling
_LONG, _SHORTENED, _VERY_LONG = 520, 0.6, 1100  # characters; share of long passages cut to a few sentences
# Share of answered questions with one word changed, so that they are answered no more. Few English ones: a reader that
# met many of them shied away from English altogether.
_ALTERED = {Language.INDONESIAN: 0.16, Language.ENGLISH: 0.05}
_ALIKE = 48  # tokens within which pairs count as equally long, so that those of one question meet in one batch
_CUT_TO = (380, 480, 560)
_SENTENCE_END = re.compile(r"[.!?;]\s+|\n+")

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """Token ids of a pair, the tokens of the answer (0 and 0 for none), the first token of the passage.

    `question` is what was asked before anything was altered: pairs of the same question are learnt together.
    """

    ids: tuple[int, ...]
    start: int
    end: int
    first: int
    question: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids and mask (batch, tokens), where spans may lie; (batch,) wanted tokens, first tokens of passages."""

    ids: Ints
    mask: Ints
    allowed: npt.NDArray[np.bool_]
    starts: Ints
    ends: Ints
    firsts: Ints


def features(example: Example, tokenizer: Tokenizer, names: Sequence[str], draw: random.Random) -> Features | None:
    """Some questions altered or respelled, some passages shortened; None when the answer falls beyond the last token.

    `names` are what questions are altered with.
    """
    asked = example.question
    example = _altered(example, names, draw)
    question = _respelled(example, draw)
    passage, start, end = _shortened(example, draw)
    encoding = tokenizer.encode(QUERY + question.strip(), PASSAGE + passage)
    sequence = encoding.sequence_ids
    ids, first = tuple(encoding.ids[:_LONGEST]), sequence.index(1)
    if start < 0:
        return Features(ids, 0, 0, first, asked)
    start, end = start + len(PASSAGE), end + len(PASSAGE)
    inside = [i for i, (a, b) in enumerate(encoding.offsets) if sequence[i] == 1 and b > start and a < end and b > a]
    if not inside or inside[-1] >= len(ids):
        return None
    return Features(ids, inside[0], inside[-1], first, asked)


def _altered(example: Example, names: Sequence[str], draw: random.Random) -> Example:
    """Cut to the neighbourhood of the answer all the same, or a far cut would give the question away."""
    share = _ALTERED[example.language]
    if not example.answerable or draw.random() >= share or (question := altered(example, names, draw)) is None:
        return example
    passage, _, _ = _shortened(example, draw)
    return replace(example, question=question, passage=passage, start=-1, end=-1)


def _respelled(example: Example, draw: random.Random) -> str:
    if example.spelled or draw.random() >= _TYPED_IN_HASTE[example.language]:
        return example.question
    return (everyday if example.language is Language.INDONESIAN else plain)(example.question, draw)


def _shortened(example: Example, draw: random.Random) -> tuple[str, int, int]:
    """The passage, cut if it is long, below the title and headings it came with."""
    head, text = example.passage[: example.above], example.passage[example.above :]
    moved = example.above if example.answerable else 0
    body = replace(example, passage=text, start=example.start - moved, end=example.end - moved)
    cut, start, end = _cut(body, draw)
    return head + cut, start + moved, end + moved


def _cut(example: Example, draw: random.Random) -> tuple[str, int, int]:
    size = len(example.passage)
    if size > _LONG and draw.random() < _SHORTENED:
        return sentences_around(example, draw.choice(_CUT_TO), draw)
    if size > _VERY_LONG:
        return sentences_around(example, 1000, draw)
    return example.passage, example.start, example.end


def sentences_around(example: Example, limit: int, draw: random.Random) -> tuple[str, int, int]:
    """Neighbouring sentences of at most `limit` characters around the answer, or anywhere when there is none."""
    text = example.passage
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    sentences = [(a, b) for a, b in pairwise(cuts) if b > a]
    if example.answerable:
        held = [i for i, (a, b) in enumerate(sentences) if a < example.end and example.start < b]
    else:
        held = [draw.randrange(len(sentences))]
    low, high = held[0], held[-1]
    while True:
        ways = []
        if low > 0 and sentences[high][1] - sentences[low - 1][0] <= limit:
            ways.append((low - 1, high))
        if high + 1 < len(sentences) and sentences[high + 1][1] - sentences[low][0] <= limit:
            ways.append((low, high + 1))
        if not ways:
            break
        low, high = draw.choice(ways)
    begin = sentences[low][0]
    cut = text[begin : sentences[high][1]].rstrip()
    return (cut, example.start - begin, example.end - begin) if example.answerable else (cut, -1, -1)


def batches(found: Sequence[Features], tokens: int, draw: random.Random) -> Iterator[Batch]:
    """Batches of at most `tokens` padded tokens, in random order; pairs of one question side by side."""
    groups: list[list[Features]] = [[]]
    longest = 0
    for one in sorted(found, key=lambda f: (len(f.ids) // _ALIKE, f.question)):
        longest = max(longest, len(one.ids))
        if groups[-1] and (len(groups[-1]) + 1) * longest > tokens:
            groups.append([])
            longest = len(one.ids)
        groups[-1].append(one)
    draw.shuffle(groups)
    return (_padded(group) for group in groups if group)


def _padded(group: Sequence[Features]) -> Batch:
    shape = (len(group), max(len(one.ids) for one in group))
    ids, mask, allowed = np.full(shape, _PAD, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.bool_)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
        allowed[row, 0] = True
        allowed[row, one.first : len(one.ids) - 1] = True
    starts, ends, firsts = (np.array([getattr(f, name) for f in group]) for name in ("start", "end", "first"))
    return Batch(ids, mask, allowed, starts, ends, firsts)
