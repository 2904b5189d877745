"""How long an answer, a search and an embedding take: this build, another one, and the plain stack, by turns.

    python -m tests.benchmarks.speed [--base CHECKOUT] [--data ../shared/data] [--questions 70] [--write]

`--base` is a checkout of another build, which ratios are then to; it runs with the same Python and makes its own
indexes. All take one thread; times are of the processor. The large collection is `idk_mrc/corpus.jsonl` of `--data`,
asked every question for the first time; the small one are our own articles, asked when as many other questions have
been, so that what these left in memory counts, and then "again". Figures go to build/bench/speed.json; with `--write`
the table and the chart go into docs/performance.md, too.
"""

import argparse
import json
import platform
import re
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from rag.evaluation.importers import read_questions
from rag.models import bundled
from rag.settings import Settings
from tests.benchmarks.speed.report import Row, chart, rows_of, table
from tests.benchmarks.speed.running import Side, Task, build, by_turns, ingest, plain, questions_of

_PAGE, _CHART = Path("docs/performance.md"), Path("docs/performance.svg")
_PLACE = re.compile(r"(<!-- measured -->\n).*?(<!-- end -->)", re.DOTALL)
_EMBEDDED, _AT_ONCE = 96, 16  # passages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--questions", type=int, default=70)
    parser.add_argument("--keep", type=Path, default=Path("build/bench"))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    texts = [json.loads(line)["text"] for line in _lines(given.data / "idk_mrc/corpus.jsonl")]
    sides = started(given.base, given.data, given.keep, texts)
    against = "base" if given.base else "today"
    times = {task.name: by_turns(sides, task) for task in tasks(given.data, given.questions, texts)}
    rows = rows_of(times, against)
    memory = {side.name: side.told("memory", "", "") for side in sides if "memory" in side.commands}
    write(rows, memory, given.keep / "speed.json")
    print(table(rows, against))
    if given.write:
        _CHART.write_text(chart(rows), "utf-8")
        told = f"\\1{table(rows, against)}\n![medians](performance.svg)\n\\2"
        _PAGE.write_text(_PLACE.sub(told, _PAGE.read_text("utf-8")), "utf-8")


def started(base: Path | None, data: Path, keep: Path, texts: Sequence[str]) -> list[Side]:
    """This build, the other one, and the plain stack in both arithmetics."""
    sources = {"large": data / "idk_mrc/corpus.jsonl", "small": Path("seeds/documents")}
    sides = []
    for name, folder in {"base": base, "today": Path()}.items():
        if folder is not None:
            indexes = {each: keep / f"{name}-{each}" for each in sources}
            for each, source in sources.items():
                ingest(folder, source, indexes[each])
            sides.append(build(name, folder, indexes))
    passages = keep / "texts.json"
    passages.write_text(json.dumps(texts), "utf-8")
    model = bundled.unpack(Settings().cache)
    return [*sides, *(plain(f"plain {kind}", model, passages, kind) for kind in ("f32", "bf16"))]


def tasks(data: Path, count: int, texts: Sequence[str]) -> list[Task]:
    """Questions over both collections, spread over all there are."""
    asked = questions_of(data)
    ours = [one.question for one in read_questions([Path("seeds/gold")]) if not one.history]
    spread = [tuple(each[:: max(1, len(each) // count)][:count]) for each in (asked, asked[1:], ours, ours[1:])]
    drawn = texts[:: max(1, len(texts) // _EMBEDDED)][:_EMBEDDED]
    batches = tuple(drawn[start : start + _AT_ONCE] for start in range(0, len(drawn), _AT_ONCE))
    return [
        Task("search, large", "search", "large", spread[1][1:], spread[1][:1]),
        Task("answer, large", "answer", "large", spread[0][1:], spread[0][:1]),
        Task("answer, small", "answer", "small", spread[2], spread[3]),
        Task("answer, small, again", "answer", "small", spread[2], spread[2]),
        Task(f"embedding {_AT_ONCE} passages", "embed", "", batches[1:], batches[:1]),
    ]


def write(rows: Sequence[Row], memory: dict[str, float], file: Path) -> None:
    """The figures, and what the machine's matrix product reaches, GFLOP/s of one process in f32."""
    about = {"machine": platform.processor() or platform.machine(), "product_gflops": _ceiling()}
    figures = {**about, "resident_mb": memory, "rows": [asdict(row) for row in rows]}
    file.write_text(json.dumps(figures, indent=1), "utf-8")


def _ceiling(size: int = 1024, repeats: int = 5) -> float:
    left = np.random.default_rng(0).standard_normal((size, size), np.float32)
    best = float("inf")
    for _ in range(repeats):
        begun = time.process_time()
        left @ left
        best = min(best, time.process_time() - begun)
    return 2 * size**3 / best / 1e9


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


if __name__ == "__main__":
    main()
