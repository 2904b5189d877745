"""What counts as a rule's saving and harming."""

import pytest

from tests.benchmarks.structure.cases import ask
from tests.benchmarks.structure.judging import Verdict
from tests.benchmarks.structure.rules import _changes
from tests.benchmarks.structure.running import Judged

ONE = ask("Berapa?", "7")


@pytest.mark.parametrize(
    ("with_it", "without", "expected"),
    [
        (Judged(ONE, Verdict.RIGHT), Judged(ONE, Verdict.WRONG, "8", 0.95), ["saves", "keeps back sure"]),
        (Judged(ONE, Verdict.RIGHT), Judged(ONE, Verdict.REFUSED), ["saves"]),
        (Judged(ONE, Verdict.REFUSED), Judged(ONE, Verdict.RIGHT, "7", 0.95), ["harms"]),
        (Judged(ONE, Verdict.REFUSED), Judged(ONE, Verdict.WRONG, "8", 0.5), []),
        (Judged(ONE, Verdict.WRONG, "8", 0.95), Judged(ONE, Verdict.WRONG, "9", 0.95), []),
    ],
)
def test_what_leaving_a_rule_out_changes(with_it: Judged, without: Judged, expected: list[str]) -> None:
    assert _changes(with_it, without) == expected
