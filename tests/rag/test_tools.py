"""The tools, asked by the protocol's own client."""

import json
import sys
from importlib.metadata import PackageNotFoundError
from typing import Any

import anyio
import pytest

from rag.errors import MissingExtra
from rag.index.ingest import ingest
from rag.pipeline import Pipeline
from rag.settings import Settings
from rag.tools import installed, server_of
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


@pytest.mark.parametrize(("release", "there"), [("1.27.0", False), ("2.3.1", True), ("10.0", True), (None, False)])
def test_only_a_release_of_the_sdk_that_can_serve_is_taken_for_installed(
    monkeypatch: pytest.MonkeyPatch, release: str | None, there: bool
) -> None:
    def found(_name: str) -> str:
        if release is None:
            raise PackageNotFoundError
        return release

    monkeypatch.setattr("rag.tools.version", found)
    assert installed() is there
