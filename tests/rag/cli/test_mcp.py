import socket
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from typer.testing import CliRunner

from rag.cli import mcp
from rag.cli.main import app
from rag.settings import Settings


def test_the_command_is_listed() -> None:
    shown = CliRunner().invoke(app, ["mcp", "--help"])
    assert shown.exit_code == 0
    assert "Model Context Protocol" in shown.output


def test_over_http_its_address_is_told_once_it_is_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("mcp")
    served: list[tuple[int, list[str]]] = []

    def serve(settings: Settings, listener: socket.socket, app: Any) -> None:
        assert isinstance(app, FastAPI)
        with listener:
            served.append((listener.getsockname()[1], [str(settings.index)]))

    monkeypatch.setattr(mcp, "serve_web", serve)
    result = CliRunner().invoke(app, ["mcp", "--http", "--port", "0", "--index", str(tmp_path)])
    ((port, index),) = served
    assert result.stderr == f"Tanya Lampung (MCP): http://127.0.0.1:{port}/mcp\n"
    assert index == [str(tmp_path)]
