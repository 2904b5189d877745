"""The tools of `rag mcp`, asked by the protocol's own client."""

import json
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import anyio
import httpx
import pytest

from rag.cli.mcp import host_guard, server_of
from rag.errors import MissingExtra
from rag.index.ingest import ingest
from rag.pipeline import Pipeline
from rag.settings import Settings
from tests.fakes import WordEncoder
from tests.rag.test_pipeline import make_pipeline

mcp = pytest.importorskip("mcp")

TEXT = "Pameran kopi Liwa dibuka oleh Bupati Ratna Wijaya pada 3 Mei 2025. Pameran berlangsung selama lima hari."


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    folder = tmp_path_factory.mktemp("mcp")
    lines = [
        {"id": "kopi", "title": "Pameran kopi", "text": TEXT, "published": "2025-05-03", "publisher": "Dinas Kopi"},
        {"id": "panjang", "title": "Naskah panjang", "text": "Kalimat ini berulang. " * 1200},
    ]
    source = folder / "dua.jsonl"
    source.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    ingest([source], folder / "index", WordEncoder(), Settings(_env_file=None))
    return make_pipeline(folder / "index")


def asked(server: Any, tool: str, **arguments: Any) -> Any:
    async def ask() -> Any:
        async with mcp.Client(server) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(ask)


def test_the_tools_say_what_they_take_and_that_they_only_read(pipeline: Pipeline) -> None:
    async def listed() -> Any:
        async with mcp.Client(server_of(pipeline)) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in anyio.run(listed)}
    assert sorted(tools) == ["ask", "list_documents", "open_document", "search"]
    assert all(tool.annotations.read_only_hint and tool.output_schema for tool in tools.values())
    assert tools["ask"].input_schema["required"] == ["question"]
    assert tools["search"].input_schema["properties"]["limit"]["maximum"] == 50


def test_a_search_gives_passages_with_their_place(pipeline: Pipeline) -> None:
    (best, *_) = asked(server_of(pipeline), "search", query="pameran kopi", limit=1).structured_content["results"]
    assert best["document_id"] == "kopi"
    assert TEXT[best["start"] : best["end"]] == best["text"]


def test_an_answer_quotes_its_document(pipeline: Pipeline) -> None:
    answer = asked(server_of(pipeline), "ask", question="Berapa lama pameran kopi Liwa berlangsung?").structured_content
    assert answer["outcome"] == "answered"
    (quote, *_) = answer["citations"]
    assert quote["document_id"] == "kopi"
    assert TEXT[quote["start"] : quote["end"]] == quote["quote"]


def test_a_refusal_has_the_documented_form(pipeline: Pipeline) -> None:
    answer = asked(server_of(pipeline), "ask", question="Siapa gubernur Papua?", language="id").structured_content
    assert answer["outcome"] == "not_found"
    assert answer["language"] == "id"
    assert answer["citations"] == []


def test_documents_are_listed_newest_first(pipeline: Pipeline) -> None:
    found = asked(server_of(pipeline), "list_documents", limit=1).structured_content
    assert (found["total"], [each["document_id"] for each in found["documents"]]) == (2, ["kopi"])


def test_a_long_document_is_read_in_stretches_that_join(pipeline: Pipeline) -> None:
    server, text, start = server_of(pipeline), "", 0
    while start is not None:
        page = asked(server, "open_document", document_id="panjang", start=start).structured_content
        text, start = text + page["text"], page["next_start"]
    document = pipeline.document("panjang")
    assert document is not None
    assert text == document.text
    assert page["characters"] == len(text) > 20_000


def test_a_document_that_is_not_there_is_told_as_an_error(pipeline: Pipeline) -> None:
    answer = asked(server_of(pipeline), "open_document", document_id="tidak-ada")
    assert answer.is_error
    assert "there is no document 'tidak-ada'" in answer.content[0].text


def test_what_does_not_fit_is_refused(pipeline: Pipeline) -> None:
    assert asked(server_of(pipeline), "search", query="kopi", limit=1000).is_error


def test_without_the_sdk_its_extra_is_named(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(MissingExtra, match="mcp"):
        server_of(pipeline)


@pytest.fixture(params=["127.0.0.1", "0.0.0.0"])
def address(pipeline: Pipeline, request: pytest.FixtureRequest) -> Iterator[str]:
    """The server over HTTP, in a thread, told to listen on the loopback address and on all."""
    import uvicorn

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    guarded = host_guard([request.param, "tanya.example"], port)
    app = server_of(pipeline).streamable_http_app(stateless_http=True, host=request.param, transport_security=guarded)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}/mcp"
    server.should_exit = True
    thread.join()


def test_the_same_tools_are_there_over_http(address: str) -> None:
    found = asked(address, "search", query="pameran kopi", limit=1).structured_content
    assert found["results"][0]["document_id"] == "kopi"


def test_over_http_another_site_is_refused(address: str) -> None:
    """A page in a browser must not reach a server on its reader's machine."""
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    accepted = {"Accept": "application/json, text/event-stream"}
    for headers in ({"Origin": "https://elsewhere.example"}, {"Host": "elsewhere.example"}):
        assert httpx.post(address, json=body, headers=accepted | headers).status_code in (403, 421)
    assert httpx.post(address, json=body, headers=accepted | {"Host": "tanya.example"}).status_code == 200


def test_the_command_is_listed() -> None:
    from typer.testing import CliRunner

    from rag.cli.main import app

    shown = CliRunner().invoke(app, ["mcp", "--help"])
    assert shown.exit_code == 0
    assert "Model Context Protocol" in shown.output
