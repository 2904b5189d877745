import pytest

from rag.answering.guard.lexicon import concepts_of, is_indonesian, is_listed, light_words, longest_phrase, stems


def same(one: str, other: str) -> bool:
    return bool(concepts_of(tuple(one.split())) & concepts_of(tuple(other.split())))


@pytest.mark.parametrize(("one", "other"), [("siswa", "student"), ("warga", "resident"), ("bupati", "regent")])
def test_words_of_both_languages_for_one_thing_share_a_concept(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("gubernur", "wakil gubernur"), ("siswa", "teacher"), ("formal", "informal")]
)
def test_opposites_and_other_things_share_none(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_listed_form_comes_before_its_stem() -> None:
    assert is_listed(("siswa",))
    assert is_indonesian(("siswa",))
    assert not is_indonesian(("student",))


def test_the_letter_that_a_prefix_swallowed_is_brought_back() -> None:
    assert stems("menyapu")[0] == stems("sapu")[0]


def test_light_words_are_no_claims_and_the_longest_phrase_bounds_the_search() -> None:
    assert "dan" in light_words()
    assert longest_phrase() >= len("kementerian perlindungan".split())
