import numpy as np

from rag.models.encoders.caching import CachingEncoder
from tests.fakes import WordEncoder


def test_a_passage_is_encoded_once_and_gives_the_same_vector_again() -> None:
    inner = WordEncoder()
    encoder = CachingEncoder(inner)
    first = encoder.encode_passages(["satu dua", "tiga", "satu dua"])
    again = encoder.encode_passages(["tiga", "empat"])
    assert inner.encoded == ["satu dua", "tiga", "empat"]
    assert np.array_equal(first[1], again[0])
    assert np.array_equal(first[0], first[2])


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    inner = WordEncoder()
    encoder = CachingEncoder(inner, most=2)
    encoder.encode_passages(["a"])
    encoder.encode_passages(["b"])
    encoder.encode_passages(["a"])
    encoder.encode_passages(["c"])
    encoder.encode_passages(["a", "b"])
    assert inner.encoded == ["a", "b", "c", "b"]


def test_more_texts_than_are_kept_still_all_come_back() -> None:
    encoder = CachingEncoder(WordEncoder(), most=1)
    assert encoder.encode_passages(["a", "b", "c"]).shape == (3, 256)


def test_it_passes_for_the_encoder_inside() -> None:
    inner = WordEncoder()
    encoder = CachingEncoder(inner)
    assert (encoder.name, encoder.fingerprint, encoder.dimension) == (inner.name, inner.fingerprint, inner.dimension)
    assert encoder.count_tokens(["satu dua"]) == [2]
    assert encoder.encode_passages([]).shape == (0, 256)
