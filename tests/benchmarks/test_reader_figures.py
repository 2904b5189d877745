"""The figures of `tests.benchmarks.reader`, worked out by hand; no data needed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rag.models.reader import Reading, ReadSpan
from rag.types import Hit, Language, Method, Passage
from tests.benchmarks.reader.figures import holds_answer, risk, way
from tests.benchmarks.reader.keeping import KeptReader
from tests.benchmarks.reader.observing import Said, Seen, by_margin
from tests.benchmarks.reader.questions import Asked, QuestionSet
from tests.benchmarks.reader.ranking import by_reader, by_retrieval, by_vectors, fitted_weight, measured

ASKED = Asked("q", "Berapa lama?", Language.INDONESIAN, ("tiga bulan", "90 hari"), frozenset({"right"}))
UNANSWERABLE = replace(ASKED, id="u", answers=(), documents=frozenset())


def hit(document: str, score: float = 0.0, text: str = "x") -> Hit:
    return Hit(Passage(document, document, 0, len(text), text, "t"), score, (Method.DENSE,))


def seen(said: Said, asked: Asked = ASKED, documents: Sequence[str] = (), probabilities: Sequence[float] = ()) -> Seen:
    hits = tuple(hit(document, -float(rank)) for rank, document in enumerate(documents))
    return Seen(asked, ("other", "right"), hits, tuple(Reading((), p, 0.0) for p in probabilities), {"reader": said})


def said(words: str, around: str = "", document: str = "right", probability: float | None = 0.9) -> Said:
    return Said(words, around, document, probability or 0.0, probability)


def test_words_are_compared_with_the_right_answer_they_fit_best() -> None:
    found = way([seen(said("90 hari")), seen(said("sekitar tiga bulan"))], "reader")
    assert (found.span_exact, found.span_f1) == (0.5, pytest.approx((1 + 0.8) / 2))


def test_silence_below_one_half_is_right_only_where_nothing_answers() -> None:
    rows = [seen(said("90 hari", probability=0.4)), seen(said("x", probability=0.4), UNANSWERABLE)]
    found = way(rows, "reader")
    assert (found.exact, found.f1, found.span_exact) == (0.5, 0.5, 1.0)
    assert (found.questions, found.answerable) == (2, 1)


def test_a_way_that_never_keeps_silent_has_no_figures_over_all_questions() -> None:
    found = way([seen(said("90 hari", probability=None)), seen(said("x", probability=None), UNANSWERABLE)], "reader")
    assert (found.f1, found.exact, found.span_exact) == (None, None, 1.0)


def test_shares_of_documents_and_sentences_count_answerable_questions_alone() -> None:
    rows = [
        seen(said("", "Selama tiga bulan penuh.")),
        seen(said("", "Selama tiga, bulan lalu empat.", document="wrong")),
        seen(said("", "Tiga bulan."), UNANSWERABLE),
    ]
    found = way(rows, "reader")
    assert (found.around, found.document) == (1.0, 0.5)
    assert holds_answer(rows[0], said("", "Berlangsung 90 hari."))
    assert not holds_answer(rows[0], said("", "Berlangsung 1.90 hari."))
    assert not holds_answer(rows[2], rows[2].said["reader"])


def test_risk_counts_wrong_words_and_wrong_sentences_of_the_answers_given() -> None:
    rows = [
        seen(said("tiga bulan", "Selama tiga bulan.")),
        seen(said("empat", "Selama tiga bulan, lalu empat.")),
        seen(said("tiga bulan", "Selama tiga bulan."), UNANSWERABLE),
        seen(said("tiga bulan", "Selama tiga bulan.", probability=0.2)),
    ]
    found = risk(rows, "reader", 0.5)
    assert (found.answered, found.wrong_words, found.wrong_around) == (0.75, pytest.approx(2 / 3), pytest.approx(1 / 3))


def test_the_span_with_the_highest_margin_answers_with_its_sentence() -> None:
    text = "Pertama begini. Lamanya tiga bulan."
    readings = [Reading((), 0.1, -3.0), Reading((ReadSpan(24, 34, 2.0),), 0.8, 2.0)]
    found = by_margin([hit("wrong"), hit("right", text=text)], readings)
    assert found == Said("tiga bulan", "Lamanya tiga bulan.", "right", 2.0, 0.8)


def test_reading_lifts_the_right_document_to_the_first_place() -> None:
    rows = [seen(said(""), documents=["other", "right"], probabilities=[0.1, 0.9])] * 2
    assert (by_retrieval(rows).hit_at_1, by_retrieval(rows).mrr) == (0.0, 0.5)
    assert (by_vectors(rows).hit_at_1, by_vectors(rows).mrr) == (0.0, 0.5)
    assert by_reader(rows, 1.0, 2).hit_at_1 == 0.0  # 0 + 0.1 against -1 + 0.9
    assert by_reader(rows, 2.0, 2).hit_at_1 == 1.0  # 0 + 0.2 against -1 + 1.8
    assert by_reader(rows, 2.0, 1).hit_at_1 == 0.0  # the second is not read


def test_the_weight_is_fitted_on_every_second_question_and_measured_on_the_others() -> None:
    helped = seen(said(""), documents=["other", "right"], probabilities=[0.1, 0.9])
    harmed = seen(said(""), documents=["right", "other"], probabilities=[0.1, 0.9])
    unanswerable = seen(said(""), UNANSWERABLE, documents=["other"], probabilities=[0.1])
    assert fitted_weight({"set": [helped, unanswerable, harmed, helped]}, 2) == 1.5
    assert fitted_weight({"set": [harmed, helped]}, 2) == 0.0
    assert measured([helped, unanswerable, harmed, helped]) == [harmed]


def test_a_set_without_unanswerable_questions_gets_some_with_the_answer_out_of_reach() -> None:
    rows = [replace(ASKED, id=str(number)) for number in range(4)]
    asked = QuestionSet("t", "c", lambda data: iter(rows)).questions(None, every=2)  # type: ignore[arg-type]
    assert [(one.id, one.answerable, one.ranks) for one in asked] == [
        ("0", True, True),
        ("2", True, True),
        ("0 out of reach", False, False),
    ]
    mixed = QuestionSet("t", "c", lambda data: iter([ASKED, UNANSWERABLE])).questions(None)  # type: ignore[arg-type]
    assert [one.answerable for one in mixed] == [True, False]


class CountingReader:
    name = "counting"

    def __init__(self) -> None:
        self.read_texts: list[str] = []

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        self.read_texts += passages
        return tuple(Reading((ReadSpan(0, len(text), 1.5),), 0.75, 1.5) for text in passages)


def test_a_passage_is_read_once_per_question_even_by_a_later_run(tmp_path: Path) -> None:
    path, first, second = tmp_path / "readings.jsonl", CountingReader(), CountingReader()
    before = KeptReader(first, path).read("q", ["a", "bb"])
    with path.open("a", encoding="utf-8") as file:
        file.write('{"key": "cut o')  # the run was killed here
    later = KeptReader(second, path)
    assert later.read("q", ["bb", "c", "a"])[::2] == (before[1], before[0])
    later.read("another q", ["a"])
    assert (first.read_texts, second.read_texts, later.fresh) == (["a", "bb"], ["c", "a"], 2)
    assert KeptReader(CountingReader(), path).read("q", ["c"]) == (Reading((ReadSpan(0, 1, 1.5),), 0.75, 1.5),)
