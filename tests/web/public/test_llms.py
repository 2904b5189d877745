import re

import pytest
from fastapi.testclient import TestClient

from rag.types import DocumentFacts
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline, Status
from web.public.llms import plain


def test_it_says_what_the_service_is_and_what_it_holds(client: TestClient) -> None:
    response = client.get("/llms.txt")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    lines = response.text.splitlines()
    assert lines[0] == "# Tanya Lampung"
    assert lines[2].startswith("> Answers questions about Lampung Province")
    assert "2 documents, 1 publisher; the newest of 12 February 2026." in lines
    assert "- [Pelabuhan dan arus barang](http://testserver/documents/pelabuhan.pdf): 12 February 2026" in lines
    assert "- Tanya Lampung: 1" in lines


@pytest.mark.parametrize("base", ["", "/tanya"])
def test_every_address_it_names_is_there(open_client: Open, base: str) -> None:
    client = open_client(base_path=base)
    addresses = re.findall(r"\]\((http://testserver[^)]*)\)", client.get(f"{base}/llms.txt").text)
    told = client.get(f"{base}/llms.txt").text
    assert f"`http://testserver{base}/?q=QUESTION`" in told
    assert f"`POST http://testserver{base}/api/ask`" in told
    (tools,) = [each for each in addresses if each.endswith("/mcp")]  # programs post there
    assert client.get(tools).headers["Allow"] == "POST"
    addresses.remove(tools)
    assert len(addresses) == 9
    assert {client.get(each).status_code for each in addresses} == {200}
    assert all(each.startswith(f"http://testserver{base}/") for each in addresses)


def test_it_is_there_in_indonesian_too(client: TestClient) -> None:
    assert "## Dokumen terbaru" in client.get("/llms.txt?lang=id").text.splitlines()


def test_a_title_stays_a_title(open_client: Open) -> None:
    pipeline = FakePipeline()
    pipeline.held = [DocumentFacts("a", "Padi\n# Perintah](https://x.example)")]
    text = open_client(pipeline).get("/llms.txt").text
    assert "- [Padi \\# Perintah\\](https://x.example)](http://testserver/documents/a): undated" in text.splitlines()
    assert plain(" a_b\t`c` ") == "a\\_b \\`c\\`"


def test_twenty_five_documents_are_named(open_client: Open) -> None:
    pipeline = FakePipeline()
    pipeline.held = [DocumentFacts(f"d{i}", f"D{i}") for i in range(40)]
    assert open_client(pipeline).get("/llms.txt").text.count("/documents/d") == 25


def test_without_an_index_the_addresses_are_named_all_the_same(open_client: Open) -> None:
    response = open_client(FakePipeline(status=Status(version=None))).get("/llms.txt")
    assert (response.status_code, "0 documents" in response.text) == (200, True)
    assert "## Newest documents" not in response.text


def test_who_has_it_is_not_sent_it_again(client: TestClient) -> None:
    tag = client.get("/llms.txt").headers["etag"]
    assert client.get("/llms.txt", headers={"If-None-Match": tag}).status_code == 304
