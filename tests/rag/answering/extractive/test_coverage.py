from rag.answering.extractive.coverage import asked_for, content_stems, coverage, missing_places, missing_years
from rag.language.stems import terms


def test_content_stems_leave_out_question_words_and_affixes() -> None:
    assert content_stems("Berapa lama pelatihan untuk alumni?") == content_stems("latih alumni")


def test_a_place_no_text_names_is_missing_in_whichever_language() -> None:
    texts = ["Tujuan terbanyak Taiwan dan Jepang."]
    assert missing_places("How many went to Japan?", texts) == ()
    assert missing_places("Berapa orang ke korea selatan dan Taiwan?", texts) == ("korea selatan",)


def test_a_year_no_text_names_is_missing() -> None:
    assert missing_years("Berapa pada tahun 2020 dan 2024?", ["Data BPS tahun 2024.", "terbit 2025-11-04"]) == ("2020",)


def test_an_amount_is_not_a_year() -> None:
    assert missing_years("Apakah 2.000 alumni mendaftar?", []) == ()


def test_coverage_is_the_share_of_the_wanted_words() -> None:
    wanted = (frozenset({"a", "x"}), frozenset({"b"}))
    assert coverage(wanted, frozenset({"x"})) == 0.5
    assert coverage((), frozenset()) == 1.0


def test_an_english_word_is_asked_for_by_what_indonesian_texts_call_it() -> None:
    (training,) = asked_for("What training?")
    assert set(terms("pelatihan")) <= training
    assert asked_for("Berapa lama pelatihan itu?") == (frozenset(terms("pelatihan")),)
