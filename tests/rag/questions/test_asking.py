import pytest

from rag.language.question_kinds import AnswerType
from rag.language.stems import content_stems
from rag.questions.asking import Choice, Where, choice_offered, kind_wanted, where_asked


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("honor guru di metro brp ya?", AnswerType.MONEY),
        ("How much do caregivers earn?", AnswerType.MONEY),
        ("Besaran dana desa untuk Sukamaju berapa?", AnswerType.MONEY),
        ("What is the annual rent for a market stall?", AnswerType.MONEY),
        ("Berapa desa yang menerima dana desa?", AnswerType.NUMBER),
        ("Jumlah guru yang menerima honor berapa?", AnswerType.NUMBER),
        ("Berapa pedagang yang menaikkan harga?", AnswerType.NUMBER),
        ("How many villages receive village funds?", AnswerType.NUMBER),
        ("What is the number of households that pay the fee?", AnswerType.NUMBER),
        ("Dana desa diterima berapa desa?", AnswerType.NUMBER),
        ("What is the name of the transport attaché?", AnswerType.PERSON),
        ("Berapa orang yang mendaftar?", AnswerType.NUMBER),
        ("Apa itu Desa Siaga?", None),
    ],
)
def test_the_kind_of_answer_wanted(question: str, kind: AnswerType | None) -> None:
    assert kind_wanted(question) is kind


def test_where_is_asked_of_one_place_an_origin_or_places_offered() -> None:
    assert where_asked("Di mana puskesmasnya?") == Where(single=True)
    assert where_asked("Di mana saja puskesmasnya?") == Where()
    assert where_asked("Dari mana dananya?") == Where(origin=True)
    assert where_asked("Di kota atau di desa?") == Where(offered=True)
    assert where_asked("Where does the money come from?") == Where(origin=True)


def test_the_two_things_offered_are_told_apart_by_their_own_words() -> None:
    either = choice_offered("Apakah sekolah negeri atau swasta?").either
    assert either is not None
    assert set(content_stems("negeri")) <= either[0]
    assert either[1] == set(content_stems("swasta"))


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("Apakah izinnya gratis?", Choice(yes_or_no=True)),
        ("Gratis atau tidak?", Choice(yes_or_no=True)),
        ("Do you know how long it takes?", Choice()),
        ("Apa syaratnya?", Choice()),
    ],
)
def test_a_question_may_offer_yes_or_no(question: str, offered: Choice) -> None:
    assert choice_offered(question) == offered
