import pytest

from rag.answering.guard.numbers import same_amount, stays_with_its_thing, stretches
from rag.answering.guard.terms import Kind, Term, terms

HARVEST = "Panen padi mencapai 1.250 ton, sedangkan jagung 415 ton."


def told(text: str) -> tuple[str, tuple[Term, ...]]:
    return text, terms(text)


def amount(text: str) -> Term:
    (found,) = (term for term in terms(text) if term.kind in (Kind.QUANTITY, Kind.DATE))
    return found


@pytest.mark.parametrize(
    ("said", "source", "same"),
    [
        ("1,250 tonnes", "1.250 ton", True),
        ("1.250 ton", "1.205 ton", False),
        ("35 percent", "35 persen", True),
        ("in March 2025", "12 Maret 2025", True),
        ("13 Maret 2025", "12 Maret 2025", False),
    ],
)
def test_amounts_and_dates_are_compared_by_what_they_mean(said: str, source: str, same: bool) -> None:
    assert same_amount(amount(said), amount(source)) is same


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Panen jagung 415 ton.", True),
        ("Jagung mencapai 1.250 ton.", False),
        ("Panen padi 1.250 ton dan jagung 415 ton.", True),
        ("Panen padi 415 ton dan jagung 1.250 ton.", False),
    ],
)
def test_a_number_stays_with_what_it_counts(said: str, kept: bool) -> None:
    assert stays_with_its_thing(told(said), told(HARVEST), frozenset()) is kept


def test_one_number_cannot_be_exchanged_with_another() -> None:
    assert stays_with_its_thing(told("Jagung 415 ton."), told("Panen mencapai 415 ton."), frozenset())


def test_a_sentence_is_cut_where_a_new_number_begins() -> None:
    parts = stretches(Kind.QUANTITY, *told(HARVEST))
    assert [[anchor.text for anchor in part.anchors] for part in parts] == [["1.250 ton"], ["415 ton"]]
