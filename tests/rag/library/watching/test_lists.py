"""RSS, Atom and sitemaps."""

import gzip

import pytest

from rag.errors import LibraryProblem
from rag.library.watching.lists import read_list
from rag.library.watching.records import Item

HERE = "https://berita.example/daftar/"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def test_rss_lists_links_once_and_lasting_ids_where_there_is_none() -> None:
    content = b"""<rss version="2.0"><channel><link>https://berita.example/</link>
      <item><link> /a#x </link><guid>1</guid></item><item><link>/a</link></item>
      <item><guid>https://berita.example/b</guid></item><item><guid isPermaLink="false">c</guid></item>
      <item><link>javascript:alert(1)</link></item></channel></rss>"""
    assert read_list(content, HERE).items[:2] == (
        Item("https://berita.example/a"),
        Item("https://berita.example/b"),
    )


def test_atom_lists_alternates_with_the_moment_of_their_change() -> None:
    content = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="/self"/>
      <entry><link rel="edit" href="/e"/><link href="a.html"/><updated>2026-02-01T00:00:00Z</updated></entry></feed>"""
    assert read_list(content, HERE).items == (Item(f"{HERE}a.html", "2026-02-01T00:00:00Z"),)


def test_a_sitemap_comes_newest_first_also_packed() -> None:
    entries = "".join(f"<url><loc>{HERE}{n}</loc><lastmod>2026-01-0{n}</lastmod></url>" for n in (1, 3, 2))
    content = f'<urlset xmlns="{SITEMAP}">{entries}</urlset>'.encode()
    wanted = tuple(Item(f"{HERE}{n}", f"2026-01-0{n}") for n in (3, 2, 1))
    assert read_list(content, HERE).items == read_list(gzip.compress(content), HERE).items == wanted


def test_a_sitemap_of_sitemaps_lists_these() -> None:
    content = f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>'.encode()
    assert read_list(content, HERE).lists == ("https://berita.example/s1.xml",)


@pytest.mark.parametrize("content", [b"", b"<html><body>x</body></html>", b"{}", b"\x1f\x8bx", b"<rss>"])
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(LibraryProblem, match="no list of addresses"):
        read_list(content, HERE)


def test_a_packed_bomb_is_refused() -> None:
    with pytest.raises(LibraryProblem, match="larger than the limit"):
        read_list(gzip.compress(b" " * 30_000_000), HERE)


def test_entities_read_no_file_and_do_not_grow(tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("rahasia")
    content = f"""<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file://{secret}">]>
      <rss><channel><item><link>/&f;&b;</link></item></channel></rss>""".encode()
    assert [item.place for item in read_list(content, HERE).items] == ["https://berita.example/"]
