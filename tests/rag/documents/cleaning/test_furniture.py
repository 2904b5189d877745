import pytest

from rag.documents.cleaning.furniture import Line, Part, classify, judge, judge_doubtful, without_marks


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Lampung buka peluang investasi",
        "Baca Juga :  Pemprov Genjot Produksi Kopi August 29, 2025",
        "BACA JUGA Pemprov Genjot Produksi Kopi Robusta",
        "Simak juga: Video warga panen raya",
        "Lihat juga Foto Panen Raya Kopi",
        "Baca: Harga kopi naik",
        "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        "facebook icon twitter icon whatsapp icon telegram icon line icon copy",
        "Bagikan:",
        "Share this:",
        "Tags: kopi, petani, ekspor",
        "0 Komentar",
        "Berita ini 2 kali dibaca",
        "Dibaca: 1.234 kali",
        "Post Views: 321",
        "1.234 views",
        "By Nama Contoh",
        "3 min read",
        "Pewarta : Nama Contoh",
        "Foto: Humas Pemprov",
        "Copyright © 2025 Kabar Contoh. All Rights Reserved",
        "Dilarang keras mengambil konten ini tanpa izin tertulis dari redaksi",
        "Ikuti berita terkini dari Kabar Contoh di Google News",
        "Dapatkan update berita pilihan setiap hari dari kami",
        "Ikuti saluran WhatsApp Kabar Contoh",
        "Home > Daerah > Ekonomi",
        "#kopi #lampung",
        "***",
        "URL berhasil dicopy",
        "Simak Video 'Panen Raya Kopi':",
        "Simak breaking news dan berita pilihan kami langsung di ponselmu. Pilih saluran andalanmu",
        "Artikel ini telah tayang di Contoh.com dengan judul Panen Raya",
        "Penulis: Nama Contoh | Editor: Nama Lain",
        "Oleh Nama Contoh",
        "FacebookTwitterWhatsApp",
        "likelovesad",
        "Tinggalkan Balasan",
        "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
    ],
)
def test_furniture_and_links_are_told(line: str) -> None:
    assert classify(line) in (Part.FURNITURE, Part.LINK)


PROSE = "Kalimat dari halaman ini panjangnya lebih dari sepuluh kata seperti biasanya di sini."


def stays(*texts: str, **markup: object) -> list[bool]:
    lines = [Line(text, **markup) for text in texts]  # type: ignore[arg-type]
    reasons = list(judge(lines))
    judge_doubtful(lines, reasons)
    return [reason is None for reason in reasons]


@pytest.mark.parametrize("line", ["3", "1,2K", "950 m", "Kategori: umum dan pelajar"])
def test_a_figure_alone_is_a_counter_only_beside_furniture(line: str) -> None:
    assert classify(line) is Part.DOUBTFUL
    assert stays("Lomba diadakan di muara.", line, "Peserta membawa perahu.") == [True, True, True]
    assert stays("URL berhasil dicopy", line, "Peserta membawa perahu.") == [False, False, True]


def test_figures_and_labels_that_take_turns_are_tiles_even_beside_furniture() -> None:
    assert stays("Bagikan:", "412", "Kios", "388", "Los") == [False, True, True, True, True]


def test_a_heading_that_may_head_links_or_a_story_takes_only_links_along() -> None:
    story = ("Kategori", "Lomba dibagi menjadi dua kelompok.", "Informasi Lainnya", "Pendaftaran ditutup besok.")
    assert stays(*story) == [True, True, True, True]
    assert stays(PROSE, "Kategori", "Panen Raya Kopi Robusta", "Harga Cabai Turun Lagi")[1:] == [False, False, False]


def test_where_links_are_marked_a_list_of_them_ends_at_the_first_line_that_is_none() -> None:
    lines = [
        Line("Berita Terkait", linked=False, heading=True),
        Line("Panen raya", linked=True, item=True),
        Line("Iuran Warga Naik", linked=False),
        Line("Tenda Rp350.000 per hari", linked=True, item=True),
    ]
    assert [reason is None for reason in judge(lines)] == [False, False, True, True]


def test_items_and_headings_are_never_links_or_counters() -> None:
    assert stays("Baca juga: tata tertib", "12", item=True) == [True, True]
    assert stays("Simak juga: tata tertib", "Editor:", heading=True) == [True, True]


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga puisi itu dengan suara lantang.",
        "Baca juga buku panduan sebelum mendaftar",
        "Lihat juga lampiran yang memuat daftar penerima bantuan.",
        "Ikuti pelatihan ini secara daring lewat aplikasi.",
        "Dapatkan bantuan melalui WhatsApp 0812-0000-0000.",
        "Hak cipta adalah hak eksklusif pencipta.",
        "Editor dan penulis berkumpul di aula.",
        "Foto udara menunjukkan banjir di tiga desa.",
        "Bagikan makanan itu kepada warga yang membutuhkan.",
        "Iklan rokok dilarang di sekolah.",
        "Penulis muda dari Lampung menerima penghargaan.",
        "Komentar warga beragam.",
        "Tag harga dipasang di setiap lapak.",
        "Dilarang merokok di area rumah sakit.",
        "Sebanyak 4.584 orang bekerja di Taiwan.",
        "- Fotokopi KTP",
        "Oleh Karena Itu",
        "Share prices fell on Monday.",
        "Copyright law protects authors.",
        "2.446",
        "4.584",
        "6.317.984,50",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    assert classify(line) is Part.STORY


def test_a_long_word_after_by_is_read_once() -> None:
    # Parted into four names in every way there is, it would take hours.
    assert classify("By " + "A" * 20_000 + "!") is Part.STORY


def test_one_reaction_word_is_a_word_and_three_are_a_widget() -> None:
    assert stays("sad") == [True]
    assert stays("like", "love", "sad") == [False, False, False]


def test_the_name_below_a_bare_byline_goes_with_it_but_a_sentence_does_not() -> None:
    assert stays("Editor:", "Budi Contoh") == [False, False]
    assert stays("Editor:", "Warga berkumpul di balai desa.") == [False, True]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Selesai. (***)", "Selesai."),
        ("Selesai,” katanya. (ant/red)", "Selesai,” katanya."),
        ("Warga (Baca juga: Judul lain) pulang.", "Warga pulang."),
        ("Kopi dipanen. [Gambas:Video Contoh]", "Kopi dipanen."),
        ("Kopi dipanen. (Adpim)", "Kopi dipanen."),
        ("Daya listrik 900 (watt)", "Daya listrik 900 (watt)"),
        ("Biaya (gratis).", "Biaya (gratis)."),
    ],
)
def test_marks_around_a_sentence_go(line: str, left: str) -> None:
    assert without_marks(line) == left


def test_a_figure_alone_stays_unless_it_counts_what_a_button_did() -> None:
    assert stays("Jumlah kios", "388", "Share", "3") == [True, True, False, False]


def test_a_heading_that_lists_use_takes_no_sentence_item_or_price_along() -> None:
    lines = (PROSE, "Kategori", "Hadiah pelajar besar.", "Informasi Lainnya", "1. KTP", "Tag", "Tenda Rp350.000")
    assert stays(*lines) == [True] * 7


def test_links_below_the_title_of_a_list_go_with_it() -> None:
    assert stays(PROSE, PROSE, "Berita Terkait", "Pasar Lama Dibongkar", PROSE) == [True, True, False, False, True]
