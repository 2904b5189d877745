import pytest

from rag.language.stems import stem


@pytest.mark.parametrize("word", ["ii", "iii", "vii", "viii", "xiii"])
def test_a_roman_numeral_loses_no_ending(word: str) -> None:
    assert stem(word) == word


def test_words_lose_their_affixes() -> None:
    assert stem("peminjaman") == stem("meminjam") == "pinjam"
