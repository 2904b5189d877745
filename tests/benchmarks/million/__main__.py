"""Search in a million passages: `python -m tests.benchmarks.million --indexes INDEX... [--data ../shared/data]`.

`--indexes`: of real passages, whose vectors a million are drawn from; `--data`: with idk_mrc, whose questions are asked
and whose texts the words are drawn from. Each part runs in a process of its own, one after the other.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from rag.assembly import build_encoder
from rag.settings import Settings
from tests.benchmarks.million import vectors

_PARTS = ("vectors build", "vectors search", "filters search", "words build", "words search")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--indexes", type=Path, nargs="+", required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--parts", nargs="+", default=_PARTS, help='such as "vectors build"')
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(given.indexes, given.data, given.passages, given.questions, folder)
        for part in given.parts:
            module, step = part.split()
            command = [sys.executable, "-m", f"tests.benchmarks.million.{module}", step, name]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            print(f"{part}: {done.stdout.strip()}", flush=True)


def prepare(indexes: list[Path], data: Path, passages: int, questions: int, folder: Path) -> None:
    """Rows, texts and questions."""
    asked = [json.loads(line)["question"] for line in _lines(data / "idk_mrc/queries.valid.jsonl")][:questions]
    texts = [json.loads(line)["text"] for line in _lines(data / "idk_mrc/corpus.jsonl")]
    (folder / "questions.json").write_text(json.dumps(asked), "utf-8")
    (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
    (folder / "count").write_text(str(passages))
    np.save(folder / "questions.npy", build_encoder(Settings()).encode_queries(asked))
    vectors.drawn(vectors.real_rows(indexes), passages, folder / "rows.f32")


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


if __name__ == "__main__":
    main()
