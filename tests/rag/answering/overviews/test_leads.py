from pathlib import Path

from rag.answering.overviews.leads import lead_of, leads_of
from rag.documents.loaders import load
from rag.types import Document


def document(tmp_path: Path, text: str, name: str = "d.md") -> Document:
    path = tmp_path / name
    path.write_text(text)
    (found,) = load(path, name, 10_000)
    return found


SECTIONED = """---
title: Taman
---

Taman kota dibuka pada Senin pagi. Wali kota memotong pita.

## Harga

Harga tiket masuk (dalam rupiah):

- dewasa: 5.000
- anak: 2.000

Rombongan membayar setengah harga. Sekolah tidak membayar.

## Jadwal

Taman buka setiap hari sampai sore.
"""


def test_the_first_sentence_leads_and_each_section_gives_its_first_whole_one(tmp_path: Path) -> None:
    about = document(tmp_path, SECTIONED)
    assert lead_of(about).text == "Taman kota dibuka pada Senin pagi."
    assert [(one.heading, one.span.text) for one in leads_of(about, 4)] == [
        (None, "Taman kota dibuka pada Senin pagi."),
        ("Harga", "Rombongan membayar setengah harga."),
        ("Jadwal", "Taman buka setiap hari sampai sore."),
    ]


def test_of_many_sections_some_are_told_from_first_to_last(tmp_path: Path) -> None:
    sections = "\n\n".join(f"## Bagian {n}\n\nIsi bagian nomor {n} ada di sini." for n in range(1, 8))
    about = document(tmp_path, f"---\ntitle: Buku\n---\n\n{sections}\n")
    assert [one.heading for one in leads_of(about, 4)] == ["Bagian 1", "Bagian 3", "Bagian 5", "Bagian 7"]


def test_without_sections_paragraphs_are_told(tmp_path: Path) -> None:
    about = document(tmp_path, "Pasar dibuka pagi ini. Ramai sekali.\n\nPedagang datang dari tiga desa.\n", "pasar.txt")
    assert [one.span.text for one in leads_of(about, 4)] == [
        "Pasar dibuka pagi ini.",
        "Pedagang datang dari tiga desa.",
    ]


def test_every_lead_stands_in_its_document_and_one_without_sentences_gives_its_first_line() -> None:
    about = Document("d", "Angka", "\nSatu dua\nTiga\n")
    lead = lead_of(about)
    assert (lead.text, about.text[lead.start : lead.end]) == ("Satu dua", "Satu dua")
