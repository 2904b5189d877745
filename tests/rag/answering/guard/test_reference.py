from rag.answering.guard.reference import with_whom_they_mean
from rag.answering.guard.support import units
from rag.types import Passage


def meant(text: str) -> list[list[str]]:
    found = units(Passage("d#0", "d", 0, len(text), text, "Berita"))
    return [[title.name.text for title in unit.meant] for unit in with_whom_they_mean(found)]


def test_an_office_means_its_only_holder() -> None:
    assert meant("Bupati Sutrisno Hadi membuka posko. Bupati meminta warga waspada.")[1] == ["Sutrisno Hadi"]


def test_an_office_that_two_people_hold_means_nobody_for_sure() -> None:
    text = "Bupati Sutrisno Hadi dan Bupati Ratna Dewi bertemu. Rapat dibuka. Bupati meminta warga waspada."
    assert meant(text)[2] == []


def test_a_pronoun_means_the_only_person_of_the_sentence_before() -> None:
    assert meant("Bupati Sutrisno Hadi membuka posko. Ia meminta warga waspada.")[1] == ["Sutrisno Hadi"]


def test_a_pronoun_after_two_people_means_nobody_for_sure() -> None:
    text = "Bupati Sutrisno Hadi bertemu Menteri Ratna Dewi. Ia meminta warga waspada."
    assert meant(text)[1] == []
