"""Several spans as one list."""

from rag.models.reader.lists import joined
from rag.models.reader.reading import ReadSpan


def span_of(text: str, part: str, score: float) -> ReadSpan:
    return ReadSpan(text.index(part), text.index(part) + len(part), score)


def test_spans_between_commas_and_dan_become_one() -> None:
    text = "di sektor pertanian, perikanan, dan konstruksi sejak 2020"
    spans = [span_of(text, "perikanan", 3.0), span_of(text, "pertanian", 2.0), span_of(text, "konstruksi", 1.0)]
    assert joined(text, spans) == (span_of(text, "pertanian, perikanan, dan konstruksi", 3.0),)


def test_a_verb_between_keeps_spans_apart() -> None:
    text = "Banten menang atas Riau"
    spans = (span_of(text, "Banten", 2.0), span_of(text, "Riau", 1.0))
    assert joined(text, spans) == spans


def test_a_member_far_below_the_best_is_left_out() -> None:
    text = "Banten, Riau"
    spans = (span_of(text, "Banten", 6.0), span_of(text, "Riau", 1.0))
    assert joined(text, spans) == spans
