import pytest

from rag.questions.articles import (
    article_in,
    articles_named,
    asks_whole_article,
    is_headed,
    points_named,
    subject_of_article,
    tells_repeal,
)


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("Apa isi Pasal 3?", ("Pasal 3",)),
        ("What does article 12 say?", ("Pasal 12",)),
        ("Bedakan pasal 4a dan Pasal 5.", ("Pasal 4A", "Pasal 5")),
        ("Apa isi Pasal I angka 2?", ("Pasal I",)),
        ("Where is the article I read?", ()),
        ("Berapa pasal dalam perda itu?", ()),
    ],
)
def test_articles_are_named_as_headings_name_them(question: str, articles: tuple[str, ...]) -> None:
    assert articles_named(question) == articles


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Apa isi Pasal 3?", True),
        ("Bagaimana bunyi pasal 7?", True),
        ("What does Article 12 say?", True),
        ("Berapa denda menurut Pasal 3?", False),
        ("What is the fine that Article 12 provides?", False),
        ("Apa isi perda itu?", False),
    ],
)
def test_the_whole_article_is_wanted_only_where_nothing_in_it_is_asked_for(question: str, whole: bool) -> None:
    assert asks_whole_article(question) is whole


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("Apa isi huruf d Pasal 5 ayat (1)?", ("(1)", "d.")),
        ("Sebutkan angka 3 huruf b.", ("b.", "3.")),
        ("What does paragraph (2) of Article 4 say?", ("(2)",)),
        ("Apa isi Pasal 5?", ()),
        ("Berapa huruf dalam nama itu?", ()),
    ],
)
def test_points_are_named_as_laws_mark_them_the_outer_one_first(question: str, points: tuple[str, ...]) -> None:
    assert points_named(question) == points


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Pasal berapa yang mengatur denda?", "denda"),
        ("Pasal mana yang memuat syarat izin?", "syarat izin"),
        ("Diatur dalam pasal berapa denda itu?", "Diatur dalam  denda itu"),
        ("Which article sets the harbour fee?", "the harbour fee"),
        ("Apa isi Pasal 5?", None),
    ],
)
def test_what_an_article_is_asked_to_say_is_the_rest_of_the_question(question: str, subject: str | None) -> None:
    assert subject_of_article(question) == subject


def test_the_last_heading_names_the_article_in_either_language() -> None:
    assert article_in(("BAB I", "Pasal 3 Iuran")) == "Pasal 3"
    assert article_in(("Pasal 3", "Tarif")) is None
    assert is_headed(("Article 4A",), ("Pasal 4A",))
    assert not is_headed(("Pasal 34",), ("Pasal 3",))


def test_a_repeal_names_the_article_itself() -> None:
    assert tells_repeal("4. Pasal 9 dihapus.", ("Pasal 9",))
    assert tells_repeal("Article 8 is repealed.", ("Pasal 8",))
    assert not tells_repeal("Pasal 9 mengatur denda. Pasal 10 dihapus.", ("Pasal 9",))


def test_a_range_or_a_list_repeals_each_article_in_it() -> None:
    for wording in (
        "Pasal 9 sampai dengan Pasal 12 dihapus.",
        "Pasal 9 s.d. 12 dicabut.",
        "Articles 9 to 12 are repealed.",
    ):
        assert tells_repeal(wording, ("Pasal 10",))
        assert not tells_repeal(wording, ("Pasal 13",))
    assert not tells_repeal("Pasal 9 sampai dengan Pasal 12 mengatur denda.", ("Pasal 10",))
    assert tells_repeal("Pasal 9, Pasal 10, dan Pasal 11 dihapus.", ("Pasal 10",))
