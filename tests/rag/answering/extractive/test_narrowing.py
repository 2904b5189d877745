import pytest

from rag.answering.extractive.narrowing import BeforeOrAfter, FirstClause, Narrowing, Venue, WhichFigure
from tests.rag.answering.extractive.checks.looking import asked, candidate, spanned

TWO_LENGTHS = "Pelatihan untuk alumni dijalankan 3 bulan, sementara untuk siswa kelas XII berlangsung 12 bulan penuh."
COUNTRIES = "Terbanyak ke Taiwan sebanyak 4.584 orang, diikuti Hongkong 2.389 orang, Malaysia 697 orang."
SUBJECT = "Lampung mengirim 9.154 orang, 5.943 orang di antaranya informal."


def taken(narrowing: Narrowing, question: str, text: str, found: str) -> str:
    one = candidate(text)
    return one.said(narrowing.narrowed(asked(question), one, spanned(text, found)))


@pytest.mark.parametrize(
    ("question", "span", "expected"),
    [
        ("Berapa orang?", "4.584 orang, disusul Hong Kong dengan 2.389 orang", "4.584 orang"),
        ("Berapa persen?", "35,1 persen atau", "35,1 persen atau"),
        ("Berapa lama?", "3 bulan dan 12 bulan", "3 bulan"),
        ("Berapa orang?", "Taiwan, 4.584 orang", "Taiwan, 4.584 orang"),
        ("Siapa yang hadir?", "Sari, Budi, dan Rina", "Sari, Budi, dan Rina"),
        ("Apa yang ditanam?", "kopi, pisang, dan nanas", "kopi, pisang, dan nanas"),
    ],
)
def test_one_figure_is_cut_out_of_several(question: str, span: str, expected: str) -> None:
    assert taken(FirstClause(), question, f"Ada {span} saja.", span) == expected


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("Berapa bulan untuk siswa kelas XII?", TWO_LENGTHS, "3 bulan", "12 bulan"),
        ("How many months for grade XII students?", TWO_LENGTHS, "3 bulan", "12 bulan"),
        ("Berapa bulan untuk alumni?", TWO_LENGTHS, "3 bulan", "3 bulan"),
        ("Berapa bulan untuk siswa kelas XII?", TWO_LENGTHS, "12 bulan", "12 bulan"),
        ("Berapa orang ke Malaysia?", COUNTRIES, "4.584 orang", "697 orang"),
        ("How many went to Malaysia?", COUNTRIES, "4.584", "697 orang"),
        ("Berapa orang ke Taiwan?", COUNTRIES, "4.584 orang", "4.584 orang"),
        # Two clauses are named: no telling which is meant.
        ("Berapa ke Hongkong dan Malaysia?", COUNTRIES, "4.584 orang", "4.584 orang"),
        # What the first clause names is the subject of the whole sentence.
        ("Berapa orang Lampung yang informal?", SUBJECT, "5.943 orang", "5.943 orang"),
        # The question's own figure, a year, another place and a word like "Dinas" decide nothing.
        ("Berapa orang dari 385 ke Jepang?", "Ada 120 orang, ke Jepang dari 385.", "120", "120"),
        ("Berapa orang ke Jepang?", "Ada 50 orang, dan pada 2025 Jepang membuka lagi.", "50", "50"),
        ("Berapa asal Lampung?", "Ada 914 orang, 31 dari Lampung Timur.", "914", "914"),
        ("Berapa oleh Dinas Sosial?", "Ada 5 orang, 3 oleh Dinas Pangan.", "5 orang", "5 orang"),
        ("Siapa dari Malaysia?", COUNTRIES, "Taiwan", "Taiwan"),
        ("Apa yang ke Malaysia?", COUNTRIES, "Taiwan", "Taiwan"),
        ("Berapa lama?", "Pelatihan 3 bulan.", "3 bulan", "3 bulan"),
    ],
)
def test_a_figure_stays_with_what_the_question_names(question: str, text: str, found: str, expected: str) -> None:
    assert taken(WhichFigure(), question, text, found) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Di ruang mana rapatnya?", "Rapat di Ruang Rapat Sakai di Kantor Gubernur.", "Ruang Rapat Sakai"),
        ("Di hotel mana?", "Pertemuan di Hotel Sage, Kuala Lumpur.", "Hotel Sage"),
        ("Di ruang mana rapatnya?", "Di Ruang Satu dan Ruang Dua.", "Di"),  # no telling which
        ("Di mana rapatnya?", "Di Ruang Sakai.", "Di"),
    ],
)
def test_the_venue_named_in_the_sentence(question: str, text: str, expected: str) -> None:
    assert taken(Venue(), question, text, text.split()[0]) == expected


PIER = "Dermaga nelayan diperpanjang dari 80 meter menjadi 140 meter pada tahun 2025."
FEE = "Jalan dilebarkan dari 3 meter menjadi 5 meter, sedangkan iuran turun dari Rp20.000 menjadi Rp12.500 per rumah."


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("Berapa panjang dermaga sebelum diperpanjang?", PIER, "140 meter", "80 meter"),
        ("How long was the pier before?", PIER, "140 meter", "80 meter"),
        ("How long is the pier now?", PIER, "80 meter", "140 meter"),
        ("Berapa panjang dermaga?", PIER, "140 meter", "140 meter"),
        ("Berapa iuran sekarang?", FEE, "Rp20.000", "Rp12.500"),
        ("Berapa iuran semula?", FEE, "Rp12.500", "Rp20.000"),
    ],
)
def test_the_old_figure_is_for_how_it_was_and_the_new_one_for_how_it_is(
    question: str, text: str, found: str, expected: str
) -> None:
    assert taken(BeforeOrAfter(), question, text, found) == expected
