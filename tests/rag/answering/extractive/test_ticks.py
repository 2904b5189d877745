"""Boxes of a form."""

from rag.answering.extractive.candidates import candidates
from rag.types import Hit, Method, Passage

FORM = "☒ Pengiring piano disediakan panitia\n\n☐ Pengeras suara disediakan panitia\n\nLomba dimulai pukul delapan."


def quotable(text: str) -> list[str]:
    passage = Passage("d#0", "d", 0, len(text), text, "Lomba")
    return [one.text for one in candidates([Hit(passage, 1.0, (Method.DENSE,))])]


def test_what_is_not_ticked_is_no_sentence_to_quote() -> None:
    assert quotable(FORM) == ["☒ Pengiring piano disediakan panitia", "Lomba dimulai pukul delapan."]


def test_empty_boxes_without_a_ticked_one_are_marks_of_a_list() -> None:
    assert len(quotable("☐ Fotokopi kartu keluarga pemohon\n\n☐ Surat pengantar dari lurah")) == 2
