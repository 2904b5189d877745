"""How long an ingest will take, told before anything is read."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rag.index.sources import SourceFile, find_sources
from rag.index.versions.publishing import CURRENT
from rag.models.encoders.base import Encoder

LONG_MEGABYTES = 5  # of new files, from which on it is worth telling
_PASSAGES_A_MEGABYTE = 800
_READING_S = 3.0  # a megabyte of prose, to read, split and write it
_SAMPLED = 8
_SAMPLE = (
    "Kantor Desa Waru Tama mencatat 1.250 rumah layak untuk warga Sidorejo pada tahap kedua tahun ini, dan Balai "
    "Latihan menyalurkan bantuan bibit padi kepada peserta pelatihan yang telah mendaftar lebih dahulu. "
)


def new_megabytes(paths: Sequence[Path], index: Path) -> float:
    """Of the files written since the version in use was published; of all where there is none."""
    pointer = index / CURRENT
    since = pointer.stat().st_mtime if pointer.is_file() else 0.0
    stats = (source.path.stat() for source in find_sources(paths) if isinstance(source, SourceFile))
    # A file that was copied with its times has the time of the copy as that of its status.
    return sum(stat.st_size for stat in stats if max(stat.st_mtime, stat.st_ctime) > since) / 1e6


def estimated_minutes(megabytes: float, passage_s: float) -> int:
    """For that much new text, where embedding a passage takes so long. At least 1."""
    return max(1, round(megabytes * (_READING_S + _PASSAGES_A_MEGABYTE * passage_s) / 60))


def passage_seconds(encoder: Encoder, clock: Callable[[], float] = time.perf_counter) -> float:
    """To embed a passage of usual length, among others, on this machine as busy as it is."""
    texts = [f"{number}. {_SAMPLE * 4}" for number in range(_SAMPLED)]
    encoder.encode_passages(texts[:1])
    begun = clock()
    encoder.encode_passages(texts)
    return (clock() - begun) / _SAMPLED
