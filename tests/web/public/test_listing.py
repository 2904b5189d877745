from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.types import DocumentFacts, Language
from tests.web.conftest import Open
from tests.web.fakes import MIGRANTS, PORTS, FakePipeline, Status
from web.public.listing import page_number, pages_of


def page(client: TestClient, path: str = "/documents") -> html.HtmlElement:
    response = client.get(path)
    assert response.status_code == 200
    return html.fromstring(response.text)


def titles(tree: html.HtmlElement) -> list[str]:
    return [link.text_content() for link in tree.xpath("//ol[@class='list']//a")]


@pytest.fixture
def many(open_client: Open) -> TestClient:
    """120 documents of two publishers, "Dokumen 119" the newest."""
    pipeline = FakePipeline()
    names = ("Antara & Rekan", "Dinas")
    pipeline.held = [
        DocumentFacts(f"d{i}", f"Dokumen {i}", names[i % 2], date.fromordinal(730_000 + i)) for i in range(120)
    ]
    return open_client(pipeline)


def test_documents_stand_newest_first_with_publisher_date_and_language(client: TestClient) -> None:
    tree = page(client)
    assert titles(tree) == [PORTS.title, MIGRANTS.title]
    assert tree.xpath("//ol//a/@href") == ["/documents/pelabuhan.pdf", "/documents/pekerja%20migran/angka%202025.md"]
    about = [[part.text_content() for part in row] for row in tree.xpath("//ol//p[@class='source-meta']")]
    assert about == [
        ["12 Februari 2026", "Bahasa Indonesia"],
        ["Tanya Lampung", "4 November 2025", "Bahasa Indonesia"],
    ]


def test_a_document_without_a_date_says_so_and_a_foreign_title_its_language(open_client: Open) -> None:
    pipeline = FakePipeline()
    pipeline.held = [DocumentFacts("a", "Coffee", language=Language.ENGLISH)]
    tree = page(open_client(pipeline))
    assert tree.xpath("//ol//a/@lang") == ["en"]
    assert [part.text for part in tree.xpath("//ol//p")[0]] == ["tanpa tanggal", "Bahasa Inggris"]


def test_every_link_of_the_list_opens_its_document(client: TestClient) -> None:
    for address in page(client).xpath("//ol//a/@href"):
        assert client.get(address).status_code == 200


def test_a_search_shows_what_matches_and_stays_in_its_field(client: TestClient) -> None:
    tree = page(client, "/documents?q=PELABUHAN")
    assert titles(tree) == [PORTS.title]
    assert tree.xpath("//input[@name='q']/@value") == ["PELABUHAN"]


def test_a_search_without_a_match_says_so_and_leads_back(client: TestClient) -> None:
    tree = page(client, "/documents?q=%3Cb%3Etiada")
    assert titles(tree) == []
    assert tree.xpath("string(//p[@class='notice-title'])") == "Tidak ada dokumen yang cocok"
    assert tree.xpath("//div[@class='notice']//a/@href") == ["/documents"]
    assert tree.xpath("//input[@name='q']/@value") == ["<b>tiada"]


def test_fifty_stand_on_a_page_and_the_search_goes_along(many: TestClient) -> None:
    first = page(many)
    assert (len(titles(first)), titles(first)[0]) == (50, "Dokumen 119")
    assert first.xpath("//nav[@class='list-pages']//a/@href") == ["/documents?page=2"]
    last = page(many, "/documents?page=3")
    assert (len(titles(last)), titles(last)[-1]) == (20, "Dokumen 0")
    found = page(many, "/documents?q=dokumen&publisher=Antara+%26+Rekan")
    assert found.xpath("//a[@rel='next']/@href") == ["/documents?q=dokumen&publisher=Antara+%26+Rekan&page=2"]
    assert found.xpath("//option[@selected]/@value") == ["Antara & Rekan"]
    assert found.xpath("string(//p[@class='list-count'])").startswith("60 dokumen cocok.")


def test_a_page_beyond_the_last_is_the_last(many: TestClient) -> None:
    tree = page(many, "/documents?page=99")
    assert titles(tree)[-1] == "Dokumen 0"
    assert "Halaman 3 dari 3" in tree.text_content()


def test_without_an_index_the_page_says_so_and_the_program_gets_503(open_client: Open) -> None:
    client = open_client(FakePipeline(status=Status(version=None)))
    assert "Belum ada dokumen" in page(client).text_content()
    assert client.get("/v1/documents").status_code == 503


def test_programs_get_the_same_in_json(many: TestClient) -> None:
    body = many.get("/v1/documents?publisher=dinas&page=2&limit=25").json()
    assert (body["total"], body["page"], body["pages"], len(body["documents"])) == (60, 2, 3, 25)
    assert body["documents"][0] == {
        "document_id": "d69",
        "title": "Dokumen 69",
        "publisher": "Dinas",
        "published": date.fromordinal(730_069).isoformat(),
        "language": "id",
    }
    assert body["publishers"] == [{"name": "Antara & Rekan", "documents": 60}, {"name": "Dinas", "documents": 60}]


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "page=0", "page=x", "q=" + "a" * 201])
def test_a_list_that_cannot_be_is_422(client: TestClient, query: str) -> None:
    assert client.get(f"/v1/documents?{query}").status_code == 422


@pytest.mark.parametrize(
    ("value", "number"),
    [("3", 3), ("", 1), ("0", 1), ("-2", 1), ("x", 1), ("٣", 1), ("9" * 30, 1), ("9" * 8, 1_000_000)],
)
def test_anything_but_a_page_number_is_the_first_page(value: str, number: int) -> None:
    assert page_number(value) == number


def test_pages_are_counted_up() -> None:
    assert [pages_of(total, 50) for total in (0, 1, 50, 51)] == [1, 1, 1, 2]


@pytest.mark.parametrize("path", ["/", "/documents/pelabuhan.pdf", "/tidak-ada"])
def test_every_page_leads_to_the_list(client: TestClient, path: str) -> None:
    assert "/documents" in html.fromstring(client.get(path).text).xpath("//footer//a/@href")


def test_a_refusal_and_a_document_that_is_gone_lead_to_the_list(client: TestClient) -> None:
    refusal = html.fromstring(client.post("/", data={"q": "Siapa gubernur Aceh?"}).text)
    assert refusal.xpath("//div[@data-answer]//a[@href='/documents']")
    assert not html.fromstring(client.post("/", data={"q": "Taiwan"}).text).xpath(
        "//div[@data-answer]//a[@href='/documents']"
    )
    gone = html.fromstring(client.get("/documents/gone.md").text)
    assert gone.xpath("//main//a/@href") == ["/documents", "/"]
