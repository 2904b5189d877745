import pytest

from rag.types import Omission
from tests.rag.documents.loaders.html.reading import document, text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>7.420<sup>1</sup> pedagang.</p>", "7.420 pedagang."),
        ("<p><b>7.420</b><sup><a href='#n'>[1]</a></sup> pedagang.</p>", "7.420 pedagang."),
        ("<p>Luasnya 950 m<sup>2</sup> saja.</p>", "Luasnya 950 m² saja."),
        ("<p>Bakteri 10<sup>6</sup> per liter.</p>", "Bakteri 10⁶ per liter."),
        ("<p>Gas CO<sub>2</sub> naik.</p>", "Gas CO2 naik."),
        ("<p><sup>1</sup> Data sementara.</p>", "1 Data sementara."),
        ("<p>Lomba ke-1<sup>st</sup> itu.</p>", "Lomba ke-1st itu."),
    ],
)
def test_the_mark_of_a_note_does_not_join_the_number_before_it(body: str, shown: str) -> None:
    assert text(body) == [shown]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_text_is_left_out_and_told(tag: str) -> None:
    read = document(f"<p>Sewa <{tag}>Rp50.000</{tag}> <ins>Rp0</ins>.</p>")
    assert read.text == "Sewa Rp0."
    assert [each.text for each in read.left_out if each.reason == Omission.STRUCK] == ["Rp50.000"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display: none'>Rp7.000</span>",
        "<span hidden>Rp7.000</span>",
        "<span aria-hidden='true'>Rp7.000</span>",
        "<span class='sr-only'>Rp7.000</span>",
        "<span style='text-decoration:line-through'>Rp7.000</span>",
        "<span style='color: white; font-size: 1px'>Rp7.000</span>",
        "<span style='opacity:0'>Rp7.000</span>",
        "<span style='position:absolute; left:-9999px'>Rp7.000</span>",
        "<span style='color:transparent'>Rp7.000</span>",
        "<script>Rp7.000</script>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(hidden: str) -> None:
    assert text(f"<p>Sewa {hidden}Rp9.000.</p>") == ["Sewa Rp9.000."]


@pytest.mark.parametrize("style", ["font-size:1.2em", "font-size: 10px", "opacity:0.9", "color:white", "left:-10px"])
def test_small_pale_or_shifted_words_are_read(style: str) -> None:
    assert text(f"<p>Sewa <span style='{style}'>Rp9.000.</span></p>") == ["Sewa Rp9.000."]


def test_a_panel_that_something_opens_is_read_although_it_is_hidden() -> None:
    body = "<a href='#isi'>Syarat</a><div id='isi' style='display:none'><p>Bawa KTP asli.</p></div>"
    assert "Bawa KTP asli." in text(body)
