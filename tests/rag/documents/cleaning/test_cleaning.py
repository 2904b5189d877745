from dataclasses import replace
from datetime import date

from rag.documents.cleaning import Block, RawPage, clean, content_hash
from rag.types import Heading, Language

PAGE = """Bupati Sukaraya Resmikan Pasar Tani, Warga Diminta Jaga Kebersihan

Home > Berita > Daerah
Avatar photo

- Penulis

Rabu, 5 Maret 2025 - 09:30 WIB

facebook twitter whatsapp telegram line copy
URL berhasil dicopy
3
Bupati Sukaraya Resmikan Pasar Tani, Warga Diminta Jaga Kebersihan
foto : Humas
warga diminta ikut menjaga kebersihan pasar yang baru

SUKARAYA (kabarcontoh.id) — Bupati Sukaraya meresmikan pasar tani pada Selasa (4/3/2025) di hadapan ratusan pedagang.
“Pasar ini dibangun selama 8 bulan dengan biaya Rp4,5 miliar,” ujar Drs. H. Sulaiman, M.Si. di lokasi.

Baca Juga :  Harga Cabai di Sukaraya Turun Jelang Akhir Tahun March 2, 2025

Sejarah Pasar

Baca juga puisi itu dengan tenang, kata seorang pengunjung di dekat gerbang pasar.
Bupati berharap warga diminta ikut menjaga kebersihan pasar yang baru tanpa menunggu petugas.
ADVERTISEMENT
SCROLL TO CONTINUE WITH CONTENT
Pasar dibuka setiap hari pukul 05.00 sampai 12.00 WIB dan dapat menampung 240 pedagang. (***)

Berikan Reaksi Anda
like
dislike
love
wow
Tags: pasar, tani, Sukaraya
Editor:
Wahyu Contoh
Berita ini 12 kali dibaca
Berita Terkait
Pasar Lama Akan Dibongkar Bulan Depan
Kamis, 6 Maret 2025 - 10:00 WIB
Pedagang Minta Tambahan Lapak
Berita Terbaru
Uncategorized
Pedagang Minta Tambahan Lapak
COPYRIGHT © KABAR CONTOH 2025
"""

STORY = """Bupati Sukaraya meresmikan pasar tani pada Selasa (4/3/2025) di hadapan ratusan pedagang.

“Pasar ini dibangun selama 8 bulan dengan biaya Rp4,5 miliar,” ujar Drs. H. Sulaiman, M.Si. di lokasi.

Sejarah Pasar

Baca juga puisi itu dengan tenang, kata seorang pengunjung di dekat gerbang pasar.

Bupati berharap warga diminta ikut menjaga kebersihan pasar yang baru tanpa menunggu petugas.

Pasar dibuka setiap hari pukul 05.00 sampai 12.00 WIB dan dapat menampung 240 pedagang."""


def web(text: str) -> RawPage:
    return RawPage(tuple(Block(line) for line in text.splitlines()), web=True, lines_are_headings=True)


def test_a_saved_page_keeps_every_sentence_and_nothing_else() -> None:
    document = clean(web(PAGE), "a.txt")
    assert document.text == STORY


def test_title_publisher_and_date_come_from_around_the_story() -> None:
    document = clean(web(PAGE), "a.txt")
    assert document.title == "Bupati Sukaraya Resmikan Pasar Tani, Warga Diminta Jaga Kebersihan"
    assert document.publisher == "kabarcontoh.id"
    assert document.published == date(2025, 3, 5)  # not the 4th, the day of the event
    assert document.language is Language.INDONESIAN


def test_a_short_line_above_prose_is_a_heading() -> None:
    document = clean(web(PAGE), "a.txt")
    (heading,) = document.headings
    assert document.text[heading.start : heading.end] == "Sejarah Pasar"


