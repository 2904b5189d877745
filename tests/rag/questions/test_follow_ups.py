from datetime import date

import pytest

from rag.questions.follow_ups import stand_alone
from rag.types import Language, Question, Turn

TODAY = date(2026, 11, 22)


def rewritten(text: str, *earlier: str) -> str:
    history = tuple(Turn(question, "") for question in earlier)
    return stand_alone(Question(text, Language.INDONESIAN, history), TODAY).text


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        ("Berapa guru honorer di Jambi?", "kalau Bali?", "Berapa guru honorer di Bali?"),
        ("How many doctors work in Jambi?", "What about Bali?", "How many doctors work in Bali?"),
        (
            "Berapa lama izin untuk warung?",
            "untuk kios di pasar?",
            "Berapa lama izin untuk kios di pasar?",
        ),
        ("Siapa Gubernur Lampung?", "Kalau Jawa Tengah?", "Siapa Gubernur Jawa Tengah?"),
        ("Berapa persen pekerja formal?", "yang informal?", "Berapa persen pekerja informal?"),
        ("What is the share of formal jobs?", "And informal ones?", "What is the share of informal jobs?"),
    ],
)
def test_an_ellipsis_takes_the_place_of_the_like_part(earlier: str, text: str, expected: str) -> None:
    assert rewritten(text, earlier) == expected


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        ("Kapan nota kesepahaman diteken?", "and who signed it?", "who signed it (nota kesepahaman diteken)?"),
        ("Apa itu surat tilang elektronik?", "berapa lama?", "berapa lama (surat tilang elektronik)?"),
        ("Where was the meeting with RSUD held?", "Who attended it?", "Who attended it (meeting with RSUD held)?"),
    ],
)
def test_a_question_without_a_topic_gets_the_one_before(earlier: str, text: str, expected: str) -> None:
    assert rewritten(text, earlier) == expected


def test_last_year_counts_from_the_year_the_conversation_is_about() -> None:
    assert rewritten("kalau tahun lalu?", "Berapa penganggur pada tahun 2024?") == "Berapa penganggur pada tahun 2023?"


def test_last_year_counts_from_today_when_no_year_was_named() -> None:
    assert rewritten("kalau tahun lalu?", "Berapa jumlah penganggur?") == "Berapa jumlah penganggur 2025?"


def test_follow_ups_build_on_each_other() -> None:
    assert rewritten("and Riau?", "How many live in Jambi?", "What about Bali?") == "How many live in Riau?"


@pytest.mark.parametrize(
    "text",
    [
        "Siapa Gubernur Lampung?",
        "Apa itu KP2MI?",
        "Berapa balita yang diperiksa Puskesmas Melati?",
        "What does the clinic need from young mothers now?",
    ],
)
def test_a_question_that_stands_alone_is_the_same_object(text: str) -> None:
    question = Question(text, Language.INDONESIAN, (Turn("Apa itu Desa Siaga?", "Sebuah program."),))
    assert stand_alone(question, TODAY) is question


def test_without_history_nothing_is_a_follow_up() -> None:
    question = Question("kalau Bali?", Language.INDONESIAN)
    assert stand_alone(question, TODAY) is question


