import pytest

from rag.questions.names import names_in
from rag.types import Language


def named(text: str, language: Language = Language.INDONESIAN) -> list[str]:
    return list(dict.fromkeys(name.text for name in names_in(text, language)))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Kapan imunisasi di Posyandu Melati?", ["Posyandu", "Melati"]),
        ("Berapa uang jaminan Alun-Alun Kenari?", ["Alun", "Kenari"]),
        ("Syarat Membuat Kartu Keluarga Baru", []),
        ("Berapa pupuk NPK yang diterima?", ["NPK"]),
        ("Apakah 2.000 paket sudah dibagikan?", ["2.000"]),
        ("Berapa biaya kursus N5?", ["N5"]),
        ("Apakah IPK 3,60 cukup?", ["IPK"]),
        ("kapan imunisasi di posyandu melati?", []),
        ("BERAPA BIAYA KURSUS?", []),
        ("Siapa yang hadir pada 12 Maret 2025?", []),
        ("Bolehkah ikut pada usia 17 tahun?", []),
        ("Apakah biayanya Rp150.000?", []),
        ("Berapa jalan rusak di Pringsewu?", []),  # places are told apart by their codes
    ],
)
def test_what_a_question_calls_by_name(question: str, names: list[str]) -> None:
    assert named(question) == names


def test_an_english_word_with_a_translation_is_no_name() -> None:
    assert named("Who is the Head of the Melati Clinic?", Language.ENGLISH) == ["Melati"]


def test_a_figure_is_known_in_every_way_of_writing_it() -> None:
    (figure,) = names_in("Apakah 2.000 paket dibagikan?", Language.INDONESIAN)
    assert figure.stems == {"2000", "2.000", "2,000"}


def test_two_words_of_a_name_may_be_written_as_one() -> None:
    wali, kota, pabrik = names_in("Apa isi aturan Wali Kota dan Pabrik?", Language.INDONESIAN)
    assert "walikota" in wali.joined & kota.joined
    assert pabrik.stems == {"pabrik"}


def test_a_row_of_digits_longer_than_any_number_is_no_figure() -> None:
    assert named("Berapa " + "9" * 5000 + " orang?") == []
