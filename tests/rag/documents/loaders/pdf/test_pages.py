from datetime import date
from pathlib import Path

import pytest

from rag.documents.loaders import load
from rag.documents.loaders.pdf import opening
from rag.errors import UnreadableDocument
from rag.types import Document
from tests.rag.documents.loaders.pages import lines_from, pdf_of


def loaded(tmp_path: Path, data: bytes) -> Document | UnreadableDocument:
    path = tmp_path / "berkas.pdf"
    path.write_bytes(data)
    (only,) = load(path, "berkas.pdf", 10_000_000)
    return only


def document(tmp_path: Path, pages) -> Document:
    result = loaded(tmp_path, pdf_of(pages))
    assert isinstance(result, Document), result
    return result


def test_wrapped_lines_are_one_paragraph_and_broken_words_are_whole(tmp_path: Path) -> None:
    page = lines_from(
        700,
        [
            "Pemerintah provinsi menyiapkan pelatihan bagi para pe-",
            "kerja migran dan anak-",
            "anak mereka di seluruh kabupaten dan kota provinsi ini.",
        ],
    )
    assert document(tmp_path, [page]).text == (
        "Pemerintah provinsi menyiapkan pelatihan bagi para pekerja migran dan anak-anak mereka"
        " di seluruh kabupaten dan kota provinsi ini."
    )


def test_pages_are_kept_and_a_sentence_over_a_page_break_is_whole(tmp_path: Path) -> None:
    first = lines_from(700, ["Pelatihan berlangsung di tiga tempat yang berbeda dan dibuka oleh"])
    second = lines_from(700, ["gubernur pada hari Senin. Peserta membayar sendiri ongkos jalannya."])
    found = document(tmp_path, [first, second])
    assert found.text == (
        "Pelatihan berlangsung di tiga tempat yang berbeda dan dibuka oleh gubernur pada hari Senin."
        " Peserta membayar sendiri ongkos jalannya."
    )
    assert [found.text[start : start + 8] for start in found.page_starts] == ["Pelatiha", "gubernur"]


def test_running_heads_page_numbers_and_catchwords_are_dropped(tmp_path: Path) -> None:
    def page(number: int, body: str, next_word: str):
        return [
            (200, 770, "PRESIDEN"),
            (180, 756, "REPUBLIK INDONESIA"),
            (290, 742, f"- {number} -"),
            *lines_from(700, [f"Pasal {number}", body]),
            (450, 60, next_word),
        ]

    pages = [
        page(1, "Setiap orang berhak atas pelayanan kesehatan yang layak dan terjangkau.", "Pasal 2 . . ."),
        page(2, "Pelayanan kesehatan diberikan oleh tenaga yang berwenang di daerah.", "Pasal 3 . . ."),
        page(3, "Ketentuan lebih lanjut diatur dengan peraturan daerah provinsi.", "BAB II . . ."),
    ]
    found = document(tmp_path, pages)
    assert [found.text[h.start : h.end] for h in found.headings] == ["Pasal 1", "Pasal 2", "Pasal 3"]
    assert "PRESIDEN" not in found.text
    assert ". . ." not in found.text
    assert "- 2 -" not in found.text


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"kolom kiri baris {number} berisi kata" for number in range(1, 9)]
    right = [f"kolom kanan baris {number} berisi kata" for number in range(1, 9)]
    text = document(tmp_path, [lines_from(700, left, x=40) + lines_from(700, right, x=330)]).text
    assert text.index("kiri baris 8") < text.index("kanan baris 1")


def test_a_label_left_of_its_text_stands_on_the_line_it_labels(tmp_path: Path) -> None:
    page = [
        (60, 700, "Menimbang"),
        (150, 700, "a."),
        (150, 672, "b."),
        *lines_from(700, ["bahwa pelayanan perlu ditingkatkan di", "seluruh provinsi;"], x=180),
        *lines_from(672, ["bahwa untuk itu perlu ada peraturan;"], x=180),
    ]
    assert document(tmp_path, [page]).text == (
        "Menimbang a. bahwa pelayanan perlu ditingkatkan di seluruh provinsi;\n\n"
        "b. bahwa untuk itu perlu ada peraturan;"
    )