def test_a_place_asked_for_anew_replaces_the_one_of_the_question_before() -> None:
    history = (Turn("Berapa dokter gigi Lampung yang ke Bali?", "385 orang."),)
    asked = Question("klo yg ke jambi brp?", Language.INDONESIAN, history)
    assert stand_alone(asked, TODAY).text == "yg ke jambi brp (dokter gigi Lampung)?"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Provinsi mana saja yang ikut?", "Provinsi mana saja yang ikut (imunisasi balita)?"),
        ("Materinya apa saja?", "Materinya apa saja (imunisasi balita)?"),
        ("Kalau Bali saja?", "Berapa lama imunisasi balita Bali?"),
        ("Siapa yang hadir di rapat anggaran?", "Siapa yang hadir di rapat anggaran?"),
        ("Siapa saja yang ikut rapat?", "Siapa saja yang ikut rapat?"),
    ],
)
def test_who_took_part_needs_the_topic_and_a_list_stays_a_list(asked: str, expected: str) -> None:
    question = Question(asked, Language.INDONESIAN, (Turn("Berapa lama imunisasi balita?", ""),))
    assert stand_alone(question, TODAY).text == expected


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        ("brp lama pelatihan alumni?", "kalau siswa?", "brp lama pelatihan siswa?"),
        ("brp lama pelatihan alumni?", "bagaimana dengan siswa?", "brp lama pelatihan siswa?"),
        ("How long is the training for alumni?", "what about students?", "How long is the training for students?"),
        ("Berapa tarif bus anak?", "klo lansia?", "Berapa tarif bus lansia?"),
        ("How many women were vaccinated?", "And how many men?", "how many men (were vaccinated)?"),
        ("Apa isi Pasal 3 perda sampah?", "Kalau Pasal 6?", "Apa isi Pasal 6 perda sampah?"),
        ("Siapa ketua karang taruna?", "kalau bendahara?", "Siapa bendahara karang taruna?"),
    ],
)
def test_what_is_of_one_kind_takes_its_place(earlier: str, text: str, expected: str) -> None:
    assert rewritten(text, earlier) == expected


@pytest.mark.parametrize(
    "text", ["siapa presiden?", "Who is the president?", "terus siapa Kapolri?", "apa itu stunting?", "What is an NIB?"]
)
def test_a_short_question_that_is_whole_stays_alone(text: str) -> None:
    assert rewritten(text, "Di mana kantor Samsat?") == text


@pytest.mark.parametrize("text", ["apa artinya?", "What is the fee?", "siapa kepalanya?", "what is needed?"])
def test_a_short_question_that_lacks_something_gets_it(text: str) -> None:
    assert rewritten(text, "Di mana kantor Samsat?").endswith("(kantor Samsat)?")


@pytest.mark.parametrize(
    ("turn", "text", "expected"),
    [
        (
            Turn("Who is the regent of Melati?", "Sari Dewi. [1]"),
            "and his deputy?",
            "Who is the deputy regent of Melati?",
        ),
        (Turn("Siapa wali kota Melati?", "Sari Dewi. [1]"), "wakilnya siapa?", "Siapa wakil wali kota Melati?"),
        (Turn("siapa wakil bupati?", "Sari Dewi. [1]"), "wakil dia?", "Siapa wakil bupati?"),
        (
            Turn("Who opened the clinic?", "Sari Dewi, head of the health office, did. [1]"),
            "And her deputy?",
            "Who is the deputy head of the health office?",
        ),
        (Turn("Siapa pembina tim tari?", "Sari Dewi. [1]"), "wakilnya?", "Siapa wakil pembina tim tari?"),
    ],
)
def test_a_deputy_is_that_of_whom_was_named(turn: Turn, text: str, expected: str) -> None:
    assert stand_alone(Question(text, Language.INDONESIAN, (turn,)), TODAY).text == expected


NOTHING = "Dokumen yang kami miliki tidak memuat jawaban atas pertanyaan ini."


@pytest.mark.parametrize(
    ("history", "text", "expected"),
    [
        ((Turn("asdf qwer zxcv?", NOTHING),), "berapa lama?", "berapa lama?"),
        ((Turn("Siapa juara lomba tari?", NOTHING),), "kapan?", "kapan?"),
        (
            (Turn("Berapa tarif parkir motor?", "Rp2.000. [1]"), Turn("asdf qwer?", NOTHING)),
            "kalau mobil?",
            "Berapa tarif parkir mobil?",
        ),
        (
            (Turn("Kapan loket pajak buka?", "Pukul 8. [1]"), Turn("Wah, pagi sekali.", "Benar.")),
            "di mana?",
            "di mana (loket pajak buka)?",
        ),
    ],
)
def test_nothing_is_carried_over_from_a_turn_that_found_nothing(
    history: tuple[Turn, ...], text: str, expected: str
) -> None:
    assert stand_alone(Question(text, Language.INDONESIAN, history), TODAY).text == expected


def test_what_was_not_found_may_be_replaced() -> None:
    history = (Turn("How many tonnes of soybeans were harvested?", "I could not find that in the documents."),)
    asked = Question("And rice?", Language.ENGLISH, history)
    assert stand_alone(asked, TODAY).text == "How many tonnes of rice were harvested?"
