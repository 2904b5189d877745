"""Many who ask at once, one who asks alone, and the first after a start, over HTTP: this build and another, by turns.

    python -m tests.benchmarks.askers [--base CHECKOUT] [--data ../shared/data] [--askers 32] [--rounds 2] [--starts 3]

Each build runs `rag serve` with settings as they come, but for the limits of requests, over its own index of
`idk_mrc/corpus.jsonl`, whose questions are asked, each of them once. Times are those that clients see, so the machine
should have nothing else to do; the builds take turns, and the one that does not answer does nothing.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import numpy as np

from tests.benchmarks.speed.running import ingest, questions_of

_READY_S, _ANSWER_S = 900, 900
_ALONE, _AFTER_FIRST = 12, 9  # questions


@dataclass
class Server:
    """One build, its index, and what its clients saw."""

    name: str
    checkout: Path
    index: Path
    folder: Path
    alone: list[float] = field(default_factory=list)
    crowd: list[float] = field(default_factory=list)
    crowd_s: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    first: list[float] = field(default_factory=list)
    memory_mb: int = 0
    _process: "subprocess.Popen[bytes] | None" = None
    _port: int = 0

    def start(self) -> None:
        """Returns when it says that it is ready."""
        with socket.create_server(("127.0.0.1", 0)) as held:
            self._port = held.getsockname()[1]
        command = [sys.executable, "-m", "rag", "serve", "--port", str(self._port)]
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self.checkout, env=self._environment(), stdout=log, stderr=log
            )
        until = time.monotonic() + _READY_S
        while not self._is_ready():
            if time.monotonic() > until or self._process.poll() is not None:
                raise SystemExit(f"{self.name} did not start: {(self.folder / f'{self.name}.log').read_text()}")
            time.sleep(0.1)

    def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(60)
        self._process = None

    def ask(self, question: str) -> tuple[int, float]:
        """Status and seconds."""
        begun = time.perf_counter()
        found = httpx.post(f"http://127.0.0.1:{self._port}/api/ask", json={"question": question}, timeout=_ANSWER_S)
        return found.status_code, time.perf_counter() - begun

    def own_mb(self) -> int:
        """Memory of the process that it shares with none, as it is now."""
        pid = self._process.pid if self._process is not None else 0
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()[1:]
        return int(dict(line.split(":") for line in lines)["Anonymous"].split()[0]) // 1024

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self._port}/readyz", timeout=30).status_code == 200
        except httpx.HTTPError:
            return False

    def _environment(self) -> dict[str, str]:
        own = self.checkout.resolve()
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("RAG_")},
            "PYTHONPATH": str(own),
            "RAG_CACHE": str(own / "build/cache"),
            "RAG_INDEX": str(self.index.resolve()),
            "RAG_LIBRARY": str(self.folder / f"{self.name}-library"),
            "RAG_DATABASE": str(self.folder / f"{self.name}.sqlite"),
            "RAG_REQUESTS_PER_MINUTE": "1000000",
            "RAG_TOTAL_PER_MINUTE": "1000000",
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--keep", type=Path, default=Path("build/bench"), help="where indexes are, or are made")
    parser.add_argument("--askers", type=int, default=32)
    parser.add_argument("--each", type=int, default=2, help="questions of each asker in a round")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--starts", type=int, default=3)
    given = parser.parse_args()
    asked = iter(questions_of(given.data))
    with tempfile.TemporaryDirectory(prefix="tanya-askers-") as folder:
        servers = prepared(given.base, given.data, given.keep, Path(folder))
        try:
            for server in servers:
                server.start()
            for turn in range(given.rounds):
                one_round(turned(servers, turn), asked, given.askers, given.each)
            for server in servers:
                server.memory_mb = server.own_mb()
            print(table(servers, given.askers), flush=True)
            for turn in range(given.starts):
                first_ones(turned(servers, turn), asked)
        finally:
            for server in servers:
                server.stop()
    print(table(servers, given.askers))


def prepared(base: Path | None, data: Path, keep: Path, folder: Path) -> list[Server]:
    """Their indexes are made where there are none yet."""
    checkouts = ({"base": base} if base else {}) | {"today": Path()}
    servers = [Server(name, path, keep / f"{name}-large", folder) for name, path in checkouts.items()]
    keep.mkdir(parents=True, exist_ok=True)
    for server in servers:
        ingest(server.checkout, data / "idk_mrc/corpus.jsonl", server.index)
    return servers


def turned(servers: Sequence[Server], turn: int) -> list[Server]:
    """Who goes first changes."""
    first = turn % len(servers)
    return [*servers[first:], *servers[:first]]


def one_round(servers: Sequence[Server], asked: Iterator[str], askers: int, each: int) -> None:
    """The same questions to each: some by one who is alone, then many by all askers."""
    alone = [next(asked) for _ in range(_ALONE)]
    crowd = [next(asked) for _ in range(askers * each)]
    for server in servers:
        server.alone += [server.ask(question)[1] for question in alone]
        begun = time.perf_counter()
        with ThreadPoolExecutor(askers, initializer=threading.Barrier(askers).wait) as pool:
            found = list(pool.map(server.ask, crowd))
        server.crowd_s += time.perf_counter() - begun
        server.statuses.update(status for status, _ in found)
        server.crowd += [seconds for status, seconds in found if status == 200]


def first_ones(servers: Sequence[Server], asked: Iterator[str]) -> None:
    """How much longer the first question after a start takes than those after it."""
    questions = [next(asked) for _ in range(1 + _AFTER_FIRST)]
    for server in servers:
        server.stop()
    for server in servers:
        server.start()
        first, *later = [server.ask(question)[1] for question in questions]
        server.first.append(first / float(np.median(later)))
        server.stop()


def table(servers: Sequence[Server], askers: int) -> str:
    """A line for each build."""
    lines = [
        f"| build | alone, p50 s | {askers} askers: answers a second | p50 s | p95 s | p95 to alone p50 "
        "| other than 200 | own memory, MB | first after a start to later ones |",
        "| -- | --: | --: | --: | --: | --: | -- | --: | -- |",
    ]
    for server in servers:
        alone = float(np.median(server.alone))
        half, most = (float(np.percentile(server.crowd or [np.nan], share)) for share in (50, 95))
        rate = len(server.crowd) / server.crowd_s if server.crowd_s else float("nan")
        others = {status: count for status, count in server.statuses.items() if status != 200}
        first = ", ".join(f"{ratio:.2f}" for ratio in server.first)
        lines.append(
            f"| {server.name} | {alone:.2f} | {rate:.2f} | {half:.1f} | {most:.1f} | {most / alone:.1f} "
            f"| {others or 'none'} | {server.memory_mb} | {first} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
