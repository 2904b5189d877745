"""Sources, an encoder that writes down what it embeds, and a cluster without processes."""

import json
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from rag.index.bulk.stages import Embedded, Embedder, Group, Making, bundles
from rag.index.versions import OpenVersion, current_name
from rag.models.encoders.base import Progress, Vectors
from tests.fakes import WordEncoder


class CountingEncoder(WordEncoder):
    """Appends each text it embeds to a file; ends its own process once, when a file `end-me` lies beside that."""

    def __init__(self, folder: Path) -> None:
        super().__init__(dimension=32)
        self._folder = folder

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        with (self._folder / "embedded").open("a") as log:
            log.writelines(json.dumps(text) + "\n" for text in texts)
        if (self._folder / "end-me").exists():
            (self._folder / "end-me").unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_passages(texts, progress)


class HereCluster:
    """Does in this process what workers would do; `stop_after` so many bundles it fails."""

    def __init__(self, make: Callable[[], Embedder], stop_after: int | None = None) -> None:
        self._make, self._stop_after = make, stop_after

    @classmethod
    def of(cls, making: Making, stop_after: int | None = None) -> "HereCluster":
        return cls(lambda: Embedder(making), stop_after)

    def embedded(self, work: Sequence[Group]) -> Iterator[Embedded]:
        embed = self._make()
        done = 0
        for group in work:
            for bundle in bundles(group):
                if done == self._stop_after:
                    raise ConnectionError("the machines are gone")
                done += 1
                yield embed(bundle)


def embedded(folder: Path) -> Counter[str]:
    """How often each text was embedded."""
    log = folder / "embedded"
    return Counter(json.loads(line) for line in log.read_text().splitlines()) if log.exists() else Counter()


def write_sources(folder: Path, lines: int, files: int) -> Path:
    """A collection with one bad line, small files, and one that is no document at all."""
    folder.mkdir()
    with (folder / "koleksi.jsonl").open("w") as collection:
        for number in range(lines):
            collection.write(
                json.dumps({"id": f"baris-{number}", "title": f"Judul {number}", "text": text(number)}) + "\n"
            )
        collection.write("{not JSON\n")
    for number in range(files):
        (folder / f"berkas-{number:03}.txt").write_text(f"Berkas nomor {number}. Irigasi {number} selesai dibangun.")
    (folder / "racun.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF follows")
    return folder


def text(number: int) -> str:
    return " ".join(f"Kalimat {number}-{at} tentang jalan desa yang diperbaiki." for at in range(40))


def contents(index: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]], bytes]:
    """Passages and documents in order, and the bytes of the vectors."""
    version = OpenVersion(index / current_name(index))
    rows = [(passage.id, passage.text) for passage in version.passages]
    documents = [(document.id, document.content_hash) for document in version.documents]
    return rows, documents, version.store.vectors(np.arange(len(rows), dtype=np.int64)).tobytes()
