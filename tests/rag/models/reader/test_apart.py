"""What the lower layers make of a passage is kept, and read as if it had just been made."""

from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from rag.errors import Left
from rag.models.reader.apart import PASSAGE_PLACE, ApartPairs, Floats, Parts, WholePairs, moves

HIDDEN = 4
PASSAGES = [(5, 6, 2), (7, 2), (5, 6, 2), (8, 9, 10, 2)]


class Rows:
    """Each id is a vector of itself."""

    def of(self, ids: np.ndarray) -> Floats:
        return np.repeat(ids[..., None], HIDDEN, axis=-1).astype(np.float32)


class Counting:
    """Gives back what it is given, times `factor`; remembers how many tokens it worked on."""

    def __init__(self, factor: float) -> None:
        self.factor, self.lengths = factor, list[int]()

    def __call__(self, given: Iterable[Floats]) -> Iterator[Floats]:
        for each in given:
            self.lengths.append(each.shape[1])
            yield each * self.factor


def pairs_of(most_bytes: int = 1 << 20) -> tuple[ApartPairs, Counting, Counting]:
    lower, upper = Counting(2), Counting(10)
    parts = Parts(lower, upper, np.full((20, HIDDEN), 100, np.float32))
    return ApartPairs(parts, Rows(), most_bytes), lower, upper  # type: ignore[arg-type]


def nobody_left() -> None:
    pass


def test_upper_layers_see_the_question_before_each_passage_as_the_lower_ones_left_them() -> None:
    pairs, _, _ = pairs_of()
    found = list(pairs.logits((0, 3), PASSAGES, nobody_left))
    for passage, each in zip(PASSAGES, found, strict=True):
        # Words of a passage are moved on by 100; those of the question stand where they stood.
        assert each[:, 0].tolist() == [0, 60, *((word + 100) * 20 for word in passage)]


def test_a_passage_is_worked_on_once_whatever_is_asked() -> None:
    pairs, lower, upper = pairs_of()
    first = list(pairs.logits((0, 3), PASSAGES, nobody_left))
    assert lower.lengths == [2, 3, 2, 4]  # the question, and each of three passages, one of which came twice
    again = list(pairs.logits((0, 4, 3), PASSAGES, nobody_left))
    assert lower.lengths[4:] == [3]
    assert upper.lengths == [5, 4, 5, 6, 6, 5, 6, 7]
    for one, other in zip(first, again, strict=True):
        np.testing.assert_array_equal(one[2:], other[3:])


def test_no_more_is_kept_than_there_is_room_for() -> None:
    pairs, lower, _ = pairs_of(most_bytes=3 * HIDDEN * 2)  # one passage of three tokens, in halves
    list(pairs.logits((0,), PASSAGES[:2], nobody_left))
    list(pairs.logits((0,), PASSAGES[1::-1], nobody_left))
    assert lower.lengths == [1, 3, 2, 1, 3]


def test_where_nobody_waits_nothing_more_is_worked_on() -> None:
    pairs, lower, _ = pairs_of()
    looks = iter([False, True])

    def check() -> None:
        if next(looks):
            raise Left("gone")

    with pytest.raises(Left):
        list(pairs.logits((0,), PASSAGES, check))
    assert lower.lengths == [1, 3]


def test_nothing_to_read_gives_nothing() -> None:
    pairs, lower, _ = pairs_of()
    assert list(pairs.logits((), [], nobody_left)) == []
    assert lower.lengths == []
    assert list(WholePairs(Counting(1), Rows()).logits((), [], nobody_left)) == []  # type: ignore[arg-type]


def test_a_network_of_one_part_sees_both_texts_from_its_first_layer_on() -> None:
    run = Counting(2)
    found = list(WholePairs(run, Rows()).logits((0, 3), PASSAGES[:2], nobody_left))  # type: ignore[arg-type]
    assert [each[:, 0].tolist() for each in found] == [[0, 6, 10, 12, 4], [0, 6, 14, 4]]


def test_what_is_added_to_a_word_moves_it_to_the_place_of_a_passage() -> None:
    places = np.random.default_rng(1).normal(size=(40, HIDDEN)).astype(np.float32)
    moved = moves(places)
    assert len(moved) == 40 - PASSAGE_PLACE
    np.testing.assert_allclose(places[: len(moved)] + moved, places[PASSAGE_PLACE:], atol=1e-6)