def test_a_law_is_named_by_its_head_and_dated_by_its_promulgation(tmp_path: Path) -> None:
    page = lines_from(
        700,
        [
            "PERATURAN DAERAH PROVINSI CONTOH",
            "NOMOR 3 TAHUN 2021",
            "TENTANG",
            "PASAR TANI",
            "DENGAN RAHMAT TUHAN YANG MAHA ESA",
            "Menimbang : bahwa pasar tani perlu diatur;",
            "Ditetapkan di Contoh",
            "pada tanggal 1 Maret 2021",
            "Diundangkan di Contoh",
            "pada tanggal 4 Maret 2021",
        ],
    )
    found = document(tmp_path, [page])
    assert found.title == "PERATURAN DAERAH PROVINSI CONTOH NOMOR 3 TAHUN 2021 TENTANG PASAR TANI"
    assert found.published == date(2021, 3, 4)


def test_a_scan_without_text_says_what_to_do(tmp_path: Path) -> None:
    result = loaded(tmp_path, pdf_of([[], []]))
    assert isinstance(result, UnreadableDocument)
    assert "berkas.pdf" in str(result)
    assert "OCR" in str(result.reason)


def test_pages_that_are_pictures_without_text_are_named_blank_and_illustrated_ones_are_not(tmp_path: Path) -> None:
    text = lines_from(700, ["Pemerintah provinsi menyiapkan pelatihan bagi para pekerja migran."])
    number = lines_from(40, ["- 5 -"])
    found = loaded(tmp_path, pdf_of([text, [], [], text, number, number], scanned={1, 3, 5}))
    assert isinstance(found, Document)
    assert found.unread_pages == (3, 5)


def test_a_damaged_file_and_a_locked_one_are_told_apart(tmp_path: Path) -> None:
    damaged = loaded(tmp_path, b"%PDF-1.4 broken")
    assert isinstance(damaged, UnreadableDocument)
    assert "damaged" in str(damaged.reason)
    locked = loaded(tmp_path, LOCKED)
    assert isinstance(locked, UnreadableDocument)
    assert "password" in str(locked.reason)


# The smallest file with a password: an encryption dictionary whose keys fit no empty password.
LOCKED = pdf_of([lines_from(700, ["rahasia"])]).replace(
    b"trailer << ",
    b"trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    b" /ID [<" + b"43" * 16 + b"><" + b"43" * 16 + b">] ",
)


def test_a_line_of_invisible_characters_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = opening.characters
    monkeypatch.setattr(opening, "characters", lambda text: ["\u200b" if c == "#" else c for c in seen(text)])
    above = lines_from(700, ["Pelatihan dibuka untuk warga di seluruh provinsi,", "dari barat sampai ke timur."])
    below = lines_from(600, ["##", "Kuotanya dua ratus orang."])
    found = document(tmp_path, [above + below])
    assert found.text == (
        "Pelatihan dibuka untuk warga di seluruh provinsi, dari barat sampai ke timur.\n\nKuotanya dua ratus orang."
    )


def test_totals_at_the_foot_of_pages_are_no_running_heads(tmp_path: Path) -> None:
    def page(place: str, total: str):
        body = [f"Peserta dari {place} berlatih di balai kerja.", f"Mereka pulang ke {place} setelah tiga bulan."]
        return [(200, 770, "LAPORAN TAHUNAN"), *lines_from(700, [*body, f"Jumlah {total} orang"]), (290, 40, "- 7 -")]

    text = document(tmp_path, [page("Metro", "1.234"), page("Kalianda", "2.345"), page("Liwa", "12.345")]).text
    assert [total for total in ("1.234", "2.345", "12.345") if f"Jumlah {total} orang" in text] == [
        "1.234",
        "2.345",
        "12.345",
    ]
    assert "LAPORAN TAHUNAN" not in text
