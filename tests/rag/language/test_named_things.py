import pytest

from rag.language.named_things import may_be_called


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("teluk", "bay"),
        ("bay", "teluk"),
        ("selatan", "south"),
        ("school", "smp"),
        ("dutch", "belanda"),
        ("belanda", "dutch"),
        ("january", "januari"),
        ("mar", "maret"),
    ],
)
def test_a_word_of_a_name_may_be_called_otherwise_in_the_other_language(word: str, other: str) -> None:
    assert other in may_be_called(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("teluk", "lake"), ("sd", "smp"), ("ikatan", "persatuan"), ("march", "april"), ("dutch", "jepang")],
)
def test_another_thing_is_not_the_same_thing_called_otherwise(word: str, other: str) -> None:
    assert other not in may_be_called(word)


def test_a_word_that_is_nothing_but_a_name_is_called_that() -> None:
    assert may_be_called("sumenanga") == {"sumenanga"}
