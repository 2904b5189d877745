import pytest

from rag.questions.articles import articles_named, asks_whole_article


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("Apa isi Pasal 3?", ("Pasal 3",)),
        ("What does article 12 say?", ("Pasal 12",)),
        ("Bedakan pasal 4a dan Pasal 5.", ("Pasal 4A", "Pasal 5")),
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
