"""Work that is killed: it publishes version after version, slowly, or one, and dies at a step of that."""

import importlib
import os
import random
import signal
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from rag.index.versions import OpenVersion, current_name
from rag.models.encoders.base import Progress, Vectors
from tests.fakes import WordEncoder
from tests.rag.index.versions.builders import addition, publish, publish_entries


class SlowEncoder(WordEncoder):
    """Gives a killer time to strike while passages are embedded."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        time.sleep(0.02)
        return super().encode_passages(texts, progress)


def build_forever(folder: Path, seed: int, told: Connection) -> None:
    """The text of every document is the number of the build, so that a mixture of two would show; each is told."""
    for build in range(1_000_000):
        mark = f"bangunan {seed} {build}"
        entries = [addition(f"d{i}", f"{mark}\n{random.random()}") for i in range(40)]
        previous = OpenVersion(folder / current_name(folder))
        publish_entries(folder, *entries, encoder=SlowEncoder(), previous=previous)
        told.send(mark)


def build_and_die(folder: Path, function: str, text: str) -> None:
    """Where the function, named with its module, is called."""
    module, name = function.rsplit(".", 1)
    setattr(importlib.import_module(module), name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    publish(folder, {"a": text})
