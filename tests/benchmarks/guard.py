"""How many faithful sentences the guard lets through and how many unfaithful ones it stops.

    python -m tests.benchmarks.guard [--split tune|held|second|third|fourth|fifth|sixth|all] [--errors] [--fit]
    python -m tests.benchmarks.guard --reading seeds/reading [--every N] [--errors]
    python -m tests.benchmarks.guard --pairs FOLDER [--errors]

Each sentence of seeds/guard/ is checked as if it cited every passage of its document, which gives a
false one the best chance. The split "sixth" is never used for setting rules, words or weights and only tells how good
they are; the others are.

With --reading the statements of the passages held back in seeds/reading are checked instead, each as if it cited its
passage; with --pairs those of a folder of the form of seeds/entailment, each over its quote (of seeds/entailment itself
only the subjects held out). --rules leaves the judge out.
"""

import argparse
import json
import math
import time
from collections import Counter, defaultdict
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

from rag.answering.guard.guard import Guard, Verdict
from rag.assembly import build_judge
from rag.documents.chunking import split
from rag.documents.loaders import load
from rag.models.encoders.base import Encoder
from rag.models.encoders.loading import load_encoder
from rag.settings import Settings
from rag.training.entailment.pairs import Pair, read_pairs
from rag.training.reader.examples import Claim
from rag.training.reader.written import Written, written
from rag.types import Document, Language, Passage

SEEDS = Path(__file__).parents[2] / "seeds"
SPLITS = ("tune", "held", "second", "third", "fourth", "fifth", "sixth")
_LARGEST_FILE = 1 << 20
# "swapped" and "name" are what seeds/reading calls "swapped_number", and "person" and "organisation".
_NAMES_AND_NUMBERS = frozenset("number swapped_number swapped person name place organisation amount date role".split())

Row = dict[str, str | bool]
Judged = tuple[Row, Verdict]


def sentences(encoder: Encoder, limit: int, splits: str) -> list[tuple[Row, tuple[Passage, ...]]]:
    """Those of seeds/guard, each with all passages of its document."""
    passages = passages_by_document(SEEDS / "documents", encoder, limit)
    wanted = SPLITS if splits == "all" else splits.split(",")
    return [(row, passages[str(row["document"])]) for row in read(SEEDS / "guard") if row["split"] in wanted]


def read(folder: Path) -> list[Row]:
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]


def statements(folder: Path) -> list[tuple[Row, tuple[Passage, ...]]]:
    """Those of seeds/reading that are held back, each with its passage."""
    return [(row_of(claim), (passage_of(one),)) for one in written(folder) if one.held_back for claim in one.claims]


def paired(folder: Path) -> list[tuple[Row, tuple[Passage, ...]]]:
    """The pairs of the folder that are held out, all if none is, each over its quote."""
    return [
        (row_of(_claim(number, pair)), (Passage(f"quote-{number}", "quote", 0, len(pair.quote), pair.quote, ""),))
        for number, pair in enumerate(read_pairs(folder, held=True) or read_pairs(folder, held=False))
    ]


def _claim(number: int, pair: Pair) -> Claim:
    return Claim(f"{pair.source}:{number}", pair.statement, pair.quote, pair.supported, pair.language, pair.kind)


def row_of(claim: Claim) -> Row:
    """The claim as seeds/guard would put it; its split is its language."""
    language = str(claim.language)
    told: Row = {"id": claim.id, "split": language, "language": language, "kind": claim.kind}
    return told | {"faithful": claim.supported, "sentence": claim.statement}


def passage_of(one: Written) -> Passage:
    return Passage(one.name, one.name, 0, len(one.passage), one.passage, one.title)


