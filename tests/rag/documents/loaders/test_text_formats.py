from datetime import date
from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import html, markdown, plain
from rag.documents.loaders.plain import join
from rag.documents.tables import table_of, with_text
from rag.errors import UnreadableDocument
from rag.types import Document, Language, Notice, NoticeKind

WHERE = Path("berkas")


def from_markdown(text: str) -> Document:
    return clean(markdown.parse(text.encode(), WHERE), "d")


def from_html(text: str) -> Document:
    return clean(html.parse(text.encode(), WHERE), "d")


def headings(document: Document) -> list[tuple[str, int]]:
    return [(document.text[h.start : h.end], h.level) for h in document.headings]


def test_front_matter_becomes_metadata() -> None:
    document = from_markdown(
        "---\ntitle: Pasar Tani\npublisher: Kabar Contoh\ndate: 2025-03-04\n"
        "url: https://contoh.id/a\nlanguage: en\nbased_on:\n"
        "  - publisher: ANTARA\n    title: Pasar dibuka\n    date: 2025-03-03\n  - Dinas, Laporan\n"
        "---\n# Pasar Tani\n\nIsi.\n"
    )
    assert (document.title, document.publisher, document.published) == ("Pasar Tani", "Kabar Contoh", date(2025, 3, 4))
    assert (document.url, document.language) == ("https://contoh.id/a", Language.ENGLISH)
    assert document.based_on == ("ANTARA, Pasar dibuka, 2025-03-03", "Dinas, Laporan")
    assert document.text == "Isi."


def test_what_a_site_shows_of_the_front_matter_stands_above_the_text() -> None:
    document = from_markdown(
        "---\ntitle: Bazar Buku\nlayout: event\nlocation: Aula <b>Lantai 2\nstartDate: 2026-03-04T09:00:00.000Z\n"
        "biaya: Rp5.000\norder: 3\nkontak:\n  - Tina\nphone: 0721555019\n---\n# Bazar Buku\n\nTerbuka untuk umum.\n"
    )
    assert document.title == "Bazar Buku"
    assert document.text.split("\n\n") == [
        "Location: Aula <b>Lantai 2",
        "Start date: 2026-03-04",
        "Biaya: Rp5.000",
        "Phone: 0721555019",
        "Terbuka untuk umum.",
    ]


def test_numbers_of_the_front_matter_are_as_they_are_written() -> None:
    document = from_markdown("---\nwaktu: 10:30\nkuota: 1_200\nphone: 0274\nharga: 1e3\n---\nIsi.\n")
    assert document.text.split("\n\n") == ["Waktu: 10:30", "Kuota: 1_200", "Phone: 0274", "Harga: 1e3", "Isi."]


def test_markup_is_gone_and_the_words_stay() -> None:
    document = from_markdown(
        "# Judul\n\nTeks *miring*, **tebal** dan [tautan](https://a.id)\nbaris dua `kode`.\n\n"
        "![gambar](a.png)\n\n> Kutipan.\n"
    )
    assert document.title == "Judul"
    assert document.text == "Teks miring, tebal dan tautan baris dua kode.\n\nKutipan."


def test_lists_keep_their_markers_and_headings_their_levels() -> None:
    document = from_markdown("## Syarat\n\n- KTP\n- Ijazah\n\n### Cara\n\n3. Isi\n4. Kirim\n")
    assert document.text == "Syarat\n\n- KTP\n- Ijazah\n\nCara\n\n3. Isi\n4. Kirim"
    assert headings(document) == [("Syarat", 2), ("Cara", 3)]


def test_what_a_site_generator_puts_a_box_in_place_of_is_no_text() -> None:
    document = from_markdown(
        '# Pasar\n\n{{% alert note %}}\nBuka pukul 08.00.\n{{% /alert %}}\n\n{{< foto src="a" >}}\n'
    )
    assert document.text == "Buka pukul 08.00."


