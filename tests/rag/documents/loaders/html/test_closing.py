from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import html
from rag.documents.loaders.html.closing import with_parts_closed
from tests.rag.documents.loaders.html.reading import text

STORY = "<p>Loket membuka layanan pada hari kerja pukul delapan pagi di ruang depan balai.</p>"


@pytest.mark.parametrize("part", ["header", "nav", "footer", "aside"])
def test_a_part_ends_where_its_end_stands_though_a_div_in_it_is_open(part: str) -> None:
    menu = "<a href=/a>Beranda</a> <a href=/b>Layanan</a>"
    page = f"<html><body><{part}><div class=bar><div>{menu}</div></{part}><section>{STORY}</section></body></html>"
    assert clean(html.parse(page.encode(), Path("x.html")), "d").text.startswith("Loket membuka")


def test_an_article_ends_before_what_follows() -> None:
    source = "<article><div>satu</article><p>dua</p>"
    assert with_parts_closed(source) == "<article><div>satu</div></article><p>dua</p>"


@pytest.mark.parametrize(
    "source",
    [
        "<header><div>satu</div></header>",
        "<header><p>satu</header>",  # libxml2 ends a paragraph itself
        "<header><table><tr><td><div></header></td></tr></table></header>",
        "<!-- <header><div></header> --><header>satu</header>",
        "<script>'<nav><div></nav>'</script>",
        "<div title='<header><div></header>'>satu</div>",
        "<div>satu</header>",
        "<nav>" + "<div>" * 300 + "</nav>",
    ],
)
def test_a_page_whose_parts_end_is_left_as_it_is(source: str) -> None:
    assert with_parts_closed(source) == source


def test_a_division_left_open_in_a_part_does_not_end_the_one_around_it() -> None:
    assert text("<div><aside><div><p>satu dua</p></aside><p>tiga</p></div><p>empat</p>") == [
        "satu dua",
        "tiga",
        "empat",
    ]
