import errno
import os
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.cli import start
from rag.cli.door import listening
from rag.cli.main import app
from rag.errors import BadInput
from rag.settings import Settings


def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"port {port} of 127.0.0.1 is taken by another program"):
            listening("127.0.0.1", port)


def test_a_second_server_is_told_while_the_first_one_starts() -> None:
    with listening("127.0.0.1", 0) as first, pytest.raises(BadInput, match="is taken by another program"):
        listening("127.0.0.1", first.getsockname()[1])


def test_an_address_of_another_machine_is_said() -> None:
    with pytest.raises(BadInput, match=r"cannot listen on port 8000 of 192\.0\.2\.1"):
        listening("192.0.2.1", 8000)


def test_a_machine_without_that_kind_of_addresses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(family: int) -> socket.socket:
        raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))

    monkeypatch.setattr(socket, "socket", missing)
    with pytest.raises(BadInput, match="cannot listen on port 8000 of ::: Address family not supported"):
        listening("::", 8000)


def test_the_address_is_that_of_the_bound_port_and_a_missing_index_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound: list[int] = []

    def served(settings: Settings, listener: socket.socket) -> None:
        with listener:
            bound.append(listener.getsockname()[1])

    monkeypatch.setattr(start, "serve_web", served)
    for name in ("RAG_INDEX", "RAG_HOST"):
        monkeypatch.setenv(name, "127.0.0.1")  # what the command sets goes away with the test
    result = CliRunner().invoke(app, ["serve", "--port", "0", "--index", str(tmp_path / "none")])
    assert result.stdout == f"Tanya Lampung: http://127.0.0.1:{bound[0]}\n"
    assert f"There is no index in {tmp_path / 'none'} yet" in result.stderr


def test_an_address_of_version_six_stands_in_brackets() -> None:
    assert start.address_of("::1", 8000) == "http://[::1]:8000"


@pytest.mark.parametrize(
    ("host", "settings", "told"),
    [
        ("0.0.0.0", {}, True),
        ("127.0.0.1", {}, False),
        ("0.0.0.0", {"RAG_SITE_URL": "https://tanya.example"}, False),
        ("0.0.0.0", {"RAG_SITE_HOSTS": '[".example"]'}, False),
    ],
)
def test_who_listens_for_others_is_told_by_which_names_it_is_asked(
    host: str, settings: dict[str, str], told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "serve_web", lambda _settings, listener: listener.close())
    for name, value in {"RAG_INDEX": "before", "RAG_HOST": "before", **settings}.items():
        monkeypatch.setenv(name, value)
    result = CliRunner().invoke(app, ["serve", "--port", "0", "--host", host, "--index", str(tmp_path)])
    assert ("set RAG_SITE_URL" in result.stderr) is told
    assert os.environ["RAG_HOST"] == host  # the application reads it, and knows it as a name of its own
