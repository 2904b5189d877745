from rag.answering.guard.support import joined, lead_in, units
from rag.types import Passage


def passage(text: str, start: int = 0, title: str = "Layanan") -> Passage:
    return Passage(f"d#{start}", "d", start, start + len(text), text, title)


def test_every_sentence_is_a_unit_and_two_in_a_row_are_one_more() -> None:
    found = units(passage("Loket buka pagi. Antrean diambil di pintu."))
    assert [unit.text for unit in found] == ["Loket buka pagi.", "Antrean diambil di pintu."]
    assert [unit.text for unit in joined(found)] == ["Loket buka pagi. Antrean diambil di pintu."]


def test_a_sentence_that_leans_on_the_one_before_knows_what_that_says() -> None:
    first, second = units(passage("Kartu dicetak di kecamatan. Kartu itu gratis."))
    assert first.before == ()
    assert {term.text for term in second.before} >= {"Kartu", "dicetak", "kecamatan"}


def test_an_item_of_a_list_leans_on_its_opening_line_and_the_list_is_a_unit_too() -> None:
    found = units(passage("Syaratnya:\n- KTP asli\n- akta kelahiran"))
    assert [unit.text for unit in found][1:3] == ["- KTP asli", "- akta kelahiran"]
    assert found[-1].text == "Syaratnya:\n- KTP asli\n- akta kelahiran"


def test_a_list_that_goes_on_in_the_next_passage_gets_its_opening_line_from_there() -> None:
    first = passage("Syaratnya:\n- KTP asli")
    second = passage("- akta kelahiran", start=len(first.text) + 1)
    assert lead_in(second, (first, second)) == "Syaratnya:"
    assert lead_in(passage("Bukan daftar.", start=50), (first,)) == ""


def test_what_the_title_names_is_the_topic_only_if_the_passage_says_it() -> None:
    (unit,) = units(passage("Retribusi pasar naik.", title="Retribusi terminal"))
    assert any("retribusi" in key for key in unit.topic)
    assert not any("terminal" in key for key in unit.topic)
