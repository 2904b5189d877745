"""Figures in doubt are shown as the original has them."""

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.types import Block, BlockKind, Document, Doubt
from tests.rag.documents.loaders.pages import lines_from, pdf_of
from tests.rag.library.shelves import Shelf
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline

TEXT = "Retribusi parkir sehari Rp2:389.\nLoket tutup pada hari libur."
SEEN = Block(BlockKind.PARAGRAPH, 0, 32, confidence=0.8, doubtful=(Doubt("Rp2:389.", 1, 700, 710), Doubt("7O")))
SCAN = Document("pindai.pdf", "Tarif", TEXT, blocks=(SEEN, Block(BlockKind.PARAGRAPH, 33, 61)), content_hash="ab" * 32)
PAGE, PICTURE = "/documents/pindai.pdf", "/pictures/pindai.pdf"


class Scans(FakePipeline):
    """Holds what was recognised in a scan, and the same for a file that no library has."""

    def document(self, document_id: str) -> Document | None:
        return replace(SCAN, id=document_id)


@pytest.fixture
def client(open_client: Open, tmp_path: Path) -> TestClient:
    shelf = Shelf(tmp_path)
    shelf.add("pindai.pdf", pdf_of([lines_from(700, ["Retribusi parkir sebesar Rp2.389 sehari di semua kecamatan."])]))
    shelf.publish()
    return open_client(Scans(), library=shelf.library, index=shelf.index)


def test_a_figure_in_doubt_is_shown_below_its_line_as_a_picture_that_is_told_in_words(client: TestClient) -> None:
    tree = html.fromstring(client.get(PAGE).text)
    (image,) = tree.xpath("//div[@class='document-text']/figure//img")
    (figure,) = tree.xpath("//figure")
    assert image.get("alt") == "Gambar baris pada dokumen asli yang terbaca: Rp2:389"
    assert figure.getprevious().text == "Retribusi parkir sehari Rp2:389."
    assert figure.xpath("string(figcaption)").startswith("Terbaca ragu: Rp2:389.")
    answer = client.get(image.get("src"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["content-security-policy"] == "default-src 'none'"
    assert answer.headers["cache-control"] == "private, max-age=3600"


def test_only_lines_with_a_figure_in_doubt_are_drawn(client: TestClient) -> None:
    assert client.get(f"{PICTURE}?line=1").status_code == 404
    assert client.get(f"{PICTURE}?line=-1").status_code == 422
    assert client.get(PICTURE).status_code == 422


def test_without_an_original_there_is_no_picture(client: TestClient) -> None:
    assert not html.fromstring(client.get("/documents/lain.pdf").text).xpath("//figure")
    assert client.get("/pictures/lain.pdf?line=0").status_code == 404