def test_what_gives_a_picture_or_a_heading_its_class_is_no_text() -> None:
    document = from_markdown(
        '## Biaya {#biaya .besar}\n\n![Loket](a.jpg){: .shadow width="400" style="max-width: 90%" }\n_Loket dua_\n\n'
        "Isi formulir {a} dan {b: 2}.\n{: .prompt-tip }\n"
    )
    assert document.text.split("\n\n") == ["Biaya", "Loket dua", "Isi formulir {a} dan {b: 2}."]


def test_rows_of_a_markdown_table_carry_their_headers() -> None:
    document = from_markdown("| Negara | Jumlah |\n|---|---|\n| Taiwan | 12 |\n| Jepang | |\n")
    assert document.text == "Negara: Taiwan; Jumlah: 12\nNegara: Jepang"


def test_furniture_words_in_our_own_markdown_stay() -> None:
    document = from_markdown("---\ntitle: T\n---\nKalimat pertama.\n\nBaca juga: Lampiran A\n")
    assert document.text == "Kalimat pertama.\n\nBaca juga: Lampiran A"


def test_broken_front_matter_names_the_line() -> None:
    for broken in ("- a: b: c", "title: T\ntags:\n  - [x"):
        with pytest.raises(UnreadableDocument, match=r"line [24]"):
            markdown.parse(f"---\n{broken}\n---\nIsi".encode(), WHERE)


def test_a_title_that_wants_quotes_is_no_reason_to_lose_a_page() -> None:
    document = from_markdown(
        '---\ntitle: Bazar: buku dan "komik"\nringkas: "Disebut "bazar" saja"\ntags:\n  - pasar: malam\nlokasi: Aula\n'
        "date: 2026-03-04\n---\nIsi.\n"
    )
    assert (document.title, document.published) == ('Bazar: buku dan "komik"', date(2026, 3, 4))
    assert document.text == "Lokasi: Aula\n\nIsi."


ARTICLE = """<!DOCTYPE html><html lang="id"><head><title>Pasar Tani | Kabar Contoh</title>
<meta property="og:site_name" content="Kabar Contoh"><meta property="og:title" content="Pasar Tani Dibuka">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-05T09:00:00+07:00"}</script></head>
<body><nav><a href="/">Beranda</a></nav><article><h1>Pasar Tani Dibuka</h1>
<p>Pasar tani di Kabupaten Contoh dibuka pada 4 Maret 2025 dan <b>gratis</b> untuk umum.</p>
<p><a href="/x">Baca juga: Harga cabai turun</a></p><h2>Jadwal</h2>
<table><tr><th>Hari</th><th>Jam</th></tr>
<tr><td rowspan="2">Senin</td><td>08.00</td></tr><tr><td>13.00</td></tr></table>
<ul><li>Bawa KTP</li><li>Datang pagi</li></ul><p>Pasar ini menampung 240 pedagang dari sebelas kecamatan.</p></article>
<footer>Hak cipta Kabar Contoh</footer></body></html>"""


def test_an_article_gives_its_story_and_its_own_metadata() -> None:
    document = from_html(ARTICLE)
    assert (document.title, document.publisher) == ("Pasar Tani Dibuka", "Kabar Contoh")
    assert document.published == date(2025, 3, 5)  # the 4th is the day of the event
    assert document.text == (
        "Pasar tani di Kabupaten Contoh dibuka pada 4 Maret 2025 dan gratis untuk umum.\n\nJadwal\n\n"
        "Hari: Senin; Jam: 08.00\nHari: Senin; Jam: 13.00\n- Bawa KTP\n- Datang pagi\n\n"
        "Pasar ini menampung 240 pedagang dari sebelas kecamatan."
    )
    assert headings(document) == [("Jadwal", 2)]


