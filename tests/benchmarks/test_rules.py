from rag.evaluation.scoring import Score
from tests.benchmarks.replaying import Replayed, ReplayedEncoder, ReplayedReader
from tests.benchmarks.rules import worth
from tests.fakes import WordEncoder


def scored(right: bool, short: bool | None = None) -> Score:
    return Score(right, False, (), (), None, None, None, None, 0, None, None, short)


def test_a_rule_saves_what_is_wrong_without_it_and_harms_what_is_right_without_it() -> None:
    with_it = {"a": scored(True), "b": scored(False), "c": scored(True)}
    without = {"a": scored(False), "b": scored(True), "c": scored(True)}
    found = worth(with_it, without)
    assert (found.saves, found.harms) == (("a",), ("b",))


def test_a_headline_kept_back_counts_by_whether_it_was_right() -> None:
    with_it = {"a": scored(True), "b": scored(True), "c": scored(True, True)}
    without = {"a": scored(True, False), "b": scored(True, True), "c": scored(True, True)}
    found = worth(with_it, without)
    assert (found.headline_saves, found.headline_harms) == (("a",), ("b",))


def test_what_a_model_said_is_not_asked_again() -> None:
    inside = WordEncoder()
    encoder = ReplayedEncoder(inside, Replayed())
    first = encoder.encode_passages(["desa", "kota", "desa"])
    assert (encoder.encode_passages(["kota"])[0] == first[1]).all()
    assert inside.encoded == ["desa", "kota"]
    assert encoder.dimension == inside.dimension


def test_a_passage_is_read_anew_for_another_question() -> None:
    class Counting:
        name = "counting"

        def __init__(self) -> None:
            self.read_for: list[str] = []

        def read(self, question: str, passages: list[str]) -> tuple[str, ...]:
            self.read_for.append(question)
            return tuple(f"{question} {passage}" for passage in passages)

    inside = Counting()
    reader = ReplayedReader(inside, Replayed())
    assert reader.read("a", ["x", "y"]) == reader.read("a", ["x", "y"]) == ("a x", "a y")
    assert reader.read("b", ["x"]) == ("b x",)
    assert inside.read_for == ["a", "b"]
