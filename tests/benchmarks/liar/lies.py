"""A chat server that takes true sentences out of the passages it is shown and changes one thing in each.

It needs to know nothing about the documents, so it lies about any collection. Its words are its own: what the judge
learnt to see is not what it is measured with.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rag.language.detection import detect
from rag.language.text import is_list_item, sentence_spans
from rag.training.entailment.changes import changed, stock
from tests.rag.models.chat.server import Exchange

WORDS = Path(__file__).parent / "words.txt"
_FENCED = re.compile(r'<passage number="(\d+)"[^>]*>\n(.*?)\n</passage>', re.DOTALL)
_WORDS = range(6, 41)
_LIES, _TRUTHS = 10, 6  # of the 20 sentences that the program looks at


@dataclass(frozen=True, slots=True)
class Lie:
    """What was said, the true sentence it was made of, and the kind of change."""

    said: str
    source: str
    kind: str


@dataclass(slots=True)
class Liar:
    """Answers every request with lies, then with the sentences as they stand; remembers both."""

    seed: int = 1
    lies: list[Lie] = field(default_factory=list)
    truths: list[str] = field(default_factory=list)

    def __call__(self, exchange: Exchange) -> None:
        """The behaviour of a server."""
        prompt = exchange.body["messages"][-1]["content"]
        exchange.events([sentence + " " for sentence in self.says(prompt)])

    def says(self, prompt: str) -> list[str]:
        """Each sentence with the number of the passage it was taken from."""
        draw = random.Random(f"{self.seed} {prompt}")
        sentences = list(_sentences(prompt))
        draw.shuffle(sentences)
        found = stock([text for _, text in sentences], WORDS)
        self.lies, self.truths, spoken = [], [], []
        for number, text in sentences:
            change = changed(text, detect(text), found, draw)
            if change is not None and len(self.lies) < _LIES:
                self.lies.append(Lie(_ended(change.text), text, change.kind))
                spoken.append(_cited(change.text, number))
        for number, text in sentences[:_TRUTHS]:
            self.truths.append(_ended(text))
            spoken.append(_cited(text, number))
        return spoken


def _sentences(prompt: str) -> Iterator[tuple[str, str]]:
    """Whole sentences of the passages, with the numbers of these."""
    for number, text in _FENCED.findall(prompt):
        for start, end in sentence_spans(text):
            sentence = " ".join(text[start:end].split())
            if sentence.endswith(".") and len(sentence.split()) in _WORDS and not is_list_item(sentence):
                yield number, sentence


def _ended(text: str) -> str:
    return text.rstrip(".") + "."


def _cited(text: str, number: str) -> str:
    return f"{text.rstrip('.')} [{number}]."
