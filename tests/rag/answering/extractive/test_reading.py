"""Which passages are read, of a reader whose margins the test chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from rag.answering.extractive.reading import Reach, readings_of
from rag.models.reader import Reading, ReadSpan
from rag.questions.understanding import Query, Understanding, read
from rag.types import Hit, Language, Method, Passage, Question

REACH = Reach(near=1.0, sure=0.0, far=2.0)


@dataclass
class Margins:
    """Finds the first letter of each passage with the margin it is given for it, and remembers what it was shown."""

    margins: Mapping[str, float]
    name: str = "margins"
    calls: list[list[str]] = field(default_factory=list)

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        texts = [passage.split("\n")[-1] for passage in passages]
        self.calls.append(texts)
        return tuple(Reading((ReadSpan(6, 7, self.margins[text]),), 0.5, self.margins[text]) for text in texts)


def query(text: str) -> Query:
    return Understanding(2000, lambda: date(2026, 1, 5)).read(Question(text, Language.INDONESIAN))


def hits(*scores: float) -> tuple[Hit, ...]:
    """Passages a, b, ... of as many documents below the title "Judul"."""
    return tuple(
        Hit(Passage(f"{name}#0", name, 0, 1, name, "Judul"), score, (Method.DENSE,))
        for name, score in zip("abcdef", scores, strict=False)
    )


@pytest.mark.parametrize(
    ("margin_of_a", "calls"),
    [
        (0.1, [["a", "b"]]),  # it answers: b lies just within 1.0 of the best
        (0.0, [["a", "b"], ["c"]]),  # unsure: c lies just within 2.0, d beyond
    ],
)
def test_what_lies_farther_is_read_when_what_is_near_does_not_answer(
    margin_of_a: float, calls: list[list[str]]
) -> None:
    reader = Margins({"a": margin_of_a, "b": -9.0, "c": 5.0, "d": 5.0})
    readings = readings_of(query("Di mana rapat digelar?"), hits(3.0, 2.0, 1.0, 0.9), reader, REACH)
    assert reader.calls == calls
    assert set(readings) == {f"{name}#0" for call in calls for name in call}


def test_of_a_list_the_members_are_looked_for_farther_off_too() -> None:
    reader = Margins({"a": 9.0, "b": 9.0})
    readings_of(query("Negara mana saja yang menerima pekerja?"), hits(3.0, 1.5), reader, REACH)
    assert reader.calls == [["a"], ["b"]]


def test_everything_is_read_where_an_article_of_a_law_is_named() -> None:
    reader = Margins({"a": 9.0, "b": 9.0})
    readings_of(query("Apa isi Pasal 5?"), hits(9.0, 1.0), reader, REACH)
    assert reader.calls == [["a", "b"]]


def test_spans_are_those_of_the_passage_without_its_title() -> None:
    (reading,) = readings_of(query("Di mana?"), hits(1.0), Margins({"a": 1.0}), REACH).values()
    assert reading.spans == (ReadSpan(0, 1, 1.0),)


def test_nothing_is_read_without_a_reader_or_without_passages() -> None:
    assert readings_of(query("Di mana?"), hits(1.0), None, REACH) == {}
    assert readings_of(query("Di mana?"), (), Margins({}), REACH) == {}


@dataclass
class ByQuestion:
    """Doubts whatever it is asked with a name, and remembers the questions; most what has "jauh" in it."""

    without_it: float
    name: str = "by question"
    asked: list[tuple[str, int]] = field(default_factory=list)

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        self.asked.append((question, len(passages)))
        margins = [self._margin(question, text) for text in passages]
        read = zip(passages, margins, strict=True)
        return tuple(Reading((ReadSpan(len(text) - 1, len(text), margin),), 0.5, margin) for text, margin in read)

    def _margin(self, question: str, text: str) -> float:
        if "Sukamaju" not in question:
            return self.without_it
        return -9.0 if "jauh" in text else -1.0


def about(*titles: str) -> tuple[Hit, ...]:
    return tuple(Hit(Passage(f"{t}#0", t, 0, 1, "a", t), 1.0, (Method.DENSE,)) for t in titles)


def test_what_is_doubtful_is_read_again_without_the_names_that_stand_above_it() -> None:
    reader = ByQuestion(5.0)
    readings = readings_of(
        query("Berapa tarif parkir di Pasar Sukamaju?"), about("Pasar Sukamaju", "Pasar Rawa"), reader, REACH
    )
    assert reader.asked == [("Berapa tarif parkir di Pasar Sukamaju?", 2), ("Berapa tarif parkir?", 1)]
    assert [readings[f"{title}#0"].margin for title in ("Pasar Sukamaju", "Pasar Rawa")] == [0.0, -1.0]


def test_what_lies_in_a_folder_with_the_name_is_read_again_too() -> None:
    hit = Hit(Passage("p", "pasar-sukamaju/tarif.html", 0, 1, "a", "Tarif"), 1.0, (Method.DENSE,))
    readings = readings_of(query("Berapa tarif parkir di Pasar Sukamaju?"), (hit,), ByQuestion(5.0), REACH)
    assert readings["p"].margin == 0.0


def test_what_hardly_looked_like_an_answer_is_not_read_again() -> None:
    reader = ByQuestion(5.0)
    found = about("Pasar Sukamaju", "Pasar Sukamaju yang jauh")
    readings = readings_of(query("Berapa tarif parkir di Pasar Sukamaju?"), found, reader, REACH)
    assert reader.asked == [("Berapa tarif parkir di Pasar Sukamaju?", 2), ("Berapa tarif parkir?", 1)]
    assert [readings[hit.passage.id].margin for hit in found] == [0.0, -9.0]


def test_what_was_doubtful_stays_less_sure_than_what_was_not() -> None:
    found = readings_of(query("Berapa tarif parkir di Sukamaju?"), about("Sukamaju"), ByQuestion(5.0), REACH)
    assert found["Sukamaju#0"].spans[0].score == REACH.doubtful


def test_a_second_reading_only_counts_where_it_is_surer() -> None:
    readings = readings_of(query("Berapa tarif parkir di Sukamaju?"), about("Sukamaju"), ByQuestion(-7.0), REACH)
    assert readings["Sukamaju#0"].margin == -1.0


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("Berapa tarif parkir?", Language.INDONESIAN),  # names nothing
        ("How much is the parking fee in Sukamaju?", Language.ENGLISH),
    ],
)
def test_other_questions_are_read_once(asked: str, language: Language) -> None:
    reader = ByQuestion(-7.0)
    readings_of(read(Question(asked, language)), about("Sukamaju"), reader, REACH)
    assert len(reader.asked) == 1
