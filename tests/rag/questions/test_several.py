from datetime import date

import pytest

from rag.questions.several import parts_of
from rag.types import Language, Question

TODAY = date(2026, 11, 22)


def apart(text: str) -> list[tuple[str, str]]:
    return [(asked, part.text) for asked, part in parts_of(Question(text, Language.INDONESIAN), TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "gmn cara ikut pelatihan, brp lama?",
            [
                ("gmn cara ikut pelatihan", "bagaimana cara ikut pelatihan?"),
                ("brp lama", "berapa lama (cara ikut pelatihan)?"),
            ],
        ),
        (
            "Siapa Gubernur Lampung dan apa jabatan M. Firsada?",
            [
                ("Siapa Gubernur Lampung", "Siapa Gubernur Lampung?"),
                ("apa jabatan M. Firsada", "apa jabatan M. Firsada?"),
            ],
        ),
        (
            "Apa itu Desa Siaga? Desa mana saja yang masuk?",
            [
                ("Apa itu Desa Siaga", "Apa itu Desa Siaga?"),
                ("Desa mana saja yang masuk", "Desa mana saja yang masuk (Desa Siaga)?"),
            ],
        ),
        (
            "gmn cara ikut pelatihan, brp lama? gajinya brp?",
            [
                ("gmn cara ikut pelatihan", "bagaimana cara ikut pelatihan?"),
                ("brp lama", "berapa lama (cara ikut pelatihan)?"),
                ("gajinya brp", "gajinya berapa (cara ikut pelatihan)?"),
            ],
        ),
        (
            "apa saja syaratnya trus daftarnya dmn",
            [
                ("apa saja syaratnya", "apa saja syaratnya?"),
                ("daftarnya dmn", "daftarnya di mana (syaratnya)?"),
            ],
        ),
        (
            "Berapa iuran air per hektare dan siapa yang membayar separuh?",
            [
                ("Berapa iuran air per hektare", "Berapa iuran air per hektare?"),
                ("siapa yang membayar separuh", "siapa yang membayar separuh (iuran air per hektare)?"),
            ],
        ),
        (
            "Which form do I fill in for a permit and what to hand over?",
            [
                ("Which form do I fill in for a permit", "Which form do I fill in for a permit?"),
                ("what to hand over", "what to hand over (form do I fill in for a permit)?"),
            ],
        ),
        (
            "When is water delivered by tank truck, and can any customer ask for it?",
            [
                ("When is water delivered by tank truck", "When is water delivered by tank truck?"),
                ("can any customer ask for it", "can any customer ask for it (water delivered by tank truck)?"),
            ],
        ),
        (
            "Ikut lomba perahu bayar brp? tim sekolah jg bayar?",
            [
                ("Ikut lomba perahu bayar brp", "Ikut lomba perahu bayar berapa?"),
                ("tim sekolah jg bayar", "tim sekolah juga bayar (Ikut lomba perahu bayar)?"),
            ],
        ),
        (
            "Who signed the agreement and when?",
            [("Who signed the agreement", "Who signed the agreement?"), ("when", "when (signed the agreement)?")],
        ),
    ],
)
def test_each_of_several_questions_stands_alone(text: str, expected: list[tuple[str, str]]) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kapan dan di mana pertemuan diadakan?", ("Kapan", "Kapan pertemuan diadakan?")),
        ("When and where was the meeting held?", ("When", "When was the meeting held?")),
    ],
)
def test_a_mere_question_word_asks_about_what_follows(text: str, first: tuple[str, str]) -> None:
    assert apart(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Berapa lama izin warung dan kios?",
        "By how much, in tonnes, did the harvest of Way Sindi grow?",
        "Menurut data BPS tahun 2024, berapa jumlah pengangguran di Lampung?",
        "Selain gubernur, siapa yang menandatangani perjanjian?",
        "Berapa guru di Jambi, Riau dan Bali?",
        "Apa nama hotel, kota dan negara tempat pertemuan?",
        "Izin warung",
        "Berapa orang yang berangkat? tahun 2025",
        "?,?,?",
        "",
        "Apa ini? Apa itu? Siapa dia? Kapan ya? Di mana?",  # a list that was pasted
    ],
)
def test_one_question_is_left_whole(text: str) -> None:
    assert apart(text) == []


def test_a_very_long_text_is_looked_through_quickly() -> None:
    assert apart("apa, " * 20_000) == []


def test_a_clause_between_commas_is_no_question_of_its_own() -> None:
    assert apart("How do I get my cousin, who works there, to fill in the form?") == []
    assert apart("Which pupils, whose parents moved, may change school?") == []
    both = apart("How do I apply, who signs the letter, and where is it kept?")
    assert [asked for asked, _ in both] == ["How do I apply", "who signs the letter", "where is it kept"]
    assert [asked for asked, _ in apart("What does it cost, who pays, please?")] == [
        "What does it cost",
        "who pays, please",
    ]
    assert [asked for asked, _ in apart("What does it cost, who pays,")] == ["What does it cost", "who pays"]


@pytest.mark.parametrize(
    "text",
    [
        "When a foreigner dies, which residence permit copy is needed?",
        "Under the 2018 list, what does removing a tree cost?",
        "What if there is a cellar, is that a reporting stage too?",
        "if I was ill when the deadline passed, how long do I get?",
        "Which nutrients, when lacking, stop a child from growing?",
        "kalau hilang di Jepang, bayar berapa?",
    ],
)
def test_the_case_that_is_asked_about_is_no_question_of_its_own(text: str) -> None:
    assert apart(text) == []


def test_a_measure_of_time_at_the_head_asks_what_follows() -> None:
    assert [whole for _, whole in apart("When and at what hours is the clinic open?")] == [
        "When is the clinic open?",
        "at what hours is the clinic open?",
    ]
