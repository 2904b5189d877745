"""`ingest` with the long part of the work done by a cluster."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rag.index.bulk.cluster import LOCAL, connected
from rag.index.bulk.parts import Parts
from rag.index.bulk.spread import Cluster, Done, Spread
from rag.index.bulk.stages import Embedder, Making
from rag.index.ingest import Means, chunking_of, ingest_given
from rag.index.report import IngestReport, Progress
from rag.index.sources import given_paths
from rag.models.encoders.base import Encoder
from rag.settings import Settings

PARTS = ".parts"  # in the folder of the index


def bulk_ingest(
    paths: Sequence[Path],
    index: Path,
    make_encoder: Callable[[], Encoder],
    settings: Settings,
    *,
    address: str = LOCAL,
    workers: int = 0,
    begun: Callable[[int, str | None], None] | None = None,
    tell: Callable[[Done], None] | None = None,
    progress: Progress | None = None,
    wait_s: float = 0.0,
) -> IngestReport:
    """As `ingest`, by Ray at `address`, whose machines must all see the files and the index folder by the same paths.

    `begun` is told how many workers there are, and the address of Ray's dashboard where there is one. A run that was
    broken off goes on where it was. Raises MissingExtra, ClusterFailed, and what `ingest` raises.
    """
    made = Making(make_encoder, index.resolve() / PARTS, chunking_of(settings), settings.ocr)
    with connected(address, workers, partial(Embedder, made)) as cluster:
        if begun is not None:
            begun(cluster.workers, cluster.dashboard)
        return ingest_by(cluster, paths, index, make_encoder(), settings, tell, progress, wait_s)


def ingest_by(
    cluster: Cluster,
    paths: Sequence[Path],
    index: Path,
    encoder: Encoder,
    settings: Settings,
    tell: Callable[[Done], None] | None = None,
    progress: Progress | None = None,
    wait_s: float = 0.0,
) -> IngestReport:
    """As `ingest`, with what `cluster` makes; the parts go when the version is published."""
    parts = Parts(index.resolve() / PARTS)
    spread = Spread(cluster, parts, encoder, chunking_of(settings), tell or _ignore)
    means = Means(spread.tracing, spread.split, published=parts.remove)
    return ingest_given(given_paths(paths), index, spread, settings, progress, wait_s, means)


def _ignore(_: Done) -> None:
    pass
