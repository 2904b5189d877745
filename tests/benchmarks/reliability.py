"""Faults put to the real server over the starting corpus: `python -m tests.benchmarks.reliability`.

Each line says what was done, and whether the question was answered from a whole version, the damage named, the process
alive; at the end how 300 half-sent requests and SIGTERM went.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import httpx

from tests.ports import free_port

QUESTION = {"question": "Apa itu Migran Vokasi?"}
SEEDS = Path("seeds/documents")


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[bytes]
    url: str
    log: Path

    def ask(self) -> tuple[int, dict[str, object]]:
        response = httpx.post(f"{self.url}/api/ask", json=QUESTION, timeout=60)
        return response.status_code, response.json()

    def ready(self) -> tuple[int, dict[str, object]]:
        response = httpx.get(f"{self.url}/readyz", timeout=60)
        return response.status_code, response.json()


def rag(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "rag", *words], check=True, capture_output=True)


@contextmanager
def serving(
    index: Path, folder: Path, descriptors: int = 1024, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Server]:
    """`rag serve` over the index; its database and its log in `folder`, more `settings` as environment variables."""
    port = free_port()
    environment = {**os.environ, "RAG_INDEX": str(index), "RAG_DATABASE": str(folder / "db.sqlite"), **settings}
    limit = f"ulimit -n {descriptors}; exec {sys.executable} -m rag serve --port {port}"
    log = folder / "log"
    with log.open("ab") as out:
        process = subprocess.Popen(["sh", "-c", limit], env=environment, stdout=out, stderr=out)
    server = Server(process, f"http://127.0.0.1:{port}", log)
    try:
        for _ in range(600):
            try:
                if httpx.get(f"{server.url}/healthz").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        yield server
    finally:
        process.kill()
        process.wait()


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flip(path: Path) -> None:
    """Every figure nine becomes an eight, in place, under the times of before."""
    before = path.stat()
    data = path.read_bytes()
    data = data.replace(b"9", b"8") if b"9" in data else bytes([data[0] ^ 1]) + data[1:]
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def put_to(server: Server, index: Path, whole: Path, older: str, fault: Callable[[Path], None], name: str) -> str:
    """The outcome in words; the index is put back as it was."""
    newer = (index / "CURRENT").read_text().strip()
    fault(index / newer / name)
    status, answer = server.ask()
    code, ready = server.ready()
    alive = server.process.poll() is None
    named = ready.get("damaged") == newer
    source = {older: "the older version", newer: "memory"}.get(str(answer.get("index_version")), "nothing")
    shutil.copy2(whole / newer / name, index / newer / name)
    (index / newer / name).touch()
    text = "answered from" if answer.get("outcome") == "answered" else f"{status} {answer.get('error')} from"
    return f"{text} {source}; readyz {code}, damage named: {named}; alive: {alive}"


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        index, docs = folder / "index", folder / "docs"
        shutil.copytree(SEEDS, docs)
        rag("ingest", str(docs), "--index", str(index))
        older = (index / "CURRENT").read_text().strip()
        (docs / "tambahan.txt").write_text("Pelatihan menjahit di Kotabumi berlangsung tiga bulan penuh.", "utf-8")
        rag("ingest", str(docs), "--index", str(index))
        shutil.copytree(index, folder / "whole")
        newer = (index / "CURRENT").read_text().strip()
        manifest = json.loads((index / newer / "manifest.json").read_text())
        with serving(index, folder) as server:
            for file in [*manifest["files"], "manifest.json"]:
                for fault in (cut, flip):
                    done = put_to(server, index, folder / "whole", older, fault, file)
                    print(f"{fault.__name__:5} {file:30} {done}", flush=True)
        _hold_open(index, folder)


def _hold_open(index: Path, folder: Path) -> None:
    with serving(index, folder, descriptors=256) as server, ExitStack() as held:
        port = int(server.url.rsplit(":", 1)[1])
        for number in range(300):
            connection = held.enter_context(socket.create_connection(("127.0.0.1", port)))
            head = "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            connection.sendall((head + ("" if number % 2 else "Content-Length: 99\r\n\r\n{")).encode())
        begun = time.monotonic()
        status, _ = server.ask()
        print(f"300 half-sent requests at 256 descriptors: {status} after {time.monotonic() - begun:.1f} s")
        begun = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(60)
        print(f"SIGTERM with those open: ended after {time.monotonic() - begun:.1f} s")
    log = (folder / "log").read_text()
    print(f"tracebacks in the log: {log.count('Traceback')}")
    if "Traceback" in log:
        print(log[log.index("Traceback") :][:3000])


if __name__ == "__main__":
    main()
