import pytest

from rag.answering.overviews.about import Told, about, found_about, share_of, topic_words
from rag.questions.understanding import read
from rag.retrieval.evidence import Evidence
from rag.types import Hit, Language, Method, Passage, Question


def evidence(topic: str, language: Language, *passages: tuple[str, str, float]) -> Evidence:
    hits = (
        Hit(Passage(f"{title}#0", title, 0, len(text), text, title), 1.0, (Method.DENSE,), near)
        for title, text, near in passages
    )
    return Evidence(read(Question(topic, language), known_language=language), tuple(hits))


def test_what_titles_name_comes_before_what_passages_mention() -> None:
    part = evidence(
        "bank sampah",
        Language.INDONESIAN,
        ("Catatan", "Di desa itu ada bank sampah kecil.", 0.9),
        ("Bank sampah baru", "Dibuka kemarin pagi.", 0.8),
    )
    assert about(part) == ("Bank sampah baru",)
    assert [one.is_about for one in found_about(part)] == [True, True]


def test_half_of_the_words_is_another_topic() -> None:
    part = evidence("bank sampah", Language.INDONESIAN, ("Bank darah", "Bank darah dibuka.", 0.99))
    assert about(part) == ()


def test_a_text_about_another_year_is_about_something_else() -> None:
    part = evidence("anggaran belanja desa 2026", Language.INDONESIAN, ("Anggaran belanja desa 2025", "Isi.", 0.9))
    assert about(part) == ()


@pytest.mark.parametrize(
    ("said", "stands"), [("gempa bumi terjadi", True), ("pajak bumi naik", False), ("earthquake", True)]
)
def test_an_english_word_needs_what_most_likely_translates_it_or_itself(said: str, stands: bool) -> None:
    # The table gives "earthquakes" gempa (.61) and bumi (.39).
    (word,) = topic_words(read(Question("earthquakes", Language.ENGLISH), known_language=Language.ENGLISH))
    assert word.stands_in(Told([said])) is stands
    assert share_of([word], [said]) == float(stands)


@pytest.mark.parametrize(("near", "found"), [(0.84, True), (0.83, False)])
def test_an_english_word_that_no_table_has_counts_where_meaning_is_near(near: float, found: bool) -> None:
    part = evidence("potash", Language.ENGLISH, ("Pupuk", "Pupuk dibagikan.", near))
    assert (about(part) == ("Pupuk",)) is found


def test_names_are_not_made_up_for_by_meaning() -> None:
    part = evidence("fertiliser in Lampung", Language.ENGLISH, ("Pupuk", "Pupuk dibagikan.", 0.99))
    assert about(part) == ()
