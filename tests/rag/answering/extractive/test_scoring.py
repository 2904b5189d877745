from rag.answering.extractive.scoring import coverage


def test_coverage_is_the_share_of_the_wanted_words() -> None:
    wanted = (frozenset({"a", "x"}), frozenset({"b"}))
    assert coverage(wanted, frozenset({"x"})) == 0.5
    assert coverage((), frozenset()) == 1.0