def passages_by_document(folder: Path, encoder: Encoder, limit: int) -> dict[str, tuple[Passage, ...]]:
    found: dict[str, tuple[Passage, ...]] = {}
    for path in sorted(folder.glob("*.md")):
        for document in load(path, path.name, _LARGEST_FILE):
            assert isinstance(document, Document)
            found[document.id] = split(document, encoder.count_tokens, limit)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", default="all", help="names with commas between them; default: all")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take every N-th sentence")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--reading", type=Path, metavar="FOLDER", help="check its statements, not seeds/guard")
    either.add_argument("--pairs", type=Path, metavar="FOLDER", help="check its pairs, not seeds/guard")
    parser.add_argument("--rules", action="store_true", help="leave the judge out")
    either.add_argument("--fit", action="store_true", help="fit the curve of wording on all splits but the last")
    parser.add_argument("--errors", action="store_true", help="print the sentences the guard misjudged")
    arguments = parser.parse_args()
    settings = Settings()
    encoder = load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads)
    if arguments.pairs:
        cases = paired(arguments.pairs)[:: arguments.every]
    elif arguments.reading:
        cases = statements(arguments.reading)[:: arguments.every]
    else:
        cases = sentences(encoder, settings.passage_tokens, arguments.split)[:: arguments.every]
    guard = Guard(encoder, judge=None if arguments.rules else build_judge(settings))
    guard.check("Pelatihan untuk alumni berlangsung 3 bulan.", cases[0][1])
    begun = time.perf_counter()
    rows = [(row, guard.check(str(row["sentence"]), passages)) for row, passages in cases]
    spent = (time.perf_counter() - begun) * 1000 / len(rows)
    for name in (*SPLITS, *Language):
        if judged := [(row, verdict) for row, verdict in rows if row["split"] == name]:
            report(name, judged, arguments.errors)
    print(f"{spent:.1f} ms a sentence")
    if arguments.fit:
        fit([(row, verdict) for row, verdict in rows if row["split"] != SPLITS[-1]])


def fit(rows: list[Judged]) -> None:
    """Prints the weights of `Curve`, and the trade at each threshold, cross-validated by sentence."""
    judged = [(row, astuple(verdict.wording)) for row, verdict in rows if verdict.wording]
    features, labels = np.array([w for _, w in judged]), np.array([bool(row["faithful"]) for row, _ in judged])
    model = LogisticRegression(C=20, max_iter=5000)
    sure = np.mean([_held_out(model, features, labels, seed) for seed in range(5)], axis=0)
    model.fit(features, labels)
    print(f"bias {model.intercept_[0]:.2f}, weights {', '.join(f'{w:.2f}' for w in model.coef_[0])}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        passed = {str(row["id"]) for (row, _), p in zip(judged, sure, strict=True) if p >= least}
        print(f"from {least}: {_trade(rows, passed)}")


def _held_out(model: LogisticRegression, features: Any, labels: Any, seed: int) -> Any:
    folds = KFold(10, shuffle=True, random_state=seed)
    return cross_val_predict(model, features, labels, cv=folds, method="predict_proba")[:, 1]


def _trade(rows: list[Judged], passed: set[str]) -> str:
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row, _ in rows:
        kind = "faithful" if row["faithful"] else "named" if row["kind"] in _NAMES_AND_NUMBERS else "meaning"
        groups[str(row["split"]), kind].append((row["id"] in passed) == row["faithful"])
    return "; ".join(f"{name} {kind} {np.mean(right):.3f}" for (name, kind), right in sorted(groups.items()))


def report(name: str, rows: list[Judged], errors: bool) -> None:
    false = [(row, verdict) for row, verdict in rows if not row["faithful"]]
    true = [(row, verdict) for row, verdict in rows if row["faithful"]]
    stopped, lost = sum(not v.passed for _, v in false), sum(not v.passed for _, v in true)
    named = [v for row, v in false if row["kind"] in _NAMES_AND_NUMBERS]
    meant = [v for row, v in false if row["kind"] not in _NAMES_AND_NUMBERS]
    print(f"\n{name}: {len(true)} faithful, {len(false)} unfaithful")
    print(f"  precision {part(stopped, stopped + lost):.3f}  recall {part(stopped, len(false)):.3f}")
    print(f"  recall of names and numbers {share(named):.3f} of {len(named)}")
    print(f"  recall of meaning {share(meant):.3f} of {len(meant)}")
    print(f"  faithful lost {part(lost, len(true)):.3f} ({lost} of {len(true)})")
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for row, verdict in rows:
        label = "faithful" if row["faithful"] else "unfaithful"
        counts[label, f"{row['language']} {row['kind']}"][verdict.passed == row["faithful"]] += 1
    for (label, kind), right in sorted(counts.items()):
        print(f"    {label:10} {kind:20} right {right[True]:3} of {right.total()}")
    if errors:
        for row, verdict in rows:
            if verdict.passed != row["faithful"]:
                print(f"  {row['id']} {verdict.reason or 'PASSED'}: {row['sentence']}")


def share(verdicts: list[Verdict]) -> float:
    return part(sum(not verdict.passed for verdict in verdicts), len(verdicts))


def part(some: int, of: int) -> float:
    return some / of if of else math.nan


if __name__ == "__main__":
    main()
