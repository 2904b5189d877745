"""Ray: a cluster of this machine or of many, and the stages of an ingest as a pipeline of Ray Data.

Ray starts anew what is lost with a worker. What is lost with the program itself it cannot bring back: its checkpoints
know rows by an id that must pass all stages, and a file becomes many passages. Hence `parts`, and stages that give the
same for the same files.
"""

import importlib
import logging
import os
import pickle
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rag.errors import ClusterFailed, MissingExtra
from rag.index.bulk.stages import Bundle, Embedded, Embedder, Group, bundles
from rag.wording.words import N_

LOCAL = "local"
_READING, _EMBEDDING = 0.25, 0.75  # of a core: as many read as embed, and those who read wait most of the time
_REACHED_S = 10
_OBJECTS = 500_000_000  # bytes of what waits between the stages of a cluster of one machine


class RayCluster:
    """A connection to Ray; made by `connected`."""

    def __init__(self, ray: Any, workers: int, embedder: Callable[[], Embedder], dashboard: str | None) -> None:
        self._ray, self._embedder = ray, embedder
        self.workers, self.dashboard = workers, dashboard

    def embedded(self, work: Sequence[Group]) -> Iterator[Embedded]:
        """Raises ClusterFailed; what was embedded until then is kept."""
        data = importlib.import_module("ray.data")
        _configure(data.DataContext.get_current())
        rows = data.from_items([{"group": pickle.dumps(group)} for group in work], override_num_blocks=len(work))
        rows = rows.map_batches(_read, batch_size=1, num_cpus=_READING)
        rows = rows.map_batches(
            _Embedding,
            fn_constructor_args=(self._embedder,),
            batch_size=1,
            num_cpus=_EMBEDDING,
            compute=data.ActorPoolStrategy(size=self.workers),
        )
        try:
            for row in rows.iter_rows():
                yield _unpacked(row["embedded"])
        except self._ray.exceptions.RayError as error:
            raise ClusterFailed(
                N_("the cluster could not go on (%(reason)s): what it embedded is kept; start this again"),
                reason=_first_line(error),
            ) from error


@contextmanager
def connected(address: str, workers: int, embedder: Callable[[], Embedder]) -> Iterator[RayCluster]:
    """A cluster of this machine, or the one at `address`; `workers` 0: one for each core.

    `embedder` makes one in a worker, perhaps on another machine. Raises MissingExtra, ClusterFailed.
    """
    ray = _ray()
    _require_listener(address)
    local: dict[str, Any] = {"num_cpus": workers or None, "object_store_memory": _OBJECTS} if address == LOCAL else {}
    try:
        found = ray.init(address=address, log_to_driver=False, logging_level="error", **local)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise ClusterFailed(
            N_("there is no cluster at %(address)s (%(reason)s)"), address=address, reason=_first_line(error)
        ) from error
    try:
        cores = max(1, int(ray.cluster_resources().get("CPU", 1)))
        yield RayCluster(ray, workers or cores, embedder, found.dashboard_url or None)
    finally:
        ray.shutdown()


def _ray() -> Any:
    # Ray tells its makers what it is used for unless it is told not to.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # its lines would stand between ours
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise MissingExtra("cluster") from error


def _require_listener(address: str) -> None:
    """Ray itself waits for ever for an address at which nobody listens."""
    host, found, port = address.rpartition(":")
    if not found:
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), _REACHED_S).close()
    except (OSError, ValueError) as error:
        raise ClusterFailed(
            N_(
                "there is no cluster at %(address)s (%(reason)s): give `local`, or the host:port that `ray start "
                "--head` prints"
            ),
            address=address,
            reason=error,
        ) from error


def _configure(context: Any) -> None:
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    # One bundle a block: else a whole collection would wait for one worker.
    context.target_max_block_size = 1


def _read(batch: Mapping[str, Any]) -> Iterator[dict[str, list[bytes]]]:
    for bundle in bundles(_unpacked(batch["group"][0])):
        yield {"bundle": [pickle.dumps(bundle)]}


class _Embedding:
    def __init__(self, make: Callable[[], Embedder]) -> None:
        self._embed = make()

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[bytes]]:
        bundle: Bundle = _unpacked(batch["bundle"][0])
        return {"embedded": [pickle.dumps(self._embed(bundle))]}


def _unpacked(packed: bytes) -> Any:
    return pickle.loads(packed)  # noqa: S301 - what our own workers packed


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
