"""The files of docs/deployment name what there is, and keep what they promise."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rag.settings import Settings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "deployment"
UNITS = sorted(FOLDER.glob("*.service"))
SERVICES = {path.stem.removeprefix("tanya-lampung").strip("-") or "site": path.read_text("utf-8") for path in UNITS}
HARDENED = (
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "RestrictSUIDSGID=yes",
    "SystemCallFilter=@system-service",
    "UMask=0077",
    "User=tanya",
)


def stages(text: str) -> list[list[str]]:
    """The instructions of each stage, continued lines joined and comments left out."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    whole = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    found: list[list[str]] = []
    for line in filter(None, whole.splitlines()):
        if line.startswith("FROM "):
            found.append([])
        found[-1].append(line.strip())
    return found


@pytest.fixture(scope="module")
def last_stage() -> list[str]:
    return stages((FOLDER / "Containerfile").read_text("utf-8"))[-1]


def test_the_image_runs_without_rights_and_says_how_it_is(last_stage: list[str]) -> None:
    users = [line for line in last_stage if line.startswith("USER ")]
    assert users == ["USER 10001:10001"]
    assert last_stage.index(users[0]) < last_stage.index('ENTRYPOINT ["rag"]')
    assert any(line.startswith("HEALTHCHECK ") and "/healthz" in line for line in last_stage)


def test_nothing_that_builds_is_in_the_last_stage(last_stage: list[str]) -> None:
    (run,) = (line for line in last_stage if line.startswith("RUN "))
    assert "pip uninstall -y pip setuptools wheel" in run
    assert not re.search(r"\bgcc\b|build-essential|-dev\b|pip install", run)
    assert [line for line in last_stage if line.startswith("COPY")] == [
        "COPY --from=build /app /app",
        "COPY --from=build /models /models",
    ]


def test_what_the_image_copies_is_there() -> None:
    for line in stages((FOLDER / "Containerfile").read_text("utf-8"))[0]:
        if line.startswith("COPY "):
            assert [name for name in line.split()[1:-1] if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    known = {f"RAG_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"\bRAG_[A-Z_]*[A-Z]\b", path.read_text("utf-8"))) - known == set()


@pytest.mark.parametrize("unit", SERVICES)
def test_every_unit_is_hardened(unit: str) -> None:
    lines = SERVICES[unit].splitlines()
    assert [line for line in HARDENED if line not in lines] == []


def test_the_site_is_asked_by_its_proxy_only_and_may_end_its_answers() -> None:
    site = SERVICES["site"].splitlines()
    assert {"IPAddressDeny=any", "IPAddressAllow=localhost"} <= set(site)
    (stop_s,) = (int(line.removeprefix("TimeoutStopSec=")) for line in site if line.startswith("TimeoutStopSec="))
    fields = Settings.model_fields
    assert stop_s > fields["shutdown_s"].default + fields["drain_s"].default


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("path", [*UNITS, *FOLDER.glob("*.timer")], ids=lambda path: path.name)
def test_systemd_finds_nothing_wrong(path: Path, tmp_path: Path) -> None:
    # The program is not where the units look for it.
    text = path.read_text("utf-8").replace("/opt/tanya-lampung/.venv/bin/rag", "/bin/true")
    copies = {other.name: other.read_text("utf-8") for other in UNITS} | {path.name: text}
    for name, content in copies.items():
        (tmp_path / name).write_text(content, "utf-8")
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / path.name], capture_output=True, text=True
    )
    assert [line for line in found.stderr.splitlines() if "tanya-lampung" in line] == []


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_both_proxies_keep_metrics_in_and_give_streams_the_time_they_need(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert "/metrics" in text
    waits = {"nginx.conf": r"proxy_read_timeout (\d+)s", "Caddyfile": r"response_header_timeout (\d+)s"}
    keep_alive_s = Settings.model_fields["keep_alive_s"].default
    assert all(int(seconds) >= 3 * keep_alive_s for seconds in re.findall(waits[name], text))


@pytest.mark.parametrize("name", ["README.md", "compose.yaml", "nginx.conf", "Caddyfile"])
def test_the_name_that_people_type_is_told_to_the_program(name: str) -> None:
    assert "RAG_SITE_URL" in (FOLDER / name).read_text("utf-8")
