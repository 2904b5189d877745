import pytest

from rag.answering.extractive.checks.plausible import narrowed, of_another_place, plausible, wanted_kind
from rag.language.question_kinds import AnswerType


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("gaji pekerja di malaysia brp ya?", AnswerType.MONEY),
        ("How much do caregivers earn?", AnswerType.MONEY),
        ("What is the name of the transport attaché?", AnswerType.PERSON),
        ("Berapa orang yang mendaftar?", AnswerType.NUMBER),
        ("Apa itu Desa Migran Emas?", None),
    ],
)
def test_wanted_kind(question: str, kind: AnswerType | None) -> None:
    assert wanted_kind(question) is kind


def could_be(question: str, text: str, span: str) -> bool:
    start = text.index(span)
    return plausible(question, wanted_kind(question), text, start, start + len(span))


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Berapa gaji perawat?", "Ada 4.584 orang di sana.", "4.584 orang", False),
        ("Berapa gaji perawat?", "Gajinya Rp5 juta sebulan.", "5 juta", True),
        ("Berapa persen yang formal?", "Sebanyak 3.211 orang formal.", "3.211 orang", False),
        ("Berapa persen yang formal?", "Bagian formal 35,1 persen.", "35,1", True),
        ("Berapa lama pelatihannya?", "Pesertanya 200 orang.", "200 orang", False),
        ("Berapa lama pelatihannya?", "Pelatihan 3 bulan.", "3 bulan", True),
        ("Siapa Atase Perhubungan?", "Atase Tenaga Kerja Budi Santoso hadir.", "Budi Santoso", False),
        ("Siapa yang hadir?", "Atase Tenaga Kerja Budi Santoso hadir.", "Budi Santoso", True),
        ("Apa komoditasnya?", "Komoditasnya kopi.", "kopi", True),
    ],
)
def test_a_span_must_be_of_the_kind_asked_for(question: str, text: str, span: str, expected: bool) -> None:
    assert could_be(question, text, span) is expected


@pytest.mark.parametrize(
    ("kind", "span", "expected"),
    [
        (AnswerType.NUMBER, "4.584 orang, disusul Hong Kong dengan 2.389 orang", "4.584 orang"),
        (AnswerType.PERCENTAGE, "35,1 persen atau", "35,1 persen atau"),
        (AnswerType.DURATION, "3 bulan dan 12 bulan", "3 bulan"),
        (AnswerType.NUMBER, "Taiwan, 4.584 orang", "Taiwan, 4.584 orang"),
        (AnswerType.PERSON, "Sari, Budi, dan Rina", "Sari, Budi, dan Rina"),
        (None, "kopi, pisang, dan nanas", "kopi, pisang, dan nanas"),
    ],
)
def test_one_figure_is_cut_out_of_several(kind: AnswerType | None, span: str, expected: str) -> None:
    assert narrowed(kind, span) == expected


def test_a_row_of_a_table_does_not_say_which_is_the_most() -> None:
    row, told = "Negara tujuan: Singapura; Pekerja: 616", "Negara tujuan terbanyak adalah Taiwan."
    asked = "Which country received the most migrant workers?"
    assert not plausible(asked, AnswerType.PLACE, row, row.index("Singapura"), row.index(";"))
    assert plausible(asked, AnswerType.PLACE, told, told.index("Taiwan"), told.index("."))
    table = "\n".join(
        f"Negara tujuan: {name}; Pekerja: {count}" for name, count in (("A", 9), ("Singapura", 6), ("B", 3))
    )
    assert plausible(asked, AnswerType.PLACE, table, table.index("Singapura"), table.index("; Pekerja: 6"))
    assert plausible("Berapa ke Singapura?", AnswerType.NUMBER, row, row.index("616"), len(row))


