import tracemalloc

import pytest

from rag.documents import duplicates
from rag.documents.duplicates import near_duplicates, signature_of

STORY = " ".join(f"kata{number} tentang hal ke-{number}" for number in range(40))


def test_a_text_with_one_changed_word_is_a_near_duplicate() -> None:
    (pair,) = near_duplicates({"a": STORY, "b": STORY.replace("kata20", "lain"), "c": "x y z " * 3 + STORY[:20]})
    assert (pair.first, pair.second) == ("a", "b")
    assert pair.similarity > 0.8


def test_unlike_texts_are_none() -> None:
    other = " ".join(f"bahasan{number} mengenai soal ke-{number}" for number in range(40))
    assert near_duplicates({"a": STORY, "b": other}) == ()


def test_short_texts_are_not_compared() -> None:
    assert signature_of("terlalu pendek untuk dibandingkan") is None
    assert near_duplicates({"a": "Cukup jelas.", "b": "Cukup jelas."}) == ()


def test_estimate_is_near_the_jaccard_index() -> None:
    # 100 and 100 words with 60 in common run: 96 runs each, 56 shared, 56 / 136 = 0.41.
    common = [f"sama{number}" for number in range(60)]
    first = " ".join([*common, *(f"a{number}" for number in range(40))])
    second = " ".join([*common, *(f"b{number}" for number in range(40))])
    one, two = signature_of(first), signature_of(second)
    assert one is not None
    assert two is not None
    assert abs(one.jaccard(two) - 56 / 136) < 0.13


def test_many_copies_are_each_linked_to_the_first() -> None:
    pairs = near_duplicates({str(number): STORY for number in range(200)})
    assert [(pair.first, pair.second) for pair in pairs] == [("0", str(number)) for number in range(1, 200)]


def test_piece_by_piece_a_text_has_the_same_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = signature_of(STORY)
    assert whole is not None
    monkeypatch.setattr(duplicates, "_PIECE", 50)
    monkeypatch.setattr(duplicates, "_AT_ONCE", 3)
    for text in (STORY, STORY.replace(" ", "\n"), " " * 200 + STORY):
        again = signature_of(text)
        assert again is not None
        assert again.hashvalues.tolist() == whole.hashvalues.tolist()


def test_a_large_text_needs_little_memory_beside_its_own() -> None:
    signature_of(STORY)
    large = " ".join(f"kata{number}" for number in range(60_000))  # .6 MB; all runs at once take 60 MB
    tracemalloc.start()
    try:
        assert signature_of(large) is not None
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
