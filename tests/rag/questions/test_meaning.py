import numpy as np

from rag.questions.meaning import ALIKE, Meaning
from tests.fakes import WordEncoder


def vectors(*angles: float) -> np.ndarray:
    """Unit vectors of the plane, by their angles in degrees."""
    return np.asarray([[np.cos(np.radians(angle)), np.sin(np.radians(angle))] for angle in angles], dtype=np.float32)


def test_a_question_joins_the_nearest_group_that_is_near_enough() -> None:
    meaning = Meaning(WordEncoder())
    edge = float(np.degrees(np.arccos(ALIKE)))
    assert meaning.place(vectors(10)[0], vectors(40, 12)) == 1
    assert meaning.place(vectors(edge - 0.1)[0], vectors(0)) == 0
    assert meaning.place(vectors(edge + 0.1)[0], vectors(0)) is None
    assert meaning.place(vectors(0)[0], np.zeros((0, 2), dtype=np.float32)) is None


def test_groups_near_each_other_are_one_topic() -> None:
    first, second, third = Meaning(WordEncoder()).topics(vectors(0, 20, 90))
    assert first == second != third


def test_one_group_is_one_topic() -> None:
    assert Meaning(WordEncoder()).topics(vectors(0)) == [0]
