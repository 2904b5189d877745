from datetime import date

from rag.documents.cleaning import Block, RawPage, clean
from rag.types import Document, Notice, NoticeKind, Omission

PROSE = "Kalimat dari halaman ini panjangnya lebih dari sepuluh kata seperti biasanya di sini."


def saved(*lines: str) -> Document:
    """A page saved as text."""
    return clean(RawPage(tuple(map(Block, lines)), web=True, lines_are_headings=True), "d")


def test_everything_that_goes_is_told_with_its_reason() -> None:
    document = saved(
        "Pasar Dibuka", "Share", "3", "7 November 2025", PROSE, "Baca juga: Harga Cabai Turun", PROSE + " (***)"
    )
    assert [(each.text, each.reason) for each in document.left_out] == [
        ("Pasar Dibuka", Omission.TITLE),
        ("Share", Omission.BUTTON),
        ("3", Omission.COUNTER),
        ("7 November 2025", Omission.DATE),
        ("Baca juga: Harga Cabai Turun", Omission.LINK),
        ("(***)", Omission.MARK),
    ]
    assert document.text == f"{PROSE}\n\n{PROSE}"


def test_a_list_that_is_much_of_a_page_stays() -> None:
    lomba = ["Lomba Perahu Hias Tingkat Pelajar"] * 4
    assert saved("Judul Halaman", PROSE, "Kategori", *lomba).text.split("\n\n") == [PROSE, "Kategori", *lomba]


def test_a_page_on_a_village_keeps_its_lines_however_few_they_are() -> None:
    lines = ["Kategori", "Desa Sukajadi Makmur Indah", "Desa Wonosari Timur Baru", "Desa Bandar Agung Jaya"]
    document = saved("Profil Kecamatan", PROSE, *lines)
    assert document.text.split("\n\n") == [PROSE, *lines]
    assert document.notices == (Notice(NoticeKind.PUT_BACK, count=4),)


def test_links_that_markup_shows_go_however_much_of_the_page_they_are() -> None:
    links = tuple(Block(f"Berita Desa Nomor {number} Tentang Panen Raya", linked=True) for number in range(9))
    document = clean(RawPage((Block(PROSE), Block("Berita Terkait"), *links), web=True), "d")
    assert document.text == PROSE
    assert document.notices == ()


def test_items_that_a_second_list_repeats_stay_in_the_first() -> None:
    first = ["1. Fotokopi kartu keluarga dan akta kelahiran anak", "2. Pas foto berwarna dua lembar ukuran kecil"]
    text = saved("Syarat Pindah Sekolah", "Untuk pelajar", *first, "Untuk umum", *first, PROSE).text
    assert all(text.count(line) == 2 for line in first)


def test_a_date_below_a_label_is_what_the_label_says() -> None:
    document = saved("Jadwal Lomba", "Pendaftaran", "1 Juli 2025", "Final", "9 Juli 2025", PROSE)
    assert document.published is None
    assert "1 Juli 2025" in document.text


def test_a_date_above_the_story_is_that_of_the_page() -> None:
    assert saved("Lomba Selesai", "Ahad, 9 Ags 2025", PROSE).published == date(2025, 8, 9)


def test_one_page_a_village_with_the_same_labels_keeps_every_line() -> None:
    lines = [f"{label} {number}" for number in (412, 388, 97) for label in ("Desa Sukajadi", "Jumlah warga", "Luas")]
    assert saved("Profil", *lines).text.split("\n\n")[-9:] == lines


def test_the_labelled_date_of_a_letter_dates_it_and_stays() -> None:
    document = saved("Pemerintah Desa Sukajadi", "Nomor : 5/DS/2026", "Tanggal : 2 Februari 2026", PROSE)
    assert document.published == date(2026, 2, 2)
    assert "Tanggal : 2 Februari 2026" in document.text
