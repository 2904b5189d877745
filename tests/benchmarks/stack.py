"""The stack of docs/deployment/compose.yaml as programs of this machine, where no container can be run.

    python -m tests.benchmarks.stack [--seconds 30] [--clients 4]

PostgreSQL, Redis and Caddy are Debian's; milvus-lite serves in place of Milvus, etcd and MinIO. Each gets the command
and the environment that the file has for it, with addresses of this machine instead of names of services. Documents are
published by the service `ingest`, asked through the proxy by clients that never stop, published again meanwhile, and
each server is ended and started once. Prints a line of JSON, and ends with 1 when a request was lost.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml

from rag.index.versions import current_name
from rag.index.versions.manifest import read_manifest
from tests.benchmarks.rolling import ROOT, Load
from tests.patience import PATIENCE_S
from tests.ports import free_port
from tests.web.postgres import binaries, fresh_database, running_server
from tests.web.together.processes import Servers, wait_healthy

_FILE = ROOT / "docs/deployment/compose.yaml"
_IMAGE = ROOT / "docs/deployment/Containerfile"
_WEBS = ("web1", "web2", "web3")
_PASSWORD = "rahasia123"
_FIRST, _THEN = "seeds/documents/desa-migran-emas.md", "seeds/documents"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30, help="of load after the last restart")
    parser.add_argument("--clients", type=int, default=4)
    given = parser.parse_args()
    stack: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))["services"]
    with tempfile.TemporaryDirectory(prefix="tanya-stack-") as name, ExitStack() as held:
        Path(name).chmod(0o755)
        found = measured(stack, Path(name), held, given.seconds, given.clients)
    print(json.dumps(found))
    return 0 if found["published"] and not found["lost"] and found["store"] == "milvus" else 1


def measured(
    stack: Mapping[str, Any], folder: Path, held: ExitStack, seconds: float, clients: int
) -> dict[str, object]:
    *webs, proxy, redis, milvus = [free_port() for _ in range(len(_WEBS) + 3)]
    (folder / "data").mkdir()
    here = started_beside(stack, folder, held, redis, milvus)
    environment = {**os.environ, **image_environment(folder), **translated(stack["web1"]["environment"], here)}
    publish(environment, _FIRST)
    version = current_name(folder / "data/index")
    serve = [sys.executable, "-m", "rag", "serve", "--port"]
    servers = Servers(folder, environment, lambda port: [*serve, str(port)])
    held.callback(servers.stop_all)
    for port in webs:
        servers.start(port)
    for port in webs:
        servers.wait_ready(port)
    addresses = {f"{name}:8000": f"127.0.0.1:{port}" for name, port in zip(_WEBS, webs, strict=True)}
    held.enter_context(running(caddy(stack["proxy"], proxy, addresses, folder), folder / "caddy.log"))
    wait_healthy(proxy)
    load = Load(f"http://127.0.0.1:{proxy}", clients)
    held.callback(load.stop)
    publishing = threading.Thread(target=publish, args=(environment, _THEN))
    publishing.start()
    for port in webs:
        servers.stop(port)
        servers.start(port)
        servers.wait_ready(port)
    publishing.join()
    time.sleep(seconds)
    load.stop()
    after = {servers.wait_ready(port) for port in webs}
    metrics = httpx.get(f"http://127.0.0.1:{proxy}/metrics", timeout=30).status_code
    return {
        "requests": load.statuses.total(),
        "statuses": dict(load.statuses),
        "lost": load.statuses.total() - load.statuses["200"],
        "problems": load.problems[:5],
        "published": after == {current_name(folder / "data/index")} != {version},
        "store": read_manifest(folder / "data/index" / current_name(folder / "data/index")).store,
        "metrics_from_outside": metrics,
    }


def started_beside(stack: Mapping[str, Any], folder: Path, held: ExitStack, redis: int, milvus: int) -> dict[str, str]:
    """Starts what the servers need; what stands for the names of services in their environment."""
    postgres = binaries()
    if postgres is None or not shutil.which("redis-server") or not shutil.which("caddy"):
        raise SystemExit("this needs postgresql, redis-server and caddy: apt-get install postgresql redis-server caddy")
    address = held.enter_context(running_server(postgres))
    database = held.enter_context(fresh_database(address, "tanya"))
    command = [*shlex.split(stack["redis"]["command"]), "--port", str(redis)]
    held.enter_context(running(command, folder / "redis.log"))
    lite = [sys.executable, "-m", "milvus_lite", "server", "--data-dir", str(folder / "vectors"), "--port", str(milvus)]
    held.enter_context(running(lite, folder / "milvus.log"))
    time.sleep(5)
    return {
        "${TANYA_PASSWORD:?set it}": _PASSWORD,
        "@postgresql/tanya": "@/tanya?" + database.partition("?")[2],
        "redis:6379": f"127.0.0.1:{redis}",
        "milvus:19530": f"127.0.0.1:{milvus}",
        "/data/": f"{folder}/data/",
    }


@contextmanager
def running(command: list[str], log: Path) -> Iterator[None]:
    """A program beside the servers."""
    with log.open("ab") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, cwd=ROOT)
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def image_environment(folder: Path) -> dict[str, str]:
    """What the image sets, but for the models, which are those of this machine."""
    found = re.findall(r"(RAG_\w+)=(\S+)", _IMAGE.read_text("utf-8").split("\nENV PATH=", 1)[1])
    return {name: value.replace("/data/", f"{folder}/data/") for name, value in found if name != "RAG_CACHE"}


def translated(environment: Mapping[str, str], here: Mapping[str, str]) -> dict[str, str]:
    """With addresses and folders of this machine; limits would count all clients of it as one."""
    found = {}
    for name, value in environment.items():
        for there, instead in here.items():
            value = value.replace(there, instead)
        found[name] = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", value)
    return {**found, "RAG_THREADS": "1", "RAG_REQUESTS_PER_MINUTE": "100000", "RAG_TOTAL_PER_MINUTE": "100000"}


def publish(environment: Mapping[str, str], path: str) -> None:
    command = [sys.executable, "-m", "rag", "ingest", path]
    subprocess.run(command, cwd=ROOT, env=dict(environment), check=True, stdout=subprocess.DEVNULL)


def caddy(service: Mapping[str, Any], port: int, addresses: Mapping[str, str], folder: Path) -> list[str]:
    """Its command, over the file that is in its environment."""
    text = service["environment"]["CADDYFILE"].replace(":80 {", f":{port} {{", 1)
    for there, instead in addresses.items():
        text = text.replace(there, instead)
    (folder / "Caddyfile").write_text(f"{{\n admin off\n}}\n{text}", "utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


if __name__ == "__main__":
    sys.exit(main())
