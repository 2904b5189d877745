import pytest

from rag.language.offices import Office, holds_office, is_named, office_in, places_of_the_office


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Siapa nama Atase Perhubungan KBRI?", "atase perhubungan"),
        ("siapa wagub lampung?", "wakil gubernur"),
        ("Siapa Walikota Metro?", "wali kota"),
        ("Who is the trade attache at the embassy?", "atase perdagangan"),
        ("Who is the deputy governor?", "wakil gubernur"),
        ("Who heads the education office?", "kepala dinas pendidikan"),
        ("Who is the head of the Lampung manpower office?", "kepala dinas tenaga kerja"),
        ("Siapa yang menandatangani nota itu?", None),
    ],
)
def test_the_office_a_question_names(question: str, office: str | None) -> None:
    assert office_in(question) == office


def held(office: str, sentence: str, name: str, question: str = "") -> bool:
    start = sentence.index(name)
    return holds_office(Office(office, places_of_the_office(question)), sentence, start, start + len(name))


LIST = "Hadir Atase Perdagangan Sari Dewi, Atase Tenaga Kerja Budi Santoso, dan Atase Perhubungan."


def test_a_person_holds_the_office_beside_the_name() -> None:
    assert held("atase perdagangan", LIST, "Sari Dewi")
    assert held("kepala dinas pendidikan", "Kepala Dinas Pendidikan Provinsi Contoh Rina Wati hadir.", "Rina Wati")
    assert held("gubernur", "Rina Wati, Gubernur Jawa Tengah, hadir.", "Rina Wati")


def test_a_person_does_not_hold_the_office_of_the_neighbour() -> None:
    assert not held("atase perhubungan", LIST, "Budi Santoso")
    assert not held("atase perdagangan", LIST, "Budi Santoso")


def test_the_deputy_is_not_the_governor() -> None:
    sentence = "Wakil Gubernur Lampung Sari Dewi hadir."
    assert not held("gubernur", sentence, "Sari Dewi")
    assert held("wakil gubernur", sentence, "Sari Dewi")


def test_the_governor_of_another_province_is_another_governor() -> None:
    sentence = "Gubernur Jawa Tengah Rina Wati hadir."
    assert not held("gubernur", sentence, "Rina Wati", "Siapa Gubernur Maluku Utara?")
    assert held("gubernur", sentence, "Rina Wati", "Who is the governor of Central Java?")


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("Sari Dewi", True),
        ("Gubernur Sari Dewi", True),
        ("Plt. Kepala Dinas Pariwisata Lampung", False),
        ("KBRI", False),
    ],
)
def test_an_office_or_an_acronym_is_no_name(span: str, expected: bool) -> None:
    assert is_named(span) is expected


@pytest.mark.parametrize(
    ("question", "held_by_her"),
    [
        ("gubernur kepri yang bekerja sama dengan Lampung siapa?", False),
        ("Who is the governor of Central Java that met Lampung?", False),
        ("Who is the Lampung governor that met Central Java?", True),
        ("Siapa gubernur Lampung yang bertemu Jawa Tengah?", True),
        ("Siapa gubernur yang bertemu Jawa Tengah di Lampung?", True),
    ],
)
def test_the_place_beside_the_office_counts(question: str, held_by_her: bool) -> None:
    assert held("gubernur", "Gubernur Lampung Sari Dewi hadir.", "Sari Dewi", question) is held_by_her


def test_a_governor_in_a_sentence_about_another_province_is_not_the_one_asked_for() -> None:
    told = "Gubernur Sari Dewi menyatakan kapasitas produksi Lampung besar."
    assert not held("gubernur", told, "Sari Dewi", "Siapa gubernur Kepri yang bekerja sama dengan Lampung?")
    assert held("gubernur", told, "Sari Dewi", "Siapa gubernur Lampung?")
    assert held("gubernur", "Gubernur Sari Dewi menyambut tamu dari Jepang.", "Sari Dewi", "Siapa gubernur Lampung?")
