import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.documents.loaders.html import fragment
from rag.documents.loaders.html.lists import written
from rag.documents.tables import with_text
from rag.types import BlockKind
from tests.rag.documents.loaders.html.reading import document, headings, levels, text


def test_items_have_the_letters_and_numbers_that_a_browser_shows() -> None:
    assert text("<ol type='a' start='3'><li>kaca<li>api</ol><ol reversed><li>kail<li>jaring</ol>") == [
        "c. kaca",
        "d. api",
        "2. kail",
        "1. jaring",
    ]
    assert text("<ol><li value=7>lada<li>kopi</ol><ol style='list-style-type: lower-roman'><li>padi<li>ubi</ol>") == [
        "7. lada",
        "8. kopi",
        "i. padi",
        "ii. ubi",
    ]


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [(28, "a", "ab"), (26, "A", "Z"), (1994, "i", "mcmxciv"), (4000, "i", "4000"), (0, "a", "0")],
)
def test_numbers_as_letters_and_roman_numerals(number: int, kind: str, shown: str) -> None:
    assert written(number, kind) == shown


def test_items_of_lists_within_lists_know_their_marker_and_depth() -> None:
    read = document("<ol><li>Warga membawa:<ol type=a><li>KTP<li>foto</ol><li>Warga pulang</ol>")
    items = [(block.marker, block.level) for block in read.blocks if block.kind is BlockKind.ITEM]
    assert items == [("1.", 1), ("a.", 2), ("b.", 2), ("2.", 1)]


def test_words_of_a_list_outside_of_its_items_stay() -> None:
    assert text("<ul>Bawa: <ol>surat tanpa butir</ol><li>foto</ul>") == ["Bawa:", "surat tanpa butir", "- foto"]


def test_the_button_of_an_accordion_is_the_heading_of_its_answer() -> None:
    body = (
        "<h2>Tanya jawab</h2><div><button>Berapa sewa lapak?</button><div hidden><p>Rp9.000.</p></div></div>"
        "<div><h3><button aria-expanded='false'>Siapa pengelola?</button></h3><div><p>Ibu Sari.</p></div></div>"
        "<details><summary>Kapan buka?</summary>Tiap Rabu.</details><button>Kirim</button>"
    )
    assert headings(body) == ["Tanya jawab", "Berapa sewa lapak?", "Siapa pengelola?", "Kapan buka?"]
    assert text(body)[2::2] == ["Rp9.000.", "Ibu Sari.", "Tiap Rabu."]


def test_questions_folded_into_a_group_stand_below_its_heading() -> None:
    folded = "<details><summary>{}</summary><details><summary>Siapa boleh?</summary>{}</details></details>"
    body = "<h2>Tanya jawab</h2>" + folded.format("Magang", "Lulusan SMK.") + folded.format("Kursus", "Pencari kerja.")
    groups = [("Magang", 3), ("Siapa boleh?", 4), ("Kursus", 3), ("Siapa boleh?", 4)]
    assert levels(body) == [("Tanya jawab", 2), *groups]
    opened = "<button aria-expanded='true'>{}</button><div><button aria-expanded='false'>Biaya?</button><p>{}</p></div>"
    groups = [("Ruang", 2), ("Biaya?", 3), ("Kartu", 2), ("Biaya?", 3)]
    assert levels(opened.format("Ruang", "Rp9.000.") + opened.format("Kartu", "Gratis.")) == groups


def test_the_hidden_panel_below_a_heading_that_is_a_button_is_its_answer() -> None:
    body = (
        "<h3><button>Siapa boleh?</button></h3><div hidden><p>Semua nelayan boleh mendaftar.</p></div>"
        "<h3>Catatan <button>Cetak</button></h3><div hidden><p>Naskah lama yang sudah diganti.</p></div>"
    )
    assert text(body) == ["Siapa boleh?", "Semua nelayan boleh mendaftar.", "Catatan Cetak"]


def test_a_tab_is_the_heading_of_its_panel() -> None:
    body = (
        "<ul class='nav nav-tabs'><li><a data-toggle='tab' href='#a'>Kios besar</a></li><li><a data-toggle='tab' "
        "href='#b'>Kios kecil</a></li></ul><div id='a'><p>Sewa dibayar bulanan.</p></div>"
        "<div id='b' style='display:none'><p>Sewa dibayar harian saja.</p></div>"
    )
    assert text(body) == ["Kios besar", "Sewa dibayar bulanan.", "Kios kecil", "Sewa dibayar harian saja."]


def test_several_articles_of_a_page_are_sections() -> None:
    body = "".join(
        f"<article><h2>{name}</h2><p>{name} dibangun desa.</p></article>" for name in ("Jembatan", "Lapangan")
    )
    assert text(body) == ["Jembatan", "Jembatan dibangun desa.", "Lapangan", "Lapangan dibangun desa."]
    assert headings(body) == ["Jembatan", "Lapangan"]


def test_a_short_paragraph_in_bold_above_text_is_a_heading_and_a_bold_price_is_none() -> None:
    assert headings("<p><b>Kelompok 7</b></p><p>Unit: 3.</p><p><strong>Rp5.000</strong></p><p>Lunas.</p>") == [
        "Kelompok 7"
    ]


def test_a_heading_that_is_only_a_figure_is_text() -> None:
    assert headings("<h3>412</h3><p>Kios tercatat tahun ini.</p>") == []


WORDS = st.text("abcdefgh", min_size=3, max_size=9)
TAGS = st.sampled_from("p div ul ol li b span section table tr td h2 dl dd dt article a blockquote center".split())
PAGES = st.recursive(WORDS, lambda inner: st.builds("<{0}>{1} {2}</{0}>".format, TAGS, inner, inner), max_leaves=25)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_no_word_of_a_page_is_lost_whatever_its_markup(page: str) -> None:
    blocks, left_out = fragment(page, Path("x"))
    told = " ".join([*(with_text(block).text for block in blocks), *(each.text for each in left_out)])
    wanted = re.sub(r"<[^>]*>", " ", page).split()
    assert set(wanted) <= set(re.findall(r"[a-h]+", told))
