"""What every rule is worth: each check, narrowing and rule of questions switched off by itself.

    python -m tests.benchmarks.rules seeds/gold=build/gate seeds/domains/gold=build/domains [--cache DIR] [--ids]

For each gold set, by split, prints how many answers a rule saves (right with it, wrong without) and harms (wrong with
it, right without), and the same of the short answers above the quotes: wrong ones it keeps back, right ones it keeps
back. `--together` also leaves the rules named out all at once, since one may cover for another. `--ids` names the
questions of the split "dev"; of those kept apart ("held") only totals are ever printed. What the models say is
remembered, in `--cache` between runs, too.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from rag.answering.extractive.answerer import ANSWER_RULES
from rag.answering.extractive.checks import CHECKS, EVIDENCE_CHECKS, SHORT_CHECKS
from rag.answering.extractive.narrowing import NARROWINGS
from rag.assembly import build_encoder, build_reader, pipeline_of
from rag.evaluation.gold import GoldQuestion, Split
from rag.evaluation.importers import read_questions
from rag.evaluation.scoring import Score, score_answer
from rag.models.encoders.loading import Encoder
from rag.models.reader import Reader
from rag.questions.refusing import Refusal
from rag.questions.understanding import QUESTION_RULES
from rag.schemas import answer_to_json
from rag.settings import Settings
from tests.benchmarks.replaying import Replayed, ReplayedEncoder, ReplayedReader
from tests.benchmarks.switches import SWITCHES, noted, switched_off

# A question too long or empty is declined whatever it is worth.
REFUSALS = tuple(refusal.value for refusal in Refusal if refusal not in (Refusal.EMPTY, Refusal.TOO_LONG))
CHECK_NAMES = tuple(dict.fromkeys(check.name for check in (*CHECKS, *EVIDENCE_CHECKS, *SHORT_CHECKS)))
RULES = (*REFUSALS, *QUESTION_RULES, *(one.name for one in NARROWINGS), *CHECK_NAMES, *ANSWER_RULES, *SWITCHES)


@dataclass(frozen=True, slots=True)
class Worth:
    """Ids of questions that a rule saves and harms; `headline`: of short answers alone."""

    saves: tuple[str, ...]
    harms: tuple[str, ...]
    headline_saves: tuple[str, ...]
    headline_harms: tuple[str, ...]


Scores = Mapping[str, Score]


def worth(with_it: Scores, without: Scores) -> Worth:
    """What the answers lose and gain when a rule is left out."""
    both = [(name, score, without[name]) for name, score in with_it.items()]
    return Worth(
        saves=tuple(name for name, kept, left in both if kept.right and not left.right),
        harms=tuple(name for name, kept, left in both if left.right and not kept.right),
        headline_saves=tuple(n for n, kept, left in both if left.short_right is False and kept.short_right is None),
        headline_harms=tuple(n for n, kept, left in both if left.short_right and not kept.short_right),
    )


class Bench:
    """One gold set over one index, answered again and again."""

    def __init__(self, gold: Sequence[GoldQuestion], index: Path, encoder: Encoder, reader: Reader) -> None:
        self.gold, self._encoder, self._reader = gold, encoder, reader
        self._settings = Settings(index=index, chat_url=None)
        self._with_all: dict[str, Score] = {}
        self._met: dict[str, set[str]] = {}  # by question, the rules of SWITCHES that had anything to say

    def scores(self, without: frozenset[str] = frozenset()) -> Scores:
        """Of every question by its id; asked without rules are those that may be answered otherwise then."""
        pipeline = pipeline_of(self._settings, self._encoder, self._reader, without)
        asked = [one for one in self.gold if self._may_change(one, without)]
        found = {}
        for one in track(asked, description=", ".join(without) or "all rules", transient=True):
            with switched_off(without) if without else noted() as met:
                found[one.id] = score_answer(one, answer_to_json(pipeline.answer(one.to_question())))
            if met is not None:
                self._met[one.id] = met
        if not without:
            self._with_all = found
        return self._with_all | found

    def _may_change(self, one: GoldQuestion, without: frozenset[str]) -> bool:
        return one.id not in self._met or not without <= SWITCHES.keys() or bool(without & self._met[one.id])

    def of_split(self, scores: Scores, split: Split) -> Scores:
        return {one.id: scores[one.id] for one in self.gold if one.split is split}


def report(name: str, bench: Bench, left_out: Sequence[Sequence[str]], ids: bool) -> None:
    """Prints the table of one gold set, a line for each group of rules."""
    with_all = bench.scores()
    splits = [split for split in Split if bench.of_split(with_all, split)]
    print(f"\n{name}: {', '.join(_right(bench.of_split(with_all, split), split) for split in splits)}")
    print(f"{'':16}" + "".join(f"{split.value + ': saves harms, headlines':32}" for split in splits))
    for rules in left_out:
        without = bench.scores(frozenset(rules))
        found = {split: worth(bench.of_split(with_all, split), bench.of_split(without, split)) for split in splits}
        name = rules[0] if len(rules) == 1 else "together"
        print(f"{name:16}" + "".join(f"{_figures(found[split]):32}" for split in splits), flush=True)
        if ids and Split.DEV in found:
            _print_ids(found[Split.DEV])


def _right(scores: Scores, split: Split) -> str:
    return f"{split.value} {sum(score.right for score in scores.values())} of {len(scores)} right"


def _figures(one: Worth) -> str:
    return f"     {len(one.saves):5} {len(one.harms):5}      {len(one.headline_saves):3} {len(one.headline_harms):3}"


def _print_ids(one: Worth) -> None:
    for label in ("saves", "harms", "headline_saves", "headline_harms"):
        if names := getattr(one, label):
            print(f"    {label}: {' '.join(names)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", help="GOLD=INDEX")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--ids", action="store_true")
    parser.add_argument("--dev", action="store_true", help="leave out the questions kept apart")
    parser.add_argument("--only", nargs="*", default=RULES, choices=RULES)
    parser.add_argument("--together", nargs="*", default=(), choices=RULES)
    given = parser.parse_args()
    if given.cache:
        given.cache.mkdir(parents=True, exist_ok=True)
    vectors, readings = (Replayed(given.cache and given.cache / f"{model}.pickle") for model in ("encoder", "reader"))
    left_out = [*((rule,) for rule in given.only), *((tuple(given.together),) if given.together else ())]
    settings = Settings()
    encoder = ReplayedEncoder(build_encoder(settings), vectors)
    reader = ReplayedReader(build_reader(settings), readings)
    for gold, index in (pair.split("=", maxsplit=1) for pair in given.sets):
        asked = [one for one in read_questions([Path(gold)]) if one.split is Split.DEV or not given.dev]
        bench = Bench(asked, Path(index), encoder, reader)  # type: ignore[arg-type]
        report(gold, bench, left_out, given.ids)
        vectors.save()
        readings.save()


if __name__ == "__main__":
    main()
