from rag.language.spelling import standardise
from rag.language.stems import terms
from rag.questions.topic import search_terms, topic_of, whole_topic_of
from rag.types import Language


def topic(text: str, language: Language) -> tuple[frozenset[str], ...]:
    return topic_of(whole_topic_of(text, language))


def test_an_english_word_is_asked_for_by_what_indonesian_texts_call_it() -> None:
    (training,) = topic("What training?", Language.ENGLISH)
    assert set(terms("pelatihan")) <= training


def test_an_indonesian_word_stands_for_itself_and_for_its_abbreviation() -> None:
    assert topic("Berapa lama pelatihan itu?", Language.INDONESIAN) == (frozenset(terms("pelatihan")),)
    (short,) = topic("Apa itu DPRD?", Language.INDONESIAN)
    assert set(terms("dewan")) <= short


def test_an_abbreviation_is_named_whole_or_by_each_word_that_it_stands_for() -> None:
    card, lost = whole_topic_of("ktp hilang", Language.INDONESIAN)
    assert card == tuple(frozenset({"ktp", *terms(word)}) for word in ("kartu", "tanda", "penduduk"))
    assert lost == (frozenset({"hilang"}),)


def test_an_english_word_is_named_by_any_translation() -> None:
    (training,) = whole_topic_of("What training?", Language.ENGLISH)
    assert training == topic("What training?", Language.ENGLISH)


def test_a_noun_made_of_a_function_word_says_something() -> None:
    depth, well = topic("Berapa kedalaman sumur?", Language.INDONESIAN)
    assert (depth, well) == (frozenset(terms("kedalaman")), frozenset(terms("sumur")))
    assert topic("Kepada siapa apaan itu?", Language.INDONESIAN) == ()


def test_what_documents_say_for_an_everyday_word_is_searched_for_though_it_is_spelled_out() -> None:
    typed = "dpt duit brp?"
    found = search_terms(typed, standardise(typed), Language.INDONESIAN)
    assert {*terms("uang"), *terms("dana")} <= found.keys()
