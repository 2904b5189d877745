import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.cli import start
from rag.cli.main import app
from rag.cli.serving import listening
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


def test_the_address_is_that_of_the_bound_port_and_a_missing_index_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound: list[int] = []

    def served(settings: Settings, listener: socket.socket) -> None:
        with listener:
            bound.append(listener.getsockname()[1])

    monkeypatch.setattr(start, "serve_web", served)
    monkeypatch.setenv("RAG_INDEX", "before")  # what the command sets goes away with the test
    result = CliRunner().invoke(app, ["serve", "--port", "0", "--index", str(tmp_path / "none")])
    assert result.stdout == f"Tanya Lampung: http://127.0.0.1:{bound[0]}\n"
    assert f"There is no index in {tmp_path / 'none'} yet" in result.stderr


def test_an_address_of_version_six_stands_in_brackets() -> None:
    assert start.address_of("::1", 8000) == "http://[::1]:8000"
