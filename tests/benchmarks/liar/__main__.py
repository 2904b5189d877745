"""A liar plugged in, over any collection: how much of what it says is shown.

    python -m tests.benchmarks.liar --index INDEX --gold FOLDER [--every N] [--rules] [--show]

The pipeline is the real one, the server is on loopback. It answers each question with up to ten sentences of which
one thing was changed, then with up to six as they stand (`lies.py`): those that hold what the question is expected to
be answered with are told apart, for the others are beside the question. Nothing depends on chance but the seed.
"""

import argparse
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from rich.progress import track

from rag import assembly
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.language.detection import detect
from rag.settings import Settings
from tests.benchmarks.liar.lies import Liar
from tests.rag.models.chat.server import serving, url_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, default=Path("build/gate"))
    parser.add_argument("--gold", type=Path, default=Path("seeds/gold"))
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    parser.add_argument("--rules", action="store_true", help="leave the judge out of the guard")
    parser.add_argument("--show", action="store_true", help="print the lies that were shown")
    given = parser.parse_args()
    liar, told, shown = Liar(), Counter[str](), Counter[str]()
    with serving(liar) as server:
        settings = Settings(index=given.index, chat_url=url_of(server), chat_timeout_s=300.0)
        with patch.object(assembly, "build_judge", lambda settings: None) if given.rules else nullcontext():
            pipeline = assembly.build_pipeline(settings)
        for gold in track(read_questions([given.gold])[:: given.every], description="Questions"):
            liar.lies, liar.truths = [], []
            answer = pipeline.answer(gold.to_question())
            seen = {sentence.statement for sentence in answer.sentences if sentence.statement}
            for lie in liar.lies:
                told[lie.kind] += 1
                if lie.said in seen:
                    shown[lie.kind] += 1
                    if given.show:
                        print(f"SHOWN {lie.kind}: {lie.said}\n   for: {lie.source}")
            for truth in liar.truths:
                kind = _kind_of(truth, gold)
                told[kind] += 1
                shown[kind] += truth in seen
    report(told, shown)


def _kind_of(truth: str, gold: GoldQuestion) -> str:
    """A model answers in the language of the question, and what it says is to answer it."""
    if detect(truth) is not gold.language:
        return "true, not in the language of the question"
    answers = any(each.casefold() in truth.casefold() for group in gold.expected for each in group)
    return "true, with what is expected" if answers else "true, with nothing that is expected"


def report(told: Counter[str], shown: Counter[str]) -> None:
    """By kind of change; "true" are the sentences as they stand."""
    for kind, count in sorted(told.items()):
        _print(kind, count, shown[kind])
    for name, is_lie in (("lies", True), ("truths", False)):
        kinds = [kind for kind in told if kind.startswith("true") is not is_lie]
        _print(name, sum(told[kind] for kind in kinds), sum(shown[kind] for kind in kinds))


def _print(name: str, told: int, shown: int) -> None:
    print(f"{name:42} told {told:5}  shown {shown:5}  {shown / max(1, told):.3f}")


if __name__ == "__main__":
    main()
