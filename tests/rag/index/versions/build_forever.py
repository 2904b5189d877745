"""Run as a program: publishes version after version, slowly, until it is killed. Arguments: index folder, seed."""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rag.index.versions import OpenVersion, current_name
from rag.models.encoders.base import Progress, Vectors
from tests.fakes import WordEncoder
from tests.rag.index.versions.builders import addition, publish_entries


class SlowEncoder(WordEncoder):
    """Gives a killer time to strike while passages are embedded."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        time.sleep(0.02)
        return super().encode_passages(texts, progress)


def main(folder: Path, seed: int) -> None:
    """The text of every document is the number of the build, so that a mixture of two would show."""
    for build in range(1_000_000):
        mark = f"bangunan {seed} {build}"
        entries = [addition(f"d{i}", f"{mark}\n{random.random()}") for i in range(40)]
        previous = OpenVersion(folder / current_name(folder))
        publish_entries(folder, *entries, encoder=SlowEncoder(), previous=previous)
        print(mark, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
