from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import html
from rag.types import Document, Notice, NoticeKind, Omission
from tests.rag.documents.loaders.html.reading import document, text


def whole(page: str) -> Document:
    return clean(html.parse(page.encode(), Path("x.html")), "d")


def test_menus_and_feet_are_left_out_and_told() -> None:
    read = document("<p>Pasar buka tiap Rabu.</p>")
    assert read.text == "Pasar buka tiap Rabu."
    assert {"Beranda", "Hak cipta Dinas Contoh"} <= {each.text for each in read.left_out}


@pytest.mark.parametrize(
    "around",
    [
        "<div class='sidebar'><a href=/a>Harga cabai</a> <a href=/b>Harga bawang</a></div>",
        "<div class='breadcrumb'><a href=/>Beranda</a> / Pasar</div>",
        "<aside><ul><li><a href=/a>Harga cabai turun</a></ul></aside>",
        "<div role='navigation'>Beranda Berita</div>",
        "<form><label>Cari</label><input name=q></form>",
    ],
)
def test_parts_around_the_content_go(around: str) -> None:
    story = "<p>Pasar desa buka tiap Rabu dan melayani warga dari sebelas dusun di sekitar muara.</p>" * 2
    assert whole(f"<html><body>{around}{story}</body></html>").text.count("\n\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        "<div class='sidebar'><p>Kantor buka pukul 08.00 sampai 15.00.</p></div>",
        "<div class='widget'>Telepon 0812-5550</div>",
        "<aside><p>Catatan: bawa surat kuasa.</p></aside>",
        "<ul class='menu'><li>Nasi uduk Rp9.000</li></ul>",
        "<div class='breadcrumbs'><h4>Cara mengurus surat kuasa di kantor</h4></div>",
    ],
)
def test_what_is_called_like_furniture_and_says_something_stays(content: str) -> None:
    read = whole(f"<html><body><h1>Kantor</h1><p>Isi halaman tentang kantor desa ini.</p>{content}</body></html>")
    assert any(word in read.text for word in ("08.00", "0812", "surat kuasa", "Rp9.000"))


def test_a_form_that_holds_the_page_is_read() -> None:
    story = "Pasar desa buka tiap Rabu dan melayani warga dari sebelas dusun di sekitar muara sungai. " * 4
    assert "sebelas dusun" in whole(f"<html><body><form><p>{story}</p><input name=state></form></body></html>").text


def test_linked_items_with_prices_stay() -> None:
    body = "<p>Daftar sewa:</p><ul><li><a href=/a>Kursi Rp2.500</a><li><a href=/b>Tenda Rp350.000</a></ul>"
    assert text(body) == ["Daftar sewa:", "- Kursi Rp2.500", "- Tenda Rp350.000"]


def test_headings_that_web_pages_use_for_links_do_not_take_the_story_along() -> None:
    body = "<h2>Kategori</h2><p>Umum dan pelajar.</p><h2>Informasi Lainnya</h2><p>Ditutup 19 September.</p>"
    assert text(body) == ["Kategori", "Umum dan pelajar.", "Informasi Lainnya", "Ditutup 19 September."]


def test_one_article_that_holds_nearly_all_words_is_the_content() -> None:
    story = "<p>Pasar desa buka tiap Rabu dan melayani warga dari sebelas dusun di sekitar muara.</p>" * 4
    read = whole(f"<html><body><div>Situs resmi</div><article>{story}</article></body></html>")
    assert "Situs resmi" not in read.text
    assert ("Situs resmi", Omission.OUTSIDE) in {(each.text, each.reason) for each in read.left_out}


def test_parts_called_menus_go_up_to_a_third_of_the_page_those_with_most_links_first() -> None:
    menu = "<div class='menu'><a href='/a'>Profil</a> <a href='/b'>Berita</a></div>"
    villages = "".join(
        f"<div class='widget'><a href='/{name}'>Desa {name} Makmur Indah</a> {number} warga</div>"
        for number, name in enumerate(("Sukajadi", "Wonosari", "Mekarsari", "Bandarjaya", "Karangsari"), start=311)
    )
    page = f"<body>{menu}<p>Kecamatan ini punya lima desa yang semuanya berada di tepi sungai.</p>{villages}</body>"
    read = whole(page)
    assert "Profil" not in read.text
    kept = [number for number in range(311, 316) if f"{number} warga" in read.text]
    assert len(kept) >= 3
    assert read.notices == (Notice(NoticeKind.PUT_BACK, count=len(kept)),)


def test_a_page_with_more_menus_than_text_keeps_its_text_only() -> None:
    links = "".join(f"<a href='/{number}'>Layanan {number}</a> " for number in range(12))
    menus = f"<div class='sidebar'>{links}</div>" * 2
    page = f"<body><nav>{menus}</nav><p>Kantor desa buka pada pukul delapan pagi setiap hari kerja.</p></body>"
    read = whole(page)
    assert (read.text, read.notices) == ("Kantor desa buka pada pukul delapan pagi setiap hari kerja.", ())


def test_parts_around_the_content_are_told_in_the_order_of_the_page() -> None:
    menus = [f"Menu {number}" for number in range(40)]
    parts = "".join(f"<div class='widget'><a href=/>{menu}</a></div>" for menu in menus)
    story = "<p>Pasar desa buka tiap Rabu dan melayani warga dari sebelas dusun di sekitar muara.</p>" * 20
    told = [each.text for each in whole(f"<html><body>{story}{parts}</body></html>").left_out]
    assert [text for text in told if text in menus] == menus
