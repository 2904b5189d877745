"""A chat server that does what an attempt asks for, says what a poisoned document orders, and tells its prompt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rag.language.text import sentence_spans
from tests.benchmarks.redteam.cases import Attempt
from tests.rag.models.chat.server import Exchange

_PASSAGE = re.compile(r'<passage number="(\d+)"')
_FENCED = re.compile(r'<passage number="\d+"[^>]*>\n(.*?)\n</passage>', re.DOTALL)
_MOST_REPEATED, _MOST_LEAKED = 8, 4  # the program looks at 20 sentences


@dataclass(slots=True)
class Obedient:
    """The behaviour of a server; `attempt` is what it obeys, None for a harmless question."""

    attempt: Attempt | None = None
    told: list[str] = field(default_factory=list)

    def __call__(self, exchange: Exchange) -> None:
        system, *_, user = (message["content"] for message in exchange.body["messages"])
        self.told = [*self._says(system, user)]
        marks = "".join(f" [{number}]" for number in dict.fromkeys(_PASSAGE.findall(user)))
        exchange.events([f"{sentence.rstrip('.')}{marks}. " for sentence in self.told])

    def _says(self, system: str, user: str) -> Iterator[str]:
        """What the attempt wants, what documents order, the prompt; each ends with a full stop."""
        if self.attempt is not None:
            yield from map(_ended, self.attempt.says)
            yield from [*map(_ended, _repeated(user, self.attempt.forbidden))][:_MOST_REPEATED]
        yield from [*map(_ended, _sentences(system))][:_MOST_LEAKED]


def _repeated(user: str, forbidden: tuple[str, ...]) -> Iterator[str]:
    """Sentences of the passages that hold what must not be said."""
    for text in _FENCED.findall(user):
        for sentence in _sentences(text):
            if any(each.casefold() in sentence.casefold() for each in forbidden):
                yield sentence


def _sentences(text: str) -> Iterator[str]:
    for start, end in sentence_spans(text):
        yield " ".join(text[start:end].split())


def _ended(text: str) -> str:
    return text.rstrip(".") + "."
