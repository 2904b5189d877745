"""The stack of docs/deployment/compose.yaml fits together and names only settings that exist."""

import re
from pathlib import Path
from typing import Any

import yaml

from rag.settings import Settings

FILE = Path(__file__).parents[1] / "docs" / "deployment" / "compose.yaml"
STACK: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))


def test_every_service_that_is_waited_for_is_there_and_says_when_it_is_ready() -> None:
    for service in STACK["services"].values():
        waited = service.get("depends_on", {})
        for name in waited:
            assert name in STACK["services"]
            if isinstance(waited, dict):
                assert "healthcheck" in STACK["services"][name]


def test_every_volume_is_declared() -> None:
    used = {each.split(":")[0] for service in STACK["services"].values() for each in service.get("volumes", [])}
    assert {name for name in used if not name.startswith("$")} == set(STACK["volumes"])


def test_the_servers_share_everything_and_only_the_ingest_writes_the_index() -> None:
    webs = [STACK["services"][name] for name in ("web1", "web2", "web3")]
    assert webs[0] == webs[1] == webs[2]
    assert "index:/data/index:ro" in webs[0]["volumes"]
    assert "index:/data/index" in STACK["services"]["ingest"]["volumes"]


def test_settings_are_those_of_the_program_and_the_proxy_asks_all_servers() -> None:
    names = {name.removeprefix("RAG_").lower() for name in STACK["services"]["web1"]["environment"] if "RAG_" in name}
    assert names <= set(Settings.model_fields)
    caddy = STACK["services"]["proxy"]["environment"]["CADDYFILE"]
    assert "reverse_proxy web1:8000 web2:8000 web3:8000 {" in caddy
    assert "health_uri /readyz" in caddy


def test_folders_that_are_volumes_of_their_own_belong_to_the_user_of_the_image() -> None:
    made = re.search(r"install -d -o 10001 .* -m 700 (.*)", (FILE.parent / "Containerfile").read_text("utf-8"))
    assert made
    mounted = [each.split(":")[1] for each in STACK["services"]["web1"]["volumes"]]
    assert set(mounted) <= set(made[1].split())


def test_runs_are_kept_where_every_server_sees_them() -> None:
    web = STACK["services"]["web1"]
    assert f"evaluations:{web['environment']['RAG_EVALUATIONS']}" in web["volumes"]


def test_no_image_changes_by_itself() -> None:
    images = [service["image"] for service in STACK["services"].values() if "build" not in service]
    assert all(re.search(r":[\w.-]*\d", image.rsplit("/", 1)[-1]) for image in images), images


def test_passwords_are_asked_for_and_written_nowhere() -> None:
    assert set(re.findall(r"\$\{TANYA_PASSWORD([^}]*)\}", FILE.read_text("utf-8"))) == {":?set it"}


def test_the_server_of_vectors_is_of_the_release_of_its_client() -> None:
    client = re.search(r"'pymilvus>=(\d+)", (FILE.parent / "Containerfile").read_text("utf-8"))
    assert client
    assert STACK["services"]["milvus"]["image"].rsplit(":v", 1)[1].split(".")[0] == client[1]
