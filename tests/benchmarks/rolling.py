"""Three servers behind nginx under load, restarted one after the other while a version is published: none may be lost.

    python -m tests.benchmarks.rolling [--seconds 40] [--clients 6]

They share a folder with the index, Debian's PostgreSQL and, where redis-server is installed, Redis; all of them and
nginx run for this alone. Prints a line of JSON and ends with 1 when a request or a question's record was lost.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import psycopg

from tests.web.postgres import binaries, fresh_database, running_server

SERVERS = 3
ROOT = Path(__file__).parents[2]
QUESTIONS = (
    "Berapa pekerja migran yang berangkat pada 2025?",
    "Berapa yang ditempatkan di Taiwan?",
    "Apa itu desa migran emas?",
)
NGINX = """
daemon off; error_log {folder}/nginx.log; pid {folder}/nginx.pid; worker_processes 1;
events {{ worker_connections 256; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream tanya {{ {servers} }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://tanya; proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr;
      proxy_connect_timeout 5s; proxy_read_timeout 60s;
    }}
  }}
}}
"""


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


def free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        sockets = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [each.getsockname()[1] for each in sockets]


@contextmanager
def running(
    command: list[str], log: Path, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("ab") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def wait_ready(port: int) -> str:
    """The version of the index that the server answers from."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            found = httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=10)
            if found.status_code == 200:
                return str(found.json()["index_version"])
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    raise SystemExit(f"the server at {port} did not become ready")


class Servers:
    def __init__(self, ports: list[int], environment: dict[str, str], folder: Path) -> None:
        self.ports, self._environment, self._folder = ports, environment, folder
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    def start(self, port: int) -> None:
        command = [sys.executable, "-m", "rag", "serve", "--port", str(port)]
        with (self._folder / f"{port}.log").open("ab") as log:
            self._processes[port] = subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=self._environment)

    def end(self, port: int) -> None:
        process = self._processes.pop(port)
        process.send_signal(signal.SIGTERM)
        process.wait(60)

    def end_all(self) -> None:
        for port in list(self._processes):
            self.end(port)


def ingest(environment: dict[str, str], *paths: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "rag", "ingest", *paths],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def measured(folder: Path, stack: ExitStack, database: str, seconds: float, clients: int) -> dict[str, object]:
    *ports, front, cache = free_ports(SERVERS + 2)
    environment = {
        **os.environ,
        "RAG_INDEX": str(folder / "index"),
        "RAG_LIBRARY": str(folder / "library"),
        "RAG_DATABASE": database,
        "RAG_REQUESTS_PER_MINUTE": "100000",
        "RAG_THREADS": "1",
    }
    redis = shutil.which("redis-server")
    if redis:
        stack.enter_context(running([redis, "--port", str(cache), "--save", ""], folder / "redis.log"))
        environment["RAG_REDIS_URL"] = f"redis://127.0.0.1:{cache}/0"
    ingest(environment, "seeds/documents/desa-migran-emas.md")
    servers = Servers(ports, environment, folder)
    stack.callback(servers.end_all)
    for port in ports:
        servers.start(port)
    before = {wait_ready(port) for port in ports}
    upstream = " ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in ports)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=front, servers=upstream))
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    stack.enter_context(running([nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder)], folder / "nginx.out"))
    time.sleep(1)
    load = Load(f"http://127.0.0.1:{front}", clients)
    stack.callback(load.stop)
    publishing = threading.Thread(target=ingest, args=(environment, "seeds/documents"))
    publishing.start()
    begun = time.monotonic()
    for port in ports:
        servers.end(port)
        servers.start(port)
        wait_ready(port)
    publishing.join()
    time.sleep(max(0.0, seconds - (time.monotonic() - begun)))
    load.stop()
    after = {wait_ready(port) for port in ports}
    time.sleep(2)
    servers.end_all()
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
    postgres = binaries()
    if postgres is None or not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        raise SystemExit("this needs postgresql and nginx: apt-get install postgresql nginx-light")
    with tempfile.TemporaryDirectory(prefix="tanya-rolling-") as folder, ExitStack() as stack:
        Path(folder).chmod(0o755)
        address = stack.enter_context(running_server(postgres))
        database = stack.enter_context(fresh_database(address, "rolling"))
        found = measured(Path(folder), stack, database, arguments.seconds, arguments.clients)
    print(json.dumps(found))
    kept = found["questions_in_the_database"] == found["questions_asked"]
    return 0 if kept and not found["lost"] and found["versions_after"] == 1 and found["published"] else 1


if __name__ == "__main__":
    sys.exit(main())
