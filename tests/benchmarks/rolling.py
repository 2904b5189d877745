"""Three servers behind nginx under load, restarted one after the other while a version is published: none may be lost.

    python -m tests.benchmarks.rolling [--seconds 40] [--clients 6]

They share a folder with the index, Debian's PostgreSQL and, where redis-server is installed, Redis; all of them and
nginx run for this alone. Prints a line of JSON and ends with 1 when a request or a question's record was lost.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import httpx
import psycopg

from tests.ports import free_port
from tests.web.postgres import binaries, fresh_database, running_server
from tests.web.redis_server import running_redis
from tests.web.together.processes import ROOT, Servers, environment_of, nginx, proxy

SERVERS = 3
QUESTIONS = (
    "Berapa pekerja migran yang berangkat pada 2025?",
    "Berapa yang ditempatkan di Taiwan?",
    "Apa itu desa migran emas?",
)


class Load:
    """Clients that ask again and again; what came back is counted by status, and by version of the index."""

    def __init__(self, address: str, clients: int) -> None:
        self.address, self.statuses, self.problems, self.asked = address, Counter[str](), list[str](), 0
        self._stopped, self._counting = threading.Event(), threading.Lock()
        self._threads = [threading.Thread(target=self._ask, args=(number,)) for number in range(clients)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _ask(self, number: int) -> None:
        with httpx.Client(base_url=self.address, timeout=90) as client:
            while not self._stopped.is_set():
                number += 1
                try:
                    if number % 3:
                        found = client.post("/api/search", json={"question": QUESTIONS[number % 3]})
                    else:
                        found = client.post("/api/ask", json={"question": QUESTIONS[number // 3 % 3]})
                    with self._counting:
                        self.asked += found.url.path == "/api/ask" and found.status_code == 200
                    self.statuses[str(found.status_code)] += 1
                    if found.status_code != 200:
                        self.problems.append(found.text[:200])
                except httpx.HTTPError as error:
                    self.statuses[type(error).__name__] += 1
                    self.problems.append(str(error))


def ingest(environment: dict[str, str], *paths: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "rag", "ingest", *paths],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def measured(
    folder: Path, program: Path, stack: ExitStack, database: str, arguments: argparse.Namespace
) -> dict[str, object]:
    ports, front = [free_port() for _ in range(SERVERS)], free_port()
    redis = stack.enter_context(running_redis(free_port())) if shutil.which("redis-server") else None
    environment = environment_of(
        index=folder / "index",
        library=folder / "library",
        database=database,
        requests_per_minute=100_000,
        threads=1,
        **({"redis_url": redis} if redis else {}),
    )
    ingest(environment, "seeds/documents/desa-migran-emas.md")
    serve = [sys.executable, "-m", "rag", "serve", "--port"]
    servers = Servers(folder, environment, lambda port: [*serve, str(port)])
    stack.callback(servers.stop_all)
    for port in ports:
        servers.start(port)
    before = {servers.wait_ready(port) for port in ports}
    stack.enter_context(proxy(program, folder, front, ports))
    load = Load(f"http://127.0.0.1:{front}", arguments.clients)
    stack.callback(load.stop)
    publishing = threading.Thread(target=ingest, args=(environment, "seeds/documents"))
    publishing.start()
    begun = time.monotonic()
    for port in ports:
        servers.stop(port)
        servers.start(port)
        servers.wait_ready(port)
    publishing.join()
    time.sleep(max(0.0, arguments.seconds - (time.monotonic() - begun)))
    load.stop()
    after = {servers.wait_ready(port) for port in ports}
    time.sleep(2)
    servers.stop_all()
    with psycopg.connect(database) as connection:
        (heard,) = connection.execute("SELECT count(*) FROM heard").fetchone() or (0,)
    return {
        "requests": load.statuses.total(),
        "statuses": dict(load.statuses),
        "lost": load.statuses.total() - load.statuses["200"],
        "problems": load.problems[:5],
        "restarts": SERVERS,
        "versions_before": len(before),
        "versions_after": len(after),
        "published": before != after,
        "questions_asked": load.asked,
        "questions_in_the_database": heard,
        "redis": bool(redis),
        "seconds": round(time.monotonic() - begun),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--clients", type=int, default=6)
    arguments = parser.parse_args()
    postgres, program = binaries(), nginx()
    if postgres is None or program is None:
        raise SystemExit("this needs postgresql and nginx: apt-get install postgresql nginx-light")
    with tempfile.TemporaryDirectory(prefix="tanya-rolling-") as folder, ExitStack() as stack:
        Path(folder).chmod(0o755)
        address = stack.enter_context(running_server(postgres))
        database = stack.enter_context(fresh_database(address, "rolling"))
        found = measured(Path(folder), program, stack, database, arguments)
    print(json.dumps(found))
    kept = found["questions_in_the_database"] == found["questions_asked"]
    return 0 if kept and not found["lost"] and found["versions_after"] == 1 and found["published"] else 1


if __name__ == "__main__":
    sys.exit(main())