def test_a_place_that_the_question_names_is_no_answer_to_where() -> None:
    told = "Pekerja asal Lampung bekerja di Taiwan."
    asked = "pekerja lampung kemana sih?"
    assert not plausible(asked, AnswerType.PLACE, told, told.index("Lampung"), told.index(" bekerja"))
    assert plausible(asked, AnswerType.PLACE, told, told.index("Taiwan"), told.index("."))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Sebutkan lima negara tujuan pekerja migran Lampung", False),
        ("Negara mana saja yang dituju?", False),
        ("Which country takes the most workers?", False),
        ("List the top five destinations", False),
        ("pekerja migran lampung paling banyak ke mana?", False),
        ("What jobs do they have?", True),
        ("Pekerjaan apa saja yang ada di negara itu?", True),
    ],
)
def test_a_list_of_jobs_is_no_list_of_countries(question: str, expected: bool) -> None:
    assert (
        could_be(question, "Jabatan terbanyak adalah caregiver dan housemaid.", "caregiver dan housemaid") is expected
    )
    assert could_be("Ke mana mereka dibawa?", "Mereka dibawa ke Pelabuhan Bakauheni.", "Pelabuhan Bakauheni")
    assert could_be("Provinsi mana saja?", "Empat provinsi, yakni Lampung dan Riau, hadir.", "Lampung dan Riau")


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Selain Wakil Gubernur, siapa lagi yang datang?", "Wakil Gubernur Sari Dewi datang.", "Sari Dewi", False),
        ("Selain gubernur, siapa yang datang?", "Bupati Sari Dewi datang.", "Sari Dewi", True),
        ("Who came besides the deputy governor?", "Wakil Gubernur Sari Dewi datang.", "Sari Dewi", False),
        ("Selain kopi, apa yang ditanam?", "Mereka menanam kopi dan lada.", "kopi", False),
        (
            "Selain Gubernur, Wakil Gubernur, dan Sekda, siapa yang hadir?",
            "Wakil Gubernur Sari Dewi.",
            "Sari Dewi",
            False,
        ),
        ("Selain gubernur dan wakil gubernur, siapa yang hadir?", "Wakil Gubernur Sari Dewi.", "Sari Dewi", False),
        ("Selain Gubernur, Wakil Gubernur, dan Sekda, siapa yang hadir?", "Bupati Sari Dewi.", "Sari Dewi", True),
        ("Selain kopi, apa yang ditanam?", "Mereka menanam kopi dan lada.", "lada", True),
    ],
)
def test_what_the_question_leaves_out_is_no_answer(question: str, text: str, span: str, expected: bool) -> None:
    assert could_be(question, text, span) is expected


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Where do they go?", "Jabatan terbanyak adalah perawat lansia.", "perawat lansia", False),
        ("Di mana mendaftarnya?", "Pendaftaran dibuka di sekolah masing-masing.", "sekolah masing-masing", True),
        ("Di mana ditandatangani?", "Lampung, Riau, dan Bali menandatanganinya.", "Lampung, Riau, dan Bali", False),
        ("Ke mana mereka pergi?", "Mereka ke Taiwan, Jepang, dan Brunei.", "Taiwan, Jepang, dan Brunei", True),
        ("Where are they placed?", "Kebanyakan menjadi perawat lansia.", "perawat lansia", False),
        ("Di mana saya mendaftar?", "Lewat laman resmi daftar.contoh.go.id.", "daftar.contoh.go.id", True),
        ("Di mana mereka bekerja?", "Mereka di Taiwan, Jepang, dan Brunei.", "Taiwan, Jepang, dan Brunei", True),
        ("Dari mana dananya?", "Biaya ditanggung pemerintah provinsi.", "pemerintah provinsi", True),
        ("Berapa siswa kelas XI?", "Kelas X (120) dan kelas XI (98).", "98", True),
        ("Berapa siswa yang ikut?", "Siswa kelas XII (12) ikut.", "(12)", False),
        ("Berapa siswa yang ikut?", "Siswa kelas XII (12) ikut.", "12", False),
        ("Berapa siswa yang ikut?", "Siswa (7.000 orang) ikut.", "7.000 orang", True),
    ],
)
def test_a_place_is_a_place_and_a_count_counts(question: str, text: str, span: str, expected: bool) -> None:
    assert could_be(question, text, span) is expected


def test_a_governor_is_of_the_province_that_his_passage_names() -> None:
    asked = "gubernur jateng siapa ya?"
    assert of_another_place(asked, "Arahan Lampung\nArahan Gubernur Budi Santoso dijalankan.")
    assert not of_another_place(asked, "Gubernur Jawa Tengah, Budi Santoso, hadir.")
    assert of_another_place("siapa gubernur kepri yang bertemu Lampung?", "Gubernur Budi menyebut warga Lampung.")
    assert not of_another_place("siapa gubernurnya?", "Gubernur Budi Santoso hadir.")
    assert not of_another_place("siapa gubernur lampung?", "Gubernur Budi Santoso menyambut tamu dari Jepang.")
    assert not of_another_place("Siapa Atase Tenaga Kerja di Malaysia?", "Atase Tenaga Kerja Rina menyambut Lampung.")
    assert not of_another_place("Berapa penduduk Jateng?", "Penduduknya banyak.")
