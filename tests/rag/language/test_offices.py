import pytest

from rag.language.offices import holds_office, is_named, office_in
from rag.language.titles import Level


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Siapa nama Atase Perhubungan KBRI?", "atase"),
        ("siapa wagub lampung?", "wakil gubernur"),
        ("Siapa Walikota Metro?", "wali kota"),
        ("Who is the trade attache at the embassy?", "atase"),
        ("Who is the deputy governor?", "wakil gubernur"),
        ("Who heads the education office?", "kepala"),
        ("Who is the head of the Lampung manpower office?", "kepala"),
        ("ketua panitia festival siapa sih?", "ketua"),
        ("Sekretarisnya siapa?", "sekretaris"),
        ("Siapa mantan bupati?", "mantan bupati"),
        ("Siapa yang menandatangani nota itu?", None),
        ("Siapa yang dipanggil kepala sekolah?", None),
        ("Who signed the letter of the mayor?", None),
        ("Apakah suratnya ke camat atau siapa?", None),
    ],
)
def test_the_office_whose_holder_a_question_asks_for(question: str, head: str | None) -> None:
    office = office_in(question)
    assert (office.head if office else None) == head


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("Siapa Kapolri?", Level.NATION),
        ("Siapa Kapolda Lampung?", Level.PROVINCE),
        ("Who is the head of the provincial health office?", Level.PROVINCE),
        ("Siapa Ketua KPU Kabupaten Pesawaran?", Level.REGENCY),
        ("Siapa kepala desa Sukamaju?", Level.VILLAGE),
        ("Siapa Kepala Puskesmas Melati Kecamatan Kota?", None),
        ("Siapa ketua panitia?", None),
    ],
)
def test_the_level_of_government_of_an_office(question: str, level: Level | None) -> None:
    office = office_in(question)
    assert office is not None
    assert office.level is level


def held(question: str, sentence: str, name: str) -> bool:
    office = office_in(question)
    assert office is not None
    start = sentence.index(name)
    return holds_office(office, sentence, start, start + len(name))


LIST = "Hadir Atase Perdagangan Sari Dewi, Atase Tenaga Kerja Budi Santoso, dan Atase Perhubungan."


def test_a_person_holds_the_office_beside_the_name() -> None:
    assert held("Siapa Atase Perdagangan?", LIST, "Sari Dewi")
    assert held(
        "Siapa Kepala Dinas Pendidikan?", "Kepala Dinas Pendidikan Provinsi Contoh Rina Wati hadir.", "Rina Wati"
    )
    assert held("Siapa gubernur?", "Rina Wati, Gubernur Jawa Tengah, hadir.", "Rina Wati")
    assert held("Siapa ketua panitia?", "Jabatan: Ketua panitia; Nama: Rina Wati; Telepon: 0811", "Rina Wati")
    assert held("Siapa ketua panitia?", "Nama: Rina Wati; Jabatan: Ketua panitia", "Rina Wati")


