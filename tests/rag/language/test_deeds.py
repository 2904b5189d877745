import pytest

from rag.language.deeds import deeds_in, is_somebody, people_in


@pytest.mark.parametrize(
    ("question", "doer", "verb"),
    [
        ("Sejak kapan Jumhari Sasongko memotong upah?", "Jumhari Sasongko", "memotong"),
        ("Benarkah Bendahara Jumhari Sasongko pernah nyimpen kas di rumah?", "Jumhari Sasongko", "nyimpen"),
        ("Siapa saja yang diancam Jumhari Sasongko?", "Jumhari Sasongko", "diancam"),
    ],
)
def test_a_deed_is_said_of_somebody_by_name(question: str, doer: str, verb: str) -> None:
    assert [(deed.doer, deed.verb) for deed in deeds_in(question)] == [(doer, verb)]


@pytest.mark.parametrize(
    "question",
    [
        "Jumhari Sasongko menjabat sebagai apa?",
        "Kapan Dinas Pendidikan menutup pendaftaran?",
        "Mengapa Way Sungkai menaikkan tarif?",
        "Apakah Lampung Selatan mengirim wakil?",
        "Siapa yang memotong upah?",
        "Rapat dipimpin Jumhari Sasongko kapan?",
        "",
    ],
)
def test_an_office_a_place_and_a_verb_that_says_little_are_no_deeds(question: str) -> None:
    assert deeds_in(question) == ()


def test_a_deed_is_known_by_its_root() -> None:
    (deed,) = deeds_in("Kapan Jumhari Sasongko membuka pasar?")
    assert "buka" in deed.terms


@pytest.mark.parametrize(
    "text",
    [
        "Narahubung: Jumhari Sasongko, 0700-555-100",
        "Surat dikirim kepada pengelola, Jumhari Sasongko.",
        "Rapat dipimpin oleh Jumhari Sasongko.",
        "Kepala Pasar adalah Jumhari Sasongko.",
        "Ditandatangani Ir. Jumhari Sasongko",
    ],
)
def test_somebody_stands_behind_a_title_a_comma_or_an_office(text: str) -> None:
    assert is_somebody("Jumhari Sasongko", text)


@pytest.mark.parametrize(
    "text", ["Pasar di Jumhari Sasongko, Jumhari Sasongko.", "Beasiswa Jumhari Sasongko dibuka.", "Tidak ada."]
)
def test_a_place_or_a_programme_is_nobody(text: str) -> None:
    assert not is_somebody("Jumhari Sasongko", text)


def test_people_are_those_whom_the_text_calls_so_by_a_name_that_is_no_word() -> None:
    text = "Ketua panitia adalah Jumhari Sasongko. Panggung berdiri di Bukit Tarahan, dibuka Kepala Bagian Umum."
    assert people_in("Is it true that Jumhari Sasongko sells seats?", text) == ("Jumhari Sasongko",)
    assert people_in("Apakah Bukit Tarahan dekat?", text) == ()
    assert people_in("Apa tugas Bagian Umum?", text) == ()
    assert people_in("Apakah panitia jujur?", text) == ()

    assert people_in("Trayek Bus Rimbun ada berapa?", "Kepala Unit Bus Rimbun, Jumhari Sasongko") == ()
    assert people_in("How do I move to Sela Tarahan?", "Gubernur Sela Tarahan hadir di Provinsi Sela Tarahan.") == ()
    assert people_in("Confirm that CV Kayu Rimbun is his.", "Penyedia: CV Kayu Rimbun") == ("CV Kayu Rimbun",)
    assert people_in("What did Jumhari Sasongko say about seats?", text) == ()
    assert people_in("Apa yang disampaikan Jumhari Sasongko soal kursi?", text) == ()


def test_a_place_behind_a_label_or_asked_about_as_one_is_nobody() -> None:
    assert people_in("Apakah Sekar Hulu jujur?", "ketua: Sekar Hulu; anggota: 48") == ("Sekar Hulu",)
    assert people_in("Apakah Sekar Hulu jujur?", "Kecamatan: Sekar Hulu; Pelajar: 48") == ()
    assert people_in("Siapa yang jujur di Sekar Hulu?", "ketua: Sekar Hulu; anggota: 48") == ()
