import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language.text import continues, sentence_spans, word_spans, words


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hal itu diatur dalam Permendagri No. 22 Tahun 2022 dan berlaku segera.",
        "Pj. Sekretaris Daerah M. Firsada menegaskan hal itu.",
        "Drs. H. Ahmad Rifai, M.Si. membuka acara bersama Hj. Siti, S.E., M.M. dan Prof. Dr. Ir. Budi.",
        "Anggaran mencapai Rp2,37 triliun atau Rp. 2.370.000 per hari.",
        "Kantor di Jl. Wolter Monginsidi No. 69, Kab. Pesawaran, telp. 0721.",
        "Beras, kopi, dll. dijual di pasar.",
        "Lihat hlm. 5 dan Ps. 3 ay. 2.",
        "“Kami siap!” ujar Pak Budi.",
        '"Benarkah?" tanya Tn. Hasan kepada Ny. Rina.',
        "Rapat digelar Rabu (18/6/2025).",
        "Kepala puskesmas adalah dr. Siti dan drg. Budi.",
        "Dr. Smith met Mr. J. R. Tolkien at St. Mary at 5 p.m. on Monday.",
        "Situs www.lampungprov.go.id memuat 1.234,5 data.",
        "A. M. Siregar dan K.H. Ahmad Dahlan hadir.",
        "The U.S. President met Mr. Smith on Oct. 2 at 5 p.m. ET in the case of Grace v. Hope.",
        "PT. Bukit Asam dan CV. Maju a.n. Hasan terdaftar.",
    ],
)
def test_holds_on_abbreviations_titles_numbers_and_quotes(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dimulai pada 2024. Program ini berlanjut.", ["Dimulai pada 2024.", "Program ini berlanjut."]),
        ("Rapat digelar Rabu (18/6/2025). Ia hadir.", ["Rapat digelar Rabu (18/6/2025).", "Ia hadir."]),
        ("“Kami siap.” Ia pergi.", ["“Kami siap.”", "Ia pergi."]),
        ('Katanya, "Kami siap." "Benar," ujarnya.', ['Katanya, "Kami siap."', '"Benar," ujarnya.']),
        ("Ada beras, kopi, dll. Semua habis.", ["Ada beras, kopi, dll.", "Semua habis."]),
        ("Dibuka Ahmad, M.Si. Acara ramai.", ["Dibuka Ahmad, M.Si.", "Acara ramai."]),
        ("Kaya vitamin C. Buah itu murah.", ["Kaya vitamin C.", "Buah itu murah."]),
        ("Ada berbagai hal. Pertama, biaya.", ["Ada berbagai hal.", "Pertama, biaya."]),
        ("Pukul 15.00 WIB. Acara mulai.", ["Pukul 15.00 WIB.", "Acara mulai."]),
        ("Selesai bekerja.Selain itu ia pulang.", ["Selesai bekerja.", "Selain itu ia pulang."]),
        ("Siapa? Saya! Baik… Mari.", ["Siapa?", "Saya!", "Baik…", "Mari."]),
        ("He went to the U.S. The trip was long.", ["He went to the U.S.", "The trip was long."]),
        ("He said no. He left.", ["He said no.", "He left."]),
        ("第一。第二。", ["第一。", "第二。"]),
    ],
)
def test_splits_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_lists_rows_and_paragraphs_are_sentences_of_their_own() -> None:
    text = "Syarat berikut:\n- fotokopi KTP\n1. Isi formulir\na) surat sehat\n\nNama: Ani; Usia: 7\nSelesai"
    assert sentences(text) == [
        "Syarat berikut:",
        "- fotokopi KTP",
        "1. Isi formulir",
        "a) surat sehat",
        "Nama: Ani; Usia: 7",
        "Selesai",
    ]


def test_a_wrapped_line_goes_on_and_a_blank_line_never_does() -> None:
    wrapped = "Pemerintah provinsi menyiapkan pelatihan bagi\npekerja migran."
    assert sentences(wrapped) == [wrapped]
    assert len(sentences(wrapped.replace("\n", "\n\n"))) == 2
    assert not continues("beras", "kopi")


def test_words_keep_numbers_and_codes_and_split_currency() -> None:
    assert words("Rp2,37 triliun bagi KP2MI, 35.1% (18/6/2025) ekspor-impor Jum'at") == (
        "rp", "2,37", "triliun", "bagi", "kp2mi", "35.1", "18", "6", "2025", "ekspor", "impor", "jum'at",
    )  # fmt: skip


def test_words_fold_full_width_and_decomposed_letters() -> None:
    assert words("ＫＯＰＩ cafe\u0301 ３") == ("kopi", "café", "3")


TEXTS = st.text(alphabet=st.sampled_from("aBc1. \n\t\"“”'!?…,-()*•:;é。H"), max_size=80) | st.text(max_size=60)


@given(TEXTS)
def test_sentence_spans_are_ordered_disjoint_trimmed_and_hold_every_other_character(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text):
        assert end <= start < stop
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert text[end:].strip() == ""


@given(TEXTS)
def test_there_is_one_word_per_word_span(text: str) -> None:
    assert len(words(text)) == len(word_spans(text))
    assert all(start < end for start, end in word_spans(text))


def test_long_runs_of_stops_and_abbreviations_are_no_trap() -> None:
    dots = "." * 20_000 + "x"
    assert sentences(dots) == [dots]
    assert len(sentences("Dr. " * 20_000)) == 1


def test_a_sentence_may_open_with_a_doctor_in_small_letters() -> None:
    text = "Poli umum buka Selasa. dr. Rina praktik Kamis bersama Prof. dr. Budi."
    assert sentences(text) == ["Poli umum buka Selasa.", "dr. Rina praktik Kamis bersama Prof. dr. Budi."]
