"""Nearness is worked out only where it can change the answer."""

import numpy as np

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.nearness import Nearness
from rag.answering.extractive.scoring import Scored, Signals
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query, read
from rag.types import Hit, Language, Method, Passage, Question, Span
from tests.fakes import WordEncoder

ASKED = "kopi lereng"
QUERY = read(Question(ASKED, Language.INDONESIAN))


def scored(text: str, score: float, document: str = "a", context: float = 0.0, span: float | None = None) -> Scored:
    passage = Passage(f"{document}#0", document, 0, len(text), text, document)
    candidate = Candidate(Hit(passage, 1.0, (Method.DENSE,), 0.9), Span(document, 0, len(text), text))
    signals = Signals(semantic=0.0, context=context, kind=0.5, passage=1.0, read=0.5)
    found = None if span is None else ReadSpan(0, 1, span)
    return Scored(candidate, signals, score, found, measured=False)


def nearness(encoder: WordEncoder, query: Query = QUERY) -> Nearness:
    return Nearness(encoder, query, None, weight=1.0)


def test_only_what_nearness_can_lift_to_the_best_is_embedded() -> None:
    encoder = WordEncoder()
    found = nearness(encoder).settled([scored("teh", 5.0), scored(ASKED, 4.5), scored("gula", 3.9)])
    assert encoder.encoded == ["teh", ASKED]
    # Equal words have nearness 1, other words 0: 4.5 + 1 comes before 5.
    assert [(one.candidate.text, round(one.score, 3)) for one in found] == [(ASKED, 5.5), ("teh", 5.0), ("gula", 3.9)]
    assert [one.measured for one in found] == [True, True, False]


def test_what_may_be_quoted_beside_the_best_is_measured_too_and_nothing_twice() -> None:
    encoder = WordEncoder()
    near = nearness(encoder)
    found = near.settled([scored("teh", 6.0), scored("gula", 3.5), scored("beras", 2.0)])
    near.settled(found, 0.65)  # 3.9 of 6 are needed: 3.5 may come there, 2 cannot
    assert encoder.encoded == ["teh", "gula"]


def test_order_is_kept_where_nothing_is_left_to_measure() -> None:
    near = nearness(WordEncoder())
    one, other = near.settled([scored("teh", 5.0), scored("gula", 5.0)])
    assert near.settled((other, one)) == (other, one)


def test_all_sentences_count_where_an_article_of_a_law_is_named() -> None:
    encoder = WordEncoder()
    query = read(Question("Apa isi Pasal 3?", Language.INDONESIAN))
    nearness(encoder, query).settled([scored("teh", 9.0), scored("gula", 0.0)])
    assert encoder.encoded == ["teh", "gula"]


def test_what_the_reader_believes_is_measured_as_a_rival() -> None:
    encoder = WordEncoder()
    rows = [scored("teh", 9.0, span=5.0), scored("gula", 1.0, span=0.5), scored("beras", 1.0, span=-1.0)]
    nearness(encoder).settled_rivals(rows)
    assert encoder.encoded == ["teh", "gula"]


def test_the_nearest_are_of_those_that_hold_most_of_the_question_in_each_document() -> None:
    encoder = WordEncoder()
    many = [scored(f"teh {number}", 1.0, "a", context=0.2) for number in range(6)]
    rest = [scored(f"{name} {ASKED}", 0.5, name, context=0.1) for name in ("b", "c", "d", "e")]
    found = nearness(encoder).nearest([scored(ASKED, 0.1, "a", context=0.1), *many, *rest])
    # Five documents, twelve sentences: at most three of each.
    assert len([text for text in encoder.encoded if text.startswith("teh")]) == 3
    assert len(encoder.encoded) == 7
    assert all(one.measured for one in found)
    assert [one.signals.semantic for one in found] == sorted((one.signals.semantic for one in found), reverse=True)


def test_the_vector_of_retrieval_is_the_questions_own() -> None:
    class Once(WordEncoder):
        def encode_queries(self, texts: object) -> np.ndarray:
            raise AssertionError("the question was embedded twice")

    vector = WordEncoder().encode_queries([QUERY.text])[0]
    (found,) = Nearness(Once(), QUERY, vector, 1.0).settled([scored(ASKED, 1.0)])
    assert round(found.signals.semantic, 3) == 1.0
