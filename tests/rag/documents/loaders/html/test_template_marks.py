"""Pages that are kept as templates of a program."""

from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders.html import parse
from rag.documents.loaders.html.template_marks import without_template_marks
from rag.types import Omission
from tests.rag.documents.loaders.html.reading import text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<?php $this->load->view('atas') ?><p>Loket buka.</p>", ["Loket buka."]),
        ("<p>Loket <?= $nama->singkat ?> buka.</p><?php foreach ($a as $b => $c): ?><p>Senin</p>", None),
        ("<p>Buka pukul {{ $jam->buka }} pagi.</p>", ["Buka pukul pagi."]),
        ("{{-- <p>lama</p> --}}<p>Baru.</p>", ["Baru."]),
        ("{% extends 'a.html' %}<p>Baru.</p>{% if x > 1 %}<p>Ada.</p>{% endif %}", ["Baru.", "Ada."]),
        ("<% if (a > b) { %><p>Baru.</p><% } %>", ["Baru."]),
        ("@extends('tata.letak')\n@section('isi')\n<p>Baru.</p>\n@endsection\n", ["Baru."]),
        ("\n  @php\n  $a = $b->map(fn ($c) => $c['x']);\n  @endphp\n  <p>Baru.</p>", ["Baru."]),
        ("\n  @if ($a && ada($b->c))\n  <p>Ada.</p>\n  @endif\n", ["Ada."]),
        ("\n  @foreach ($a as $b)\n  <p>Ada.</p>\n  @endforeach\n", ["Ada."]),
        ("@if (count($a) > 0 && ada($b->c('x')))\n<p>Ada.</p>\n@else\n<p>Kosong.</p>\n@endif", ["Ada.", "Kosong."]),
    ],
)
def test_they_are_no_text_of_the_page(body: str, shown: list[str] | None) -> None:
    assert text(body) == (shown or ["Loket buka.", "Senin"])


@pytest.mark.parametrize(
    "body",
    [
        "<p>Kirim ke aduan@if.go.id atau @for_warga.</p>",
        "<p>Akun resmi: @section9, @includes dan @dinsos.</p>",
        "<p>Ikuti kanal @show dan @push setiap hari.</p>",
        "<p>Nilai {a} dan {{tidak ditutup.</p>",
        "<p>Potongan 5 % > 3 %</p>",
    ],
)
def test_what_only_resembles_them_stays(body: str) -> None:
    assert without_template_marks(body) == (body, ())


def test_a_declaration_of_xml_stays() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?><html><body><p>Baru.</p></body></html>'
    assert without_template_marks(page) == (page, ())


def test_what_was_left_out_is_told_and_no_title_is_made_of_it() -> None:
    page = "<?php $this->load->view('atas') ?>\n<h2>Layanan Warga</h2><p>Loket buka setiap hari kerja.</p>"
    read = clean(parse(page.encode(), Path("layanan.php.html")), "d")
    assert read.title == "Layanan Warga"
    told = [each.text for each in read.left_out if each.reason == Omission.TEMPLATE]
    assert told == ["<?php $this->load->view('atas') ?>"]
