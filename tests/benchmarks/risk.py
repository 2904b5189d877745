"""Measures how many answers are wrong at which confidence, for the table of rag/answering/extractive/thresholds.py.

    RAG_MOST_WRONG=1 rag evaluate seeds/gold --index build/gate --report build/risk
    python -m tests.benchmarks.risk build/risk/run.json

With RAG_MOST_WRONG=1 every question is answered that no rule declines, so that each answer's confidence and rightness
are known. Prints, for each language and each share of wrong answers, the lowest confidence that keeps to it both on the
questions of the split "dev" and on those kept apart ("held"), with the shares wrong and answered on each.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rag.evaluation.run import Item, load_run
from rag.evaluation.summary import judged_answers

SHARES = (0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4)
_STEPS = [step / 50 for step in range(51)]


def least_confidence(parts: Sequence[Sequence[Item]], most_wrong: float) -> float | None:
    """The lowest confidence, in steps of .02, from which upwards no part has more wrong answers; None without one."""
    kept = None
    for least in reversed(_STEPS):
        wrong = [share for share, _ in (outcome(part, least) for part in parts) if share is not None]
        if any(share > most_wrong for share in wrong):
            break
        kept = least if len(wrong) == len(parts) else kept
    return kept


def outcome(items: Sequence[Item], least: float) -> tuple[float | None, float]:
    """The share wrong of the answers from this confidence on, None without any; the share of questions answered."""
    given = [right for sure, right in judged_answers(items) if sure >= least]
    return (1 - sum(given) / len(given) if given else None), len(given) / len(items)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    items = load_run(parser.parse_args().run).items
    for language in ("id", "en"):
        spoken = [item for item in items if item.gold.language == language]
        parts = [part for split in ("dev", "held") if (part := [i for i in spoken if i.gold.split == split])]
        print(f"{language}: {' and '.join(str(len(part)) for part in parts)} questions")
        for share in SHARES:
            least = least_confidence(parts, share)
            if least is None:
                print(f"  at most {share:.0%} wrong: no confidence is enough")
                continue
            seen = [outcome(part, least) for part in parts]
            told = "; ".join(f"{wrong or 0:.1%} wrong, {answered:.0%} answered" for wrong, answered in seen)
            print(f"  at most {share:.0%} wrong: from {least:.2f} ({told})")


if __name__ == "__main__":
    main()
