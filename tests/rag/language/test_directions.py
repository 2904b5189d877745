import pytest

from rag.language.directions import Direction, directions_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenaikan tarif ditunda", {Direction.UP}),
        ("harga beras diturunkannya", {Direction.DOWN}),
        ("The fee rose before it was cut", {Direction.UP, Direction.DOWN}),
        ("Perpanjangan SIM", set()),
        ("naik bus apa ke pasar, turun di mana?", set()),
        ("Berapa diskon untuk pelajar?", set()),
        ("Where do I drop off my form?", set()),
        ("pendaftar naik haji turun", {Direction.DOWN}),
        ("cara menanam padi", set()),
    ],
)
def test_words_for_a_change_tell_its_direction(text: str, expected: set[Direction]) -> None:
    assert directions_in(text) == expected