def test_a_person_does_not_hold_the_office_of_the_neighbour() -> None:
    assert not held("Siapa Atase Perhubungan?", LIST, "Budi Santoso")
    assert not held("Siapa Atase Perdagangan?", LIST, "Budi Santoso")
    assert not held("Siapa Camat?", "Camat Sari Dewi dan Budi Santoso hadir.", "Budi Santoso")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Siapa Kapolri?", "Kapolda Lampung Irjen Sari Dewi hadir."),
        ("Who is the national police chief?", "Kapolda Lampung Irjen Sari Dewi hadir."),
        ("Siapa Kapolda Lampung?", "Kapolres Pesawaran Sari Dewi hadir."),
        ("Who is the health minister?", "Kepala Dinas Kesehatan Provinsi, Sari Dewi, hadir."),
        ("Siapa Menteri Kesehatan?", "Menteri Agama Sari Dewi hadir."),
        ("Siapa Ketua KPU?", "Ketua DPRD Sari Dewi membuka rapat."),
        ("Who chairs, or who is the chair of the DPRD?", "Ketua KPU Sari Dewi membuka rapat."),
        ("Siapa Ketua KPU?", "Anggota KPU Sari Dewi membuka rapat."),
        ("Siapa Ketua DPRD Provinsi?", "Ketua DPRD Kabupaten, Sari Dewi, hadir."),
        ("Who is the head of the education office?", "Kepala Dinas Kesehatan Sari Dewi hadir."),
        ("Siapa Kepala Puskesmas Limau Ilir?", "Kepala Puskesmas Limau Ulu, Sari Dewi, hadir."),
        ("siapa kepala desa sukamaju?", "Kepala Desa Sukadamai Sari Dewi hadir."),
        ("Who is the principal of SMPN 2 Melati?", "Kepala SMPN 1 Melati Sari Dewi hadir."),
        ("Siapa bupati Pringsewu?", "Bupati Pesawaran Sari Dewi hadir."),
        ("Siapa rektor?", "Wakil Rektor II Sari Dewi hadir."),
        ("Siapa Wakil Rektor I?", "Wakil Rektor II Sari Dewi hadir."),
        ("Siapa bupati?", "Istri Bupati Sari Dewi hadir."),
        ("Siapa camat?", "Mantan Camat Sari Dewi hadir."),
        ("Siapa sekretaris desa?", "Sekretaris Dinas, Sari Dewi, hadir."),
    ],
)
def test_another_head_noun_unit_or_level_is_another_office(question: str, sentence: str) -> None:
    assert not held(question, sentence, "Sari Dewi")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Siapa Kapolri?", "Kapolri Jenderal Sari Dewi hadir."),
        ("Siapa Kapolda Lampung?", "Kapolda Irjen Sari Dewi hadir."),
        ("Siapa Ketua KPU?", "Ketua Komisi Pemilihan Umum Sari Dewi membuka rapat."),
        ("Siapa kepala Disdik?", "Kepala Dinas Pendidikan dan Kebudayaan, Sari Dewi, hadir."),
        ("Who is the head of the provincial health office?", "Kepala Dinas Kesehatan Sari Dewi hadir."),
        ("Who is the health minister?", "Menteri Kesehatan Sari Dewi hadir."),
        ("Siapa menkes?", "Menteri Kesehatan Sari Dewi hadir."),
        ("Who is the chair of the school committee?", "Ketua Komite Sekolah, Sari Dewi, hadir."),
        ("Who heads Puskesmas Limau Ilir?", "Kepala Puskesmas Limau Ilir dr. Sari Dewi hadir."),
        ("Siapa kepala SMPN 2 Melati?", "Kepala sekolah, Sari Dewi, membuka lomba."),
        ("Who is the village head of Sukamaju?", "Kepala Desa Sukamaju adalah Hj. Sari Dewi."),
        ("Siapa bupati Pringsewu?", "Bupati Sari Dewi hadir."),
        ("Siapa ketua?", "Ketua karang taruna Sari Dewi hadir."),
        ("Siapa Wakil Rektor II?", "Sari Dewi selaku Wakil Rektor II hadir."),
        ("Who is the deputy regent?", "Deputy Regent Sari Dewi opened it."),
        ("Siapa sekretaris desa?", "Sekdes Sari Dewi hadir."),
    ],
)
def test_what_the_text_leaves_open_is_the_same_office(question: str, sentence: str) -> None:
    assert held(question, sentence, "Sari Dewi")


def test_the_deputy_is_not_the_governor() -> None:
    sentence = "Wakil Gubernur Lampung Sari Dewi hadir."
    assert not held("Siapa gubernur?", sentence, "Sari Dewi")
    assert held("Siapa wakil gubernur?", sentence, "Sari Dewi")


def test_the_governor_of_another_province_is_another_governor() -> None:
    sentence = "Gubernur Jawa Tengah Rina Wati hadir."
    assert not held("Siapa Gubernur Maluku Utara?", sentence, "Rina Wati")
    assert held("Who is the governor of Central Java?", sentence, "Rina Wati")


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("Sari Dewi", True),
        ("Gubernur Sari Dewi", True),
        ("Kepala Dinas Kesehatan Sari Dewi", True),
        ("Plt. Kepala Dinas Pariwisata Lampung", False),
        ("Atase Tenaga Kerja", False),
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
    assert held(question, "Gubernur Lampung Sari Dewi hadir.", "Sari Dewi") is held_by_her


def test_a_governor_in_a_sentence_about_another_province_is_not_the_one_asked_for() -> None:
    told = "Gubernur Sari Dewi menyatakan kapasitas produksi Lampung besar."
    assert not held("Siapa gubernur Kepri yang bekerja sama dengan Lampung?", told, "Sari Dewi")
    assert held("Siapa gubernur Lampung?", told, "Sari Dewi")
    assert held("Siapa gubernur Lampung?", "Gubernur Sari Dewi menyambut tamu dari Jepang.", "Sari Dewi")


@pytest.mark.parametrize(
    ("publishers", "expected"),
    [
        ("Dinas Kependudukan Kota Contoh", False),
        ("Dinas Kesehatan Kota Contoh", True),
        ("Warta Contoh", True),
        ("", True),
    ],
)
def test_a_head_of_the_office_is_that_of_the_office_whose_text_it_is(publishers: str, expected: bool) -> None:
    office = office_in("Siapa kepala dinas kesehatan?")
    assert office is not None
    sentence = "Kepala Dinas adalah Rina Wati."
    start = sentence.index("Rina")
    assert holds_office(office, sentence, start, start + len("Rina Wati"), publishers) is expected
