"""Run as a program: publishes a version in Milvus and dies while it makes the next: `killed.py FOLDER FUNCTION`."""

import importlib
import os
import signal
import sys
from pathlib import Path

from rag.index.stores import formats
from rag.index.stores.milvus import Address, MilvusFormat
from rag.index.versions import build_version, building
from tests.rag.index.versions.builders import CHUNKING, ENCODER, addition


def address(folder: Path) -> Address:
    """Of a server in this process, whose data lies beside the index."""
    return Address(str(folder / "lite.db"), "", 10.0)


def publish(folder: Path, text: str) -> str:
    with building(folder / "index"):
        return build_version(folder / "index", [addition("a", text)], ENCODER, CHUNKING, store="milvus")


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, function: str) -> None:
    formats.FORMATS["milvus"] = MilvusFormat(lambda: address(folder))
    publish(folder, "padi di sawah")
    module, name = function.rsplit(".", 1)
    setattr(importlib.import_module(module), name, die)
    publish(folder, "kopi di bukit")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