def test_a_plain_small_page_keeps_its_structure() -> None:
    document = from_html(
        "<html><head><title>Syarat</title></head><body><h2>Berkas</h2><p>Bawa KTP <b>asli</b>, ya.</p>"
        "<table><tr><th>Hari</th><th>Jam</th></tr><tr><td>Senin</td><td>08.00</td></tr></table>"
        "<table><tr><th>Alamat</th><td>Jalan A</td></tr><tr><th>Telepon</th><td>0721</td></tr></table>"
        "<ol><li>Datang<li>Antre</ol></body></html>"
    )
    assert document.text == (
        "Berkas\n\nBawa KTP asli, ya.\n\nHari: Senin; Jam: 08.00\nAlamat: Jalan A\nTelepon: 0721\n1. Datang\n2. Antre"
    )


def test_a_page_without_a_date_tag_has_no_date() -> None:
    assert from_html(ARTICLE.replace("2025-03-05T09:00:00+07:00", "")).published is None


def nested(depth: int) -> bytes:
    deep = "<div>" * depth + "<p>Teks di dalam yang sangat dalam sekali letaknya.</p>" + "</div>" * depth
    return f"<html><body><p>Teks di luar.</p>{deep}</body></html>".encode()


def test_deeply_nested_markup_does_no_harm() -> None:
    texts = [block.text for block in html.parse(nested(200), WHERE).blocks]
    assert texts == ["Teks di luar.", "Teks di dalam yang sangat dalam sekali letaknya."]


def test_what_is_nested_too_deep_to_be_read_whole_is_not_read_in_part() -> None:
    with pytest.raises(UnreadableDocument, match="nested more than 255 deep"):
        html.parse(nested(5000), WHERE)


