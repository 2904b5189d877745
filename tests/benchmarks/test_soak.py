"""What the soak asks, and what it tells."""

import os
from itertools import islice

from rag.types import Language, Question
from tests.benchmarks.soak import Sample, chart, sampled, varied

ASKED = Question("Berapa biaya pemasangan sambungan rumah?", Language.INDONESIAN)


def test_hardly_a_question_is_asked_twice_in_the_same_words() -> None:
    asked = [each.text for each in islice(varied([ASKED]), 100)]
    assert len(set(asked)) > 60
    assert all("sambungan" in text or "rumah" in text for text in asked)


def test_the_same_questions_are_asked_each_time() -> None:
    assert [*islice(varied([ASKED]), 20)] == [*islice(varied([ASKED]), 20)]


def test_a_process_is_sampled_in_megabytes() -> None:
    own = sampled(os.getpid(), 7)
    assert own.answers == 7
    assert 1 < own.own <= own.rss < 100_000
    assert own.threads >= 1
    assert own.files >= 3


def test_the_chart_ends_with_the_last_sample() -> None:
    drawn = chart([Sample(0, 400, 300, 9, 9), Sample(100, 410, 305, 9, 9)])
    assert drawn.count("<polyline") == 2
    assert "RSS 410 MB" in drawn
    assert "100 answers" in drawn
