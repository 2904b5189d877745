"""The proxies' own checks of our examples, and an answer streamed through nginx; skipped where they are missing."""

import json
import re
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from rag.settings import Settings
from tests.browser.conftest import serving
from tests.patience import PATIENCE_S, wait_until
from tests.ports import free_port
from tests.web.fakes import FakePipeline

FOLDER = Path(__file__).parents[2] / "docs" / "deployment"
NGINX, CADDY, OPENSSL = shutil.which("nginx"), shutil.which("caddy"), shutil.which("openssl")
HOST = "tanya.example.go.id"


@pytest.mark.skipif(CADDY is None, reason="Caddy is not installed: apt-get install caddy")
def test_caddy_takes_its_file() -> None:
    command = [str(CADDY), "validate", "--config", FOLDER / "Caddyfile", "--adapter", "caddyfile"]
    found = subprocess.run(command, capture_output=True, text=True)
    assert "Valid configuration" in found.stdout + found.stderr


@contextmanager
def caddy_below(folder: Path, program: str, base: str) -> Iterator[str]:
    """The address of a Caddy with our file in front of `program`, changed as docs/deployment says for a path."""
    port = free_port()
    text = (FOLDER / "Caddyfile").read_text("utf-8").replace(f"{HOST} {{", f"http://{HOST}:{port} {{")
    text = text.replace("reverse_proxy 127.0.0.1:8000", f"reverse_proxy {base}* {program.removeprefix('http://')}")
    text = re.sub(r"path /(metrics|staff)", rf"path {base}/\1", text).replace(
        "{\n\tservers", "{\n\tadmin off\n\tservers", 1
    )
    (folder / "Caddyfile").write_text(text, "utf-8")
    command = [str(CADDY), "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@pytest.mark.skipif(CADDY is None, reason="Caddy is not installed: apt-get install caddy")
def test_caddy_below_a_path_keeps_metrics_in(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None, database=tmp_path / "below.sqlite", site_url=f"http://{HOST}/tanya", base_path="/tanya"
    )
    with (
        serving(settings, FakePipeline()) as program,
        caddy_below(tmp_path, program, "/tanya") as address,
        httpx.Client(base_url=address, headers={"Host": HOST}, timeout=PATIENCE_S) as people,
    ):
        wait_until(lambda: is_there(people))
        found = {path: people.get(path).status_code for path in ("/tanya", "/tanya/healthz", "/tanya/metrics")}
    assert found == {"/tanya": 200, "/tanya/healthz": 200, "/tanya/metrics": 404}


@contextmanager
def nginx(folder: Path, program: str) -> Iterator[str]:
    """The address of an nginx with our file in front of `program`, with a port and a certificate of its own."""
    subject = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    keys = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    subprocess.run(
        [str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *keys, *subject],
        check=True,
        capture_output=True,
    )
    port = free_port()
    text = (FOLDER / "nginx.conf").read_text("utf-8")
    text = re.sub(r"listen \[::\].*|listen 80;", "", text).replace("listen 443", f"listen 127.0.0.1:{port}")
    text = text.replace(f"/etc/letsencrypt/live/{HOST}", str(folder)).replace("/var/log/nginx", str(folder))
    text = text.replace("127.0.0.1:8000", program.removeprefix("http://"))
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    head = f"daemon off; user root root; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
    (folder / "whole.conf").write_text(f"{head} http {{ access_log off; {temporary}\n{text} }}", "utf-8")
    command = [str(NGINX), "-p", folder, "-c", folder / "whole.conf"]
    assert "test is successful" in subprocess.run([*command, "-t"], capture_output=True, text=True).stderr
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield f"https://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@contextmanager
def visiting(address: str) -> Iterator[httpx.Client]:
    """A visitor who takes the certificate as it is; waits until the proxy is there."""
    with httpx.Client(base_url=address, verify=ssl._create_unverified_context(), headers={"Host": HOST}) as client:
        wait_until(lambda: is_there(client))
        yield client


def is_there(client: httpx.Client) -> bool:
    try:
        client.get("/healthz")
    except httpx.ConnectError:
        return False
    return True


@pytest.mark.skipif(NGINX is None or OPENSSL is None, reason="nginx is not installed: apt-get install nginx")
def test_nginx_passes_events_on_as_they_come_and_keeps_metrics_in(tmp_path: Path) -> None:
    pipeline, go_on = FakePipeline(), threading.Event()
    pipeline.hold = lambda: go_on.wait(PATIENCE_S)
    settings = Settings(_env_file=None, database=tmp_path / "proxied.sqlite", site_url=f"https://{HOST}")
    with serving(settings, pipeline) as program, nginx(tmp_path, program) as address, visiting(address) as people:
        assert people.get("/metrics").status_code == 404
        assert people.get("/").headers["strict-transport-security"] == "max-age=31536000"
        with people.stream("POST", "/api/ask/stream", json={"question": "Berapa ke Taiwan?"}) as response:
            lines = response.iter_lines()
            first = next(line for line in lines if line.startswith("event: sentence"))
            assert (first, go_on.is_set()) == ("event: sentence", False)  # before the answer is whole
            go_on.set()
            answer = next(line for line in lines if line.startswith('data: {"answer"'))
        assert json.loads(answer.removeprefix("data: "))["answer"]["short_answer"] == "4.584 orang"
        refused = people.post("/api/ask", json={"question": "x" * 600_000})
        assert refused.json()["error"]["code"] == "body_too_large"