def test_wrapped_prose_is_joined_and_headlines_are_not() -> None:
    wrapped = (
        "Pemerintah menyiapkan pelatihan kerja bagi para\npekerja migran yang berangkat pada bulan depan ke\nTaiwan."
    )
    page = plain.parse(
        (wrapped + "\n\nJudul Pertama Yang Panjangnya Lebih Dari Lima Puluh Huruf\nJudul Kedua").encode(), WHERE
    )
    assert [block.text for block in page.blocks] == [
        wrapped.replace("\n", " "),
        "Judul Pertama Yang Panjangnya Lebih Dari Lima Puluh Huruf",
        "Judul Kedua",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("para pe-", "kerja", "para pekerja"),
        ("anak-", "anak desa", "anak-anak desa"),
        ("terus-", "menerus bekerja", "terus-menerus bekerja"),
        ("ber-", "menerus", "bermenerus"),
        ("Undang-", "Undang Dasar", "Undang-Undang Dasar"),
        ("tahun 2019-", "2024", "tahun 2019-2024"),
        ("ulang tahun ke-", "62", "ulang tahun ke-62"),
        ("harga 5 -", "10 ribu", "harga 5 - 10 ribu"),
        ("satu", "dua", "satu dua"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    assert join(first, second) == joined


def test_a_hyphen_after_a_text_without_blanks_is_found_from_its_end() -> None:
    long = "a" * 200_000
    assert join(f"{long}.kata-", "kata") == f"{long}.kata-kata"
    assert join(f"{long}.pe-", "kerja") == f"{long}.pekerja"
    assert join(f"{long}-", "kerja") == f"{long}kerja"


def test_values_that_front_matter_repeats_within_each_other_are_not_written_out() -> None:
    document = from_markdown(
        "---\ntitle: T\na: &a [x, x]\nb: &b [*a, *a]\nbased_on:\n  - *b\n  - {publisher: *b, title: Laporan}\n---\nIsi."
    )
    assert document.based_on == ("Laporan",)


def test_only_the_last_word_of_the_lines_before_is_looked_at_when_a_line_is_joined(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def spy(first: str, second: str) -> str:
        seen.append(first)
        return join(first, second)

    monkeypatch.setattr(plain, "join", spy)
    lines = ["para pe-", "ker-", "ja dan anak-", "anak mereka", "pulang"]
    assert plain.join_lines(lines) == "para pekerja dan anak-anak mereka pulang"
    assert seen == ["pe-", "peker-", "anak-", "mereka"]


def test_a_comment_that_never_ends_takes_the_rest_of_its_block() -> None:
    assert from_markdown("# Judul\n\nIsi.\n\n<!-- catatan <!-- lagi\n").text == "Isi."


def test_a_list_below_a_heading_that_web_pages_use_for_links_stays_in_markdown() -> None:
    document = from_markdown("# Tarif\n\nTarif berlaku mulai Januari.\n\n## Kategori\n\n- Paspor biasa Rp350.000\n")
    assert document.text == "Tarif berlaku mulai Januari.\n\nKategori\n\n- Paspor biasa Rp350.000"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([("Pendapatan", "Rp7 T"), ("Belanja", "Rp6 T")], ["Pendapatan: Rp7 T", "Belanja: Rp6 T"]),
        ([("Nomor", ":", "123/2025"), ("Perihal", ":", "Undangan")], ["Nomor: 123/2025", "Perihal: Undangan"]),
        ([("Nomor:", "123/2025"), ("Perihal:", "Undangan")], ["Nomor: 123/2025", "Perihal: Undangan"]),
        (
            [("Jumlah pekerja", ""), ("Negara", "Orang"), ("Taiwan", "12")],
            ["Jumlah pekerja", "Negara: Orang", "Taiwan: 12"],
        ),
        ([("Negara", "2024", "2025"), ("Taiwan", "12", "15")], ["Negara: Taiwan; 2024: 12; 2025: 15"]),
    ],
)
def test_a_first_row_that_names_no_columns_is_a_row_like_the_others(
    rows: list[tuple[str, ...]], lines: list[str]
) -> None:
    assert with_text(table_of(rows)).text.split("\n") == lines


def test_a_number_that_tags_part_within_a_cell_is_whole() -> None:
    document = from_html(
        "<html><body><table><tr><th>Negara</th><th>Orang</th></tr>"
        "<tr><td>Taiwan</td><td><p>4.<b>58</b>4</p><p>orang</p></td></tr></table></body></html>"
    )
    assert document.text == "Negara: Taiwan; Orang: 4.584 orang"


def test_a_cell_said_to_span_more_columns_than_there_are_digits_to_read_is_read() -> None:
    document = from_html(
        f'<html><body><table><tr><th>Negara</th><th colspan="{"9" * 5000}">Orang</th></tr>'
        "<tr><td>Taiwan</td><td>12</td></tr></table></body></html>"
    )
    assert document.text == "Negara: Taiwan; Orang: 12"


def test_toml_above_a_text_is_its_metadata() -> None:
    document = from_markdown('+++\ntitle = "Pasar Tani"\ndate = 2025-03-04\ntags = ["a"]\n+++\nIsi.\n')
    assert (document.title, document.published, document.text) == ("Pasar Tani", date(2025, 3, 4), "Isi.")


def test_broken_toml_says_what_to_write() -> None:
    with pytest.raises(UnreadableDocument, match="not valid TOML"):
        from_markdown("+++\ntitle: Pasar\n+++\nIsi.\n")


@pytest.mark.parametrize("matter", ["---\ndate: 2025-02-31\n---\n", "+++\ndate = 2025-02-31\n+++\n"])
def test_a_date_that_no_calendar_has_is_told_and_the_file_read(matter: str) -> None:
    document = from_markdown(matter + "Isi.\n")
    assert (document.text, document.published) == ("Isi.", None)
    assert document.notices == (Notice(NoticeKind.UNREAD_DATE, name="2025-02-31"),)


def test_html_within_markdown_is_read_as_html() -> None:
    document = from_markdown(
        "Awal.\n\n<style>\np { color: red }\n</style>\n\n"
        "<div>Kopi &amp; <del>teh</del> lada&nbsp;hitam</div>\n\nAkhir.\n"
    )
    assert document.text == "Awal.\n\nKopi & lada hitam\n\nAkhir."
    assert [each.text for each in document.left_out] == ["teh"]


def test_a_table_of_tags_with_blank_lines_in_it_is_one_table() -> None:
    document = from_markdown(
        "<table>\n<tr><th>Desa</th><th>Warga</th></tr>\n\n<tr><td>Sukamaju</td><td>412</td></tr>\n\n</table>\n"
    )
    assert document.text == "Desa: Sukamaju; Warga: 412"


def test_struck_out_text_and_note_marks_are_left_out_of_markdown() -> None:
    document = from_markdown("# Sewa\n\nSewa ~~Rp50.000~~ Rp0, luas 7.420<sup>1</sup> m<sup>2</sup> &amp; dua pintu.\n")
    assert document.text == "Sewa Rp0, luas 7.420 m² & dua pintu."
    assert {each.text for each in document.left_out} == {"Rp50.000", "1"}


def test_items_of_markdown_know_their_marker_and_depth() -> None:
    document = from_markdown("# Syarat\n\n3. KTP\n   - asli\n   - fotokopi\n4. Foto\n")
    assert document.text == "3. KTP\n- asli\n- fotokopi\n4. Foto"
    assert [(block.marker, block.level) for block in document.blocks] == [("3.", 1), ("-", 2), ("-", 2), ("4.", 1)]


def test_lines_that_a_writer_wrapped_run_on_and_code_keeps_its_lines() -> None:
    assert from_markdown("# Sewa\n\nSewa dibayar\ntiap bulan ke <kas> desa.\n\n    a = 1\n    b = 2\n").text == (
        "Sewa dibayar tiap bulan ke desa.\n\na = 1\nb = 2"
    )


def test_a_bold_line_of_markdown_is_the_heading_of_what_follows() -> None:
    document = from_markdown("# Bantuan\n\n**Kelompok 7**\n\nUnit: 3\n\n**Kelompok 23**\n\nUnit: 9\n")
    assert headings(document) == [("Kelompok 7", 2), ("Kelompok 23", 2)]


def test_a_line_above_labels_and_values_is_their_heading() -> None:
    typed = "Keadaan Dermaga\n\nDermaga Legundi\nPanjang: 58 meter\nLampu: ada\n\nDermaga Kiluan\nPanjang: 30 meter\n"
    document = clean(plain.parse(typed.encode(), WHERE), "d")
    assert headings(document) == [("Dermaga Legundi", 2), ("Dermaga Kiluan", 2)]
    assert "Panjang: 58 meter" in document.text


def test_a_line_above_other_lines_is_no_heading() -> None:
    typed = "Pengumuman\n\nPanjang: 58 meter\nLampu: ada\nDermaga ini dibuka kembali\n\nWarga senang\ndan lega.\n"
    assert headings(clean(plain.parse(typed.encode(), WHERE), "d")) == []


def test_rules_that_a_converter_took_for_strikes_take_nothing_away() -> None:
    head = "| Kecamatan | Luas |\n|---|---|\n"
    printed = from_markdown(head + "".join(f"| ~~Mijen {n}~~ | ~~{n},52~~ |\n" for n in range(40)))
    assert "Kecamatan: Mijen 7; Luas: 7,52" in printed.text
    edited = from_markdown(head + "| Mijen | ~~56,52~~ 57,10 |\n| Tugu | 28,13 |\n")
    assert "Kecamatan: Mijen; Luas: 57,10" in edited.text


def test_the_marks_of_notes_in_markdown_are_no_part_of_figures() -> None:
    page = from_markdown(
        "| Kelas | Tarif |\n| - | - |\n| A | Rp1.850[^1] |\n\n[^1]: Mulai Juli menjadi Rp2.000.\n"
    ).text
    assert "Tarif: Rp1.850\n" in page
    assert "Mulai Juli menjadi Rp2.000." in page
    assert "[^" not in page
