"""A model that answers in words of its own, and one that changes one thing in them: how much of either is shown.

    python -m tests.benchmarks.worded [--index INDEX] [--rules] [--show]

Asks the gold questions of `seeds/domains` for which `seeds/worded` has statements. The pipeline is the real one; the
model, on loopback, says the false ones first, each as if every passage said it. Told are also the questions of which
the answer without a model is none, or may not be worded: nothing of a model is shown there. `--show` prints what was
misjudged on the dev half; of the other half only totals are looked at.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from rich.progress import track

from rag import assembly
from rag.evaluation.gold import GoldQuestion, Split
from rag.evaluation.importers import read_questions
from rag.index.ingest import ingest
from rag.pipeline import Pipeline
from rag.settings import Settings
from tests.benchmarks.worded.statements import Truth, Worded, read_worded
from tests.rag.models.chat.server import Exchange, serving, url_of

DOMAINS = Path("seeds/domains")
_ORDER = (Truth.FALSE, Truth.BESIDE, Truth.TRUE)


@dataclass(slots=True)
class Speaker:
    """The behaviour of a server that says these sentences, whatever it is asked."""

    said: Sequence[Worded] = ()
    was_asked: bool = False

    def __call__(self, exchange: Exchange) -> None:
        self.was_asked = True
        passages = exchange.body["messages"][-1]["content"].count("<passage number=")
        marks = "".join(f" [{number}]" for number in range(1, passages + 1))
        exchange.events([f"{one.text.rstrip('.')}{marks}. " for one in self.said])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="of seeds/domains/documents; made anew where none is named")
    parser.add_argument("--rules", action="store_true", help="leave the judge out of the guard")
    parser.add_argument("--show", action="store_true", help="print what was misjudged on the dev half")
    given = parser.parse_args()
    told: Counter[tuple[str, ...]] = Counter()
    shown: Counter[tuple[str, ...]] = Counter()
    with ExitStack() as stack:
        speaker = Speaker()
        url = url_of(stack.enter_context(serving(speaker)))
        index = given.index or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pipeline = _pipeline(index, url, given.rules)
        for gold, said in track([*_asked(read_worded())], description="Questions"):
            seen = _seen(pipeline, speaker, gold, said)
            if seen is None:
                told["not worded", gold.language.value] += 1
                continue
            for one in said:
                for key in _keys(one, gold):
                    told[key] += 1
                    shown[key] += _ended(one.text) in seen
                if given.show and one.split is Split.DEV and (_ended(one.text) in seen) != (one.truth is Truth.TRUE):
                    print(f"{one.truth} {gold.language} {gold.id}: {one.text}")
    report(told, shown)


def _pipeline(index: Path, url: str, by_rules: bool) -> Pipeline:
    settings = Settings(index=index, chat_url=url, chat_timeout_s=300.0)
    if not (index / "CURRENT").exists():
        ingest([DOMAINS / "documents"], index, assembly.build_encoder(settings), settings)
    with patch.object(assembly, "build_judge", lambda settings: None) if by_rules else nullcontext():
        return assembly.build_pipeline(settings)


def _asked(statements: Iterable[Worded]) -> Iterator[tuple[GoldQuestion, list[Worded]]]:
    """Each gold question with what is said to it, lies first."""
    questions = {each.id: each for each in read_questions([DOMAINS / "gold"])}
    said: dict[str, list[Worded]] = {}
    for one in statements:
        said.setdefault(one.question, []).append(one)
    for name, ones in said.items():
        yield questions[name], sorted(ones, key=lambda one: _ORDER.index(one.truth))


def _seen(pipeline: Pipeline, speaker: Speaker, gold: GoldQuestion, said: Sequence[Worded]) -> set[str] | None:
    """The statements that are shown; None when the model was not asked."""
    speaker.said, speaker.was_asked = said, False
    answer = pipeline.answer(gold.to_question())
    return {sentence.statement or "" for sentence in answer.sentences} if speaker.was_asked else None


def _ended(text: str) -> str:
    return text.rstrip(".") + "."


def _keys(one: Worded, gold: GoldQuestion) -> Iterator[tuple[str, ...]]:
    for half in (one.split.value, "all"):
        for language in (gold.language.value, "all"):
            yield one.truth.value, language, half


def report(told: Counter[tuple[str, ...]], shown: Counter[tuple[str, ...]]) -> None:
    """By truth, language and half."""
    for key, count in sorted(told.items()):
        if len(key) == 3:
            print(f"{' '.join(key):20} told {count:4}  shown {shown[key]:4}  {shown[key] / count:.3f}")
        else:
            print(f"{' '.join(key):20} {count} questions")


if __name__ == "__main__":
    main()
