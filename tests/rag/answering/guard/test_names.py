import pytest

from rag.answering.guard.names import keep_their_offices, same_holder, stands_in, surely_held, titles, unnamed_offices
from rag.answering.guard.terms import Kind, Term, raw_words, terms

SOURCE = "Camat Bumi Asri hadir. Bupati Sutrisno Hadi membuka acara bersama Kepala Dinas Kesehatan Maya Lestari."


def told(text: str) -> tuple[str, tuple[Term, ...]]:
    return text, terms(text)


def holders(text: str) -> list[tuple[str, str]]:
    return [(title.office.text, title.name.text) for title in titles(*told(text))]


def name(text: str) -> Term:
    (found,) = (term for term in terms(f"kata {text}") if term.kind is Kind.NAME)
    return found


def test_a_name_stands_whole_in_the_words_of_a_source() -> None:
    words = raw_words("Bupati Sutrisno Hadi membuka acara")
    assert stands_in(name("Sutrisno Hadi"), words)
    assert not stands_in(name("Sutrisno Wijaya"), words)


def test_the_words_of_a_name_must_stand_together() -> None:
    assert not stands_in(name("Maya Hadi"), raw_words("Maya Lestari dan Bupati Sutrisno serta ibu Hadi"))


@pytest.mark.parametrize(
    ("name", "source", "stands"),
    [
        ("Sumenanga Bay", "Nelayan di Teluk Sumenanga wajib melapor.", True),
        ("Sumenanga Lake", "Nelayan di Teluk Sumenanga wajib melapor.", False),
        ("Dutch", "delegasi Belanda", True),
        ("Dutch", "delegasi Jepang", False),
        ("March", "Februari 187 kasus, dan Maret 96 kasus", True),
        ("April", "Februari 187 kasus, dan Maret 96 kasus", False),
        ("PMK", "vaksinasi penyakit mulut dan kuku", True),
        ("PKM", "vaksinasi penyakit mulut dan kuku", False),
        ("Jaminan Kesehatan Nasional", "peserta JKN yang menunggak", True),
        ("Jaminan Kesehatan Daerah", "peserta JKN yang menunggak", False),
    ],
)
def test_a_name_may_stand_in_the_other_language_or_as_its_initials(name: str, source: str, stands: bool) -> None:
    words = tuple(name.lower().split())
    assert stands_in(Term(Kind.NAME, 0, len(name), name, words=words), raw_words(source)) is stands


def test_each_office_goes_with_the_name_nearest_to_it() -> None:
    assert holders("Bupati Sutrisno Hadi bertemu Menteri Ratna Dewi.") == [
        ("Bupati", "Sutrisno Hadi"),
        ("Menteri", "Ratna Dewi"),
    ]


def test_a_place_behind_a_preposition_is_nobody() -> None:
    assert holders("Gubernur berkunjung ke Kalirejo.") == []


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Bupati Sutrisno Hadi membuka acara.", True),
        ("Regent Sutrisno Hadi opened the event.", True),
        ("Bupati Maya Lestari membuka acara.", False),
        ("Gubernur Sutrisno Hadi membuka acara.", False),
    ],
)
def test_nobody_gets_the_office_of_another(said: str, kept: bool) -> None:
    assert keep_their_offices(told(said), told(SOURCE)) is kept


def test_of_two_offices_near_a_name_the_nearer_one_is_surely_held() -> None:
    text = "Menteri dan Bupati Sutrisno Hadi hadir."
    assert [title.office.text for title in surely_held(tuple(titles(*told(text))))] == ["Bupati"]


def test_an_office_without_a_name_is_found_unless_several_people_hold_it() -> None:
    text = "Bupati menyerahkan bantuan."
    assert [title.office.text for title in unnamed_offices(*told(text))] == ["Bupati"]
    assert list(unnamed_offices(*told("Para bupati hadir."))) == []


def test_the_same_office_may_have_the_same_holder_and_another_office_may_not() -> None:
    (unnamed,) = unnamed_offices(*told("Bupati menyerahkan bantuan."))
    regent, minister = titles(*told("Bupati Sutrisno Hadi bertemu Menteri Ratna Dewi."))
    assert same_holder(unnamed, regent)
    assert not same_holder(unnamed, minister)
