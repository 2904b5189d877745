import pytest

from rag.documents import duplicates
from rag.documents.duplicates import near_duplicates, signature_of, similarity

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
    assert abs(similarity(one, two) - 56 / 136) < 0.13


def test_many_copies_stay_cheap_and_linked() -> None:
    pairs = near_duplicates({str(number): STORY for number in range(200)})
    assert len(pairs) == 199


def test_a_signature_is_the_same_however_many_runs_are_hashed_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = signature_of(STORY)
    monkeypatch.setattr(duplicates, "_SLICE", 7)  # the 116 runs of the story are no multiple of it
    in_slices = signature_of(STORY)
    assert whole is not None
    assert in_slices is not None
    assert in_slices.tolist() == whole.tolist()
