from datetime import date
from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import html
from tests.rag.documents.loaders.html.reading import document


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-08-08T19:30:00Z">',
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-08-09"}]}</script>',
        '<meta name="DC.date" content="Sabtu, 9 Ags 2025">',
    ],
)
def test_the_day_of_publication_is_the_day_in_jakarta(head: str) -> None:
    assert document("<p>Isi.</p>", head).published == date(2025, 8, 9)


@pytest.mark.parametrize("tag", ["div", "p", "span", "time"])
def test_a_visible_date_above_the_story_dates_the_page_whatever_its_tag(tag: str) -> None:
    read = document(f"<{tag}>Jum'at, 7 Nopember 2025</{tag}><p>Pasar dibuka kepala desa pagi tadi.</p>")
    assert (read.published, read.text) == (date(2025, 11, 7), "Pasar dibuka kepala desa pagi tadi.")


@pytest.mark.parametrize("line", ["7 Nopemb 2025", "3 Okotber 2025", "tahun 2025"])
def test_an_unread_month_is_no_first_of_january(line: str) -> None:
    assert document(f"<div class='date'>{line}</div><p>Pasar dibuka.</p>").published is None


def test_a_date_below_a_label_is_what_the_label_says() -> None:
    read = document("<h3>Pendaftaran</h3><p>1 Juli 2025</p><h3>Ujian</h3><p>10 Juli 2025</p>")
    assert read.published is None
    assert "1 Juli 2025" in read.text


def test_the_title_is_the_main_heading_and_the_rest_of_the_title_tag_names_the_publisher() -> None:
    read = document("<p>Isi.</p>")
    assert (read.title, read.publisher) == ("Pasar Desa", "Dinas Contoh")


def test_broken_json_says_nothing() -> None:
    page = b"<html><head><script type='application/ld+json'>{bad</script></head><body><p>Isi.</p></body></html>"
    assert html.parse(page, Path("x")).published is None


@pytest.mark.parametrize(
    "title", ["Untitled Document", "Document", "New Page 1", "Beranda", "dukcapil.contoh.go.id", ""]
)
def test_a_title_nobody_wrote_gives_way_to_the_heading_above_all_others(title: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><h2><a href='/layanan'>BACK</a></h2>"
        "<h2>Akta Kelahiran</h2><h2>Pelaporan</h2>"
        "<p>Laporkan kelahiran di kantor kelurahan paling lambat enam puluh hari sejak bayi lahir.</p>"
        "<h2>Biaya</h2><p>Gratis.</p></body></html>"
    )
    read = clean(html.parse(page.encode(), Path("akta.html")), "d")
    assert read.title == "Akta Kelahiran"
    assert read.text.startswith("Pelaporan\n")


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Festival Kopi | Dinas Contoh</title><h1>Lokasi:</h1>", "Festival Kopi"),
        ("<h2>Lokasi:</h2>", "Jalan Melati 5 di pusat kota"),
        ("<title>Home</title><p><b>Lokasi:</b></p>", "Jalan Melati 5 di pusat kota"),
    ],
)
def test_what_only_announces_the_next_line_names_no_page(page: str, title: str) -> None:
    story = "<p>Jalan Melati 5 di pusat kota.</p><p>Pasar buka setiap Sabtu pukul lima pagi sampai siang.</p>"
    assert clean(html.parse(f"<html><body>{page}{story}</body></html>".encode(), Path("x")), "d").title == title


def test_the_only_time_of_a_page_dates_it_where_it_stands_behind_the_headline() -> None:
    time = "<time datetime='2025-12-30T17:45:00+00:00'>baru saja</time>"
    assert document(f"{time}<p>Panen dimulai.</p>").published == date(2025, 12, 31)
    assert document(f"<p>Panen dimulai {time}.</p>").published is None
    assert document(f"{time}<p>Panen dimulai {time}.</p>").published is None
