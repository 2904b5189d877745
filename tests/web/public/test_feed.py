from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from rag.types import DocumentFacts, Language
from tests.web.conftest import Open
from tests.web.fakes import MIGRANTS, PORTS, FakePipeline, Status

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(client: TestClient, path: str = "/feed.xml") -> etree._Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/atom+xml"
    return etree.fromstring(response.content)


def holding(*documents: DocumentFacts) -> FakePipeline:
    pipeline = FakePipeline()
    pipeline.held = list(documents)
    return pipeline


def texts(tree: etree._Element, path: str) -> list[str]:
    return [str(each) for each in tree.xpath(path, namespaces=ATOM)]


def test_the_feed_says_what_the_standard_asks_of_it(client: TestClient) -> None:
    tree = read(client)
    assert (tree.tag, tree.get(LANG)) == (f"{{{ATOM['a']}}}feed", "id")
    assert texts(tree, "a:id/text()") == ["http://testserver/feed.xml"]
    assert texts(tree, "a:title/text()") == ["Tanya Lampung: dokumen baru"]
    assert texts(tree, "a:updated/text()") == ["2026-01-02T03:04:05Z"]
    assert texts(tree, "a:author/a:name/text()") == ["Tanya Lampung"]
    assert texts(tree, "a:link[@rel='self']/@href") == ["http://testserver/feed.xml"]


def test_every_entry_leads_to_its_document_and_keeps_its_id(client: TestClient) -> None:
    newest, older = read(client).xpath("a:entry", namespaces=ATOM)
    assert texts(newest, "a:title/text()") == [PORTS.title]
    address = "http://testserver/documents/pekerja%20migran/angka%202025.md"
    assert texts(older, "a:id/text() | a:link/@href") == [address, address]
    assert texts(older, "a:updated/text() | a:published/text()") == ["2025-11-04T00:00:00Z"] * 2
    assert texts(older, "a:author/a:name/text()") == [MIGRANTS.publisher]
    assert client.get(address).status_code == 200


def test_entries_are_in_their_own_language_and_the_title_in_the_one_asked_for(open_client: Open) -> None:
    coffee = DocumentFacts("a", "Coffee", published=date(2026, 1, 1), language=Language.ENGLISH)
    client = open_client(holding(coffee))
    assert [each.get(LANG) for each in read(client).xpath("a:entry", namespaces=ATOM)] == ["en"]
    assert texts(read(client, "/feed.xml?lang=en"), "a:title/text()") == ["Tanya Lampung: new documents"]
    assert client.get("/feed.xml?lang=xx").status_code == 422


def test_at_most_fifty_the_newest_of_them_and_none_without_a_date(open_client: Open) -> None:
    dated = [DocumentFacts(f"d{i}", f"D{i}", "Dinas", date.fromordinal(730_000 + i)) for i in range(60)]
    tree = read(open_client(holding(*dated)))
    assert texts(tree, "a:entry/a:title/text()") == [f"D{i}" for i in range(59, 9, -1)]
    undated = read(open_client(holding(DocumentFacts("a", "Tanpa"), dated[0])))
    assert texts(undated, "a:entry/a:title/text()") == ["D0"]


def test_one_publisher_may_be_followed_by_itself(open_client: Open) -> None:
    day = date(2026, 1, 1)
    client = open_client(holding(DocumentFacts("a", "A", "Dinas & Rekan", day), DocumentFacts("b", "B", "Lain", day)))
    tree = read(client, "/feed.xml?publisher=Dinas+%26+Rekan")
    assert texts(tree, "a:entry/a:title/text()") == ["A"]
    assert texts(tree, "a:id/text()") == ["http://testserver/feed.xml?publisher=Dinas+%26+Rekan"]


def test_a_title_that_no_xml_can_hold_is_cleaned(open_client: Open) -> None:
    title = "Laporan\x0c <b>&\x00 \ufffe\ud800padi"
    tree = read(open_client(holding(DocumentFacts("a", title, published=date(2026, 1, 1)))))
    assert texts(tree, "a:entry/a:title/text()") == ["Laporan <b>& padi"]


def test_who_has_it_is_not_sent_it_again(client: TestClient) -> None:
    first = client.get("/feed.xml")
    assert first.headers["cache-control"] == "public, max-age=300"
    assert first.headers["last-modified"] == "Fri, 02 Jan 2026 03:04:05 GMT"
    for header in (
        {"If-None-Match": first.headers["etag"]},
        {"If-None-Match": f'"other", W/{first.headers["etag"]}'},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = client.get("/feed.xml", headers=header)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": '"other"', "If-Modified-Since": "Fri, 02 Jan 2026 03:04:05 GMT"},
        {"If-Modified-Since": "Sat, 03 Jan 2026 00:00:00 GMT"},
    ],
)
def test_who_has_another_version_is_sent_this_one(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/feed.xml", headers=headers).status_code == 200


def test_a_new_document_changes_the_tag(open_client: Open) -> None:
    pipeline = FakePipeline()
    client = open_client(pipeline)
    before = client.get("/feed.xml").headers["etag"]
    pipeline.held.append(DocumentFacts("baru", "Baru", published=date(2026, 3, 1)))
    assert client.get("/feed.xml", headers={"If-None-Match": before}).status_code == 200


def test_without_an_index_the_reader_is_to_come_back(open_client: Open) -> None:
    response = open_client(FakePipeline(status=Status(version=None))).get("/feed.xml")
    assert (response.status_code, response.headers["retry-after"]) == (503, "30")


def test_addresses_are_those_that_people_use(open_client: Open) -> None:
    client = open_client(base_path="/tanya", site_url="https://prov.example/tanya/")
    tree = read(client, "/tanya/feed.xml")
    assert texts(tree, "a:link/@href") == [
        "https://prov.example/tanya/feed.xml",
        "https://prov.example/tanya/documents",
    ]
    assert texts(tree, "a:entry[1]/a:id/text()") == ["https://prov.example/tanya/documents/pelabuhan.pdf"]


def test_pages_tell_readers_of_feeds_where_it_is(client: TestClient) -> None:
    link = '<link rel="alternate" href="/feed.xml" type="application/atom+xml" title="Dokumen baru">'
    assert link in client.get("/").text
    assert (
        'href="/feed.xml?lang=id&amp;publisher=Tanya+Lampung"' in client.get("/documents?publisher=Tanya+Lampung").text
    )
