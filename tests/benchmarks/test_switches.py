"""A rule that is switched off says nothing wherever it is called, and afterwards what it said before."""

import pytest

import rag.assembly  # noqa: F401  (whatever calls a rule must be known)
from rag.answering.extractive import glosses
from tests.benchmarks.rules import ANSWER_RULES, CHECK_NAMES, NARROWINGS
from tests.benchmarks.switches import SWITCHES, noted, places_of, switched_off

ASKED, KNOWN = "Who is in the archive room (Ruang Arsip)?", frozenset({"ruang", "arsip"})


def test_a_rule_says_nothing_while_it_is_switched_off() -> None:
    assert glosses.said_again(ASKED, KNOWN)
    with switched_off({"glosses", "kind"}):
        assert not glosses.said_again(ASKED, KNOWN)
    assert glosses.said_again(ASKED, KNOWN)


@pytest.mark.parametrize(("asked", "expected"), [(ASKED, True), ("Who is in the archive room?", False)])
def test_a_rule_is_noted_where_it_has_anything_to_say(asked: str, expected: bool) -> None:
    with noted() as met:
        glosses.said_again(asked, KNOWN)
    assert ("glosses" in met) is expected


@pytest.mark.parametrize("name", SWITCHES)
def test_whoever_calls_a_rule_knows_it_by_name(name: str) -> None:
    assert all(places_of(switch.rule) for switch in SWITCHES[name])


def test_no_switch_is_called_as_another_rule_is() -> None:
    assert not SWITCHES.keys() & {*ANSWER_RULES, *CHECK_NAMES, *(one.name for one in NARROWINGS)}
