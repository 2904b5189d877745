"""What questions ask for."""

import pytest

from rag.language.question_kinds import AnswerType, answer_type, fits, wants_list


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Berapa orang yang ditempatkan?", AnswerType.NUMBER),
        ("brp yg ke sana", AnswerType.NUMBER),
        ("How many people left?", AnswerType.NUMBER),
        ("Give me the names of the nurses who work at night", AnswerType.PERSON),
        ("What are the names of the two ferries?", None),
        ("Berapa persen sektor informal?", AnswerType.PERCENTAGE),
        ("Berapa anggarannya?", AnswerType.MONEY),
        ("What was the budget of the visit?", AnswerType.MONEY),
        ("Berapa lama magang untuk siswa?", AnswerType.DURATION),
        ("brp lama?", AnswerType.DURATION),
        ("Berapa tahun masa kontrak?", AnswerType.DURATION),
        ("How long is the internship?", AnswerType.DURATION),
        ("Tahun berapa didirikan?", AnswerType.DATE),
        ("kpn acaranya", AnswerType.DATE),
        ("When was it held?", AnswerType.DATE),
        ("Pukul berapa acara dimulai?", AnswerType.TIME),
        ("Siapakah wakil gubernur?", AnswerType.PERSON),
        ("Who opened the event?", AnswerType.PERSON),
        ("dmn acaranya", AnswerType.PLACE),
        ("Negara mana yang terbanyak?", AnswerType.PLACE),
        ("Apa itu desa?", None),
        ("Mengapa program itu dibuat?", None),
    ],
)
def test_a_question_word_decides_the_kind_in_both_languages_and_in_haste(
    question: str, kind: AnswerType | None
) -> None:
    assert answer_type(question) is kind


@pytest.mark.parametrize(
    ("span", "kind", "fitting"),
    [
        ("640 orang", AnswerType.NUMBER, True),
        ("tiga belas", AnswerType.NUMBER, True),
        ("Kota Padang", AnswerType.NUMBER, False),
        ("setahun", AnswerType.DURATION, True),
        ("para lulusan", AnswerType.DURATION, False),
        ("Senin, 4 Mei 2020", AnswerType.DATE, True),
        ("Aula Bappeda", AnswerType.DATE, False),
        ("Dr. Budi Santoso, M.Si.", AnswerType.PERSON, True),
        ("4 Mei 2020", AnswerType.PERSON, False),
        ("640 orang", AnswerType.PLACE, False),
        ("Lantai 3 Gedung Serbaguna", AnswerType.PLACE, True),
        ("gratis", AnswerType.MONEY, True),
    ],
)
def test_a_span_must_be_able_to_answer_that_kind(span: str, kind: AnswerType, fitting: bool) -> None:
    assert fits(span, kind) is fitting


@pytest.mark.parametrize(
    "question",
    [
        "Provinsi mana saja?",
        "sektor apa aja",
        "Which provinces are covered?",
        "Sebutkan lima negara tujuan terbanyak.",
        "List the top five destinations.",
        "What are the top five jobs?",
        "Lima jabatan teratas itu apa?",
        "Daftar negara tujuan",
        "Tolong berikan daftar desa.",
        "What are the requirements for a village head?",
        "What do I need for a passport?",
        "What are the priority sectors of the cooperation?",
        "naik bus gratis syaratnya apa?",
        "pasang air butuh surat apa?",
    ],
)
def test_a_list_is_asked_for(question: str) -> None:
    assert wants_list(question)


@pytest.mark.parametrize(
    "question",
    [
        "Provinsi mana yang terbanyak?",
        "Berapa biaya untuk lima orang peserta?",
        "Who leads the four teams?",
        "cara daftar pelatihan",
        "daftar ke mana?",
        "What are the opening hours?",
        "Apa syarat itu masih berlaku?",
    ],
)
def test_one_thing_is_not_a_list(question: str) -> None:
    assert not wants_list(question)


def test_the_dotted_lines_of_a_form_are_told_from_a_name_without_trying_every_way_to_cut_them() -> None:
    line = "." * 5_000
    assert fits(f"{line} Wati", AnswerType.PERSON)
    assert not fits(f"12 Maret {line}", AnswerType.PERSON)
    assert fits(f"Nama {line}", AnswerType.PLACE)


@pytest.mark.parametrize(
    "question", ["toko kecil bayar sampah berapa sebulan?", "ongkosnya berapa?", "warga membayar iuran berapa?"]
)
def test_who_pays_is_asked_for_money(question: str) -> None:
    assert answer_type(question) is AnswerType.MONEY


def test_days_of_every_week_are_days() -> None:
    assert fits("on Sundays", AnswerType.DATE)
