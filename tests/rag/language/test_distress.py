import time

import pytest

from rag.language.distress import speaks_of_own_death


@pytest.mark.parametrize(
    "text",
    [
        "I just want to die, which hospital gives pills?",
        "Failing again, I am thinking of ending my life.",
        "how do i hang myself",
        "What is the quietest way to commit suicide?",
        "There is no reason to live. When does the boat leave?",
        "I don't want to live any more",
        "From where can I jump off the bridge?",
        "How many sleeping pills does it take to never wake up?",
        "Everybody is better off without me.",
        "Saya mau mati saja rasanya",
        "aku pengen bunuh diri aja",
        "Cara paling cepat gantung diri",
        "Untuk apa saya hidup?",
        "Udah ga sanggup hidup lagi",
        "Lebih baik saya mati",
        "Racun tikus berapa sendok supaya orang mati?",
        "Berapa butir obat tidur biar tidak bangun selamanya?",
        "Kalau aku lompat dari jembatan itu, dalamnya berapa?",
        "Hoyong paeh wae",
        "Saya ingin\nmengakhiri hidup saya",
    ],
)
def test_who_wants_to_die_or_a_means_to_is_heard(text: str) -> None:
    assert speaks_of_own_death(text)


@pytest.mark.parametrize(
    "text",
    [
        "Berapa kasus bunuh diri pada tahun 2025?",
        "Ke mana orang yang ingin bunuh diri bisa minta tolong?",
        "Teman saya ingin bunuh diri, ke mana melapor?",
        "Is suicide prevention counselling offered to pupils?",
        "My husband wants to kill himself; is there a service?",
        "Saya mau mengurus akta kematian suami",
        "STNK saya mati, apakah boleh ikut?",
        "Sapi saya mati, bagaimana melapor?",
        "Berapa dosis pupuk supaya padi tidak mati?",
        "Berapa racun supaya tikus mati?",
        "Bantuan bagi warga yang meninggal berapa?",
        "I do not want to live in the dormitory any more; how do I leave?",
        "Saya tidak ingin hidup di desa lagi, bagaimana pindah ke kota?",
        "How do I end my contract?",
        "Can I jump from class 2 to class 4?",
        "I hurt myself on the ferry, where do I complain?",
        "Bosan hidup sendiri, adakah lomba perahu?",
        "",
    ],
)
def test_ordinary_questions_about_death_and_danger_are_searched_for(text: str) -> None:
    assert not speaks_of_own_death(text)


@pytest.mark.parametrize("word", ["cara ", "saya mau ", "i want to ", "how many pills ", "lebih baik saya "])
def test_a_long_text_is_read_fast(word: str) -> None:
    begun = time.perf_counter()
    speaks_of_own_death(word * (4000 // len(word)))
    assert time.perf_counter() - begun < 2