def test_a_page_that_names_no_date_and_no_title_gets_none_and_its_first_words() -> None:
    document = clean(
        web(
            "Kabarcontoh.id – Pemerintah kabupaten menjajaki kerja sama dengan kabupaten tetangga tentang"
            " pengelolaan air bersih di wilayah perbatasan.\n"
            "Pertemuan berlangsung pada Kamis, 12 Februari 2026 di balai desa setempat itu."
        ),
        "b.txt",
    )
    assert document.publisher == "Kabarcontoh.id"
    assert document.published is None
    assert document.title.startswith("Pemerintah kabupaten menjajaki")
    assert document.title.endswith("…")


def test_publisher_of_the_copyright_line_is_used_when_there_is_no_dateline() -> None:
    prose = "Isi berita yang cukup panjang untuk disebut prosa oleh pembersih halaman ini."
    text = f"Judul Berita\n{prose}\nCOPYRIGHT © ANTARA 2026"
    document = clean(web(text), "c.txt")
    assert (document.publisher, document.published) == ("ANTARA", None)


def test_a_related_list_in_mid_story_ends_where_prose_goes_on() -> None:
    prose = "Kalimat nomor {} dari berita ini panjangnya lebih dari sepuluh kata seperti biasanya."
    lines = [
        "Judul",
        *(prose.format(n) for n in (1, 2)),
        "Berita Terkait",
        "Judul Lain Yang Pendek",
        *(prose.format(n) for n in (3, 4)),
    ]
    document = clean(web("\n".join(lines)), "d.txt")
    assert document.text.split("\n\n") == [prose.format(n) for n in (1, 2, 3, 4)]


def test_an_opening_date_stamp_is_the_date_of_publication() -> None:
    document = clean(
        web(" date 2026-02-13 KOTA (Contoh.co) — Warga kota berkumpul di alun-alun untuk menonton pertunjukan wayang."),
        "e",
    )
    assert (document.published, document.publisher) == (date(2026, 2, 13), "Contoh.co")
    assert document.text.startswith("Warga kota")


def test_what_the_file_says_itself_comes_first() -> None:
    page = replace(web(PAGE), title="Judul Lain", publisher="Media Lain", published=date(2024, 1, 1))
    document = clean(page, "a.txt")
    assert (document.title, document.publisher, document.published) == ("Judul Lain", "Media Lain", date(2024, 1, 1))


def test_pages_and_headings_have_exact_offsets() -> None:
    blocks = (Block("Bab Satu", 2), Block("Isi yang \fberlanjut."), Block("\fHalaman tiga."))
    document = clean(RawPage(blocks, paged=True), "f.pdf")
    assert document.text == "Bab Satu\n\nIsi yang berlanjut.\n\nHalaman tiga."
    assert document.headings == (Heading(0, 8, 2),)
    assert [document.text[start:] for start in document.page_starts] == [
        document.text,
        "berlanjut.\n\nHalaman tiga.",
        "Halaman tiga.",
    ]


def test_controls_invisibles_and_odd_blanks_are_gone() -> None:
    document = clean(RawPage((Block("Ko\u00adpi\u200b  \u00a0robus\x00ta\r\ncafe\u0301"),)), "g")
    assert document.text == "Kopi robus ta\ncafé"


def test_equal_content_has_an_equal_hash_whatever_the_file_is_called() -> None:
    one, two = clean(web(PAGE), "a.txt", "x/a.txt"), clean(web(PAGE), "b.txt", "y/b.txt")
    assert one.content_hash == two.content_hash == content_hash(two)
    assert clean(web(PAGE.replace("240", "250")), "a.txt").content_hash != one.content_hash


def test_a_page_of_furniture_only_has_no_text() -> None:
    assert clean(web("Home\nFacebook Twitter\nBaca juga: Judul lain"), "h").text == ""


def test_pages_before_a_title_that_goes_still_count() -> None:
    page = RawPage((Block("\fPasar Tani", 1), Block("Pasar buka tiap hari.")), title="Pasar Tani", paged=True)
    document = clean(page, "i.pdf")
    assert document.text == "Pasar buka tiap hari."
    assert document.page_at(0) == 2
