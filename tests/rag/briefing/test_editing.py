from dataclasses import replace

from rag.briefing.editing import Change, changed
from rag.briefing.values import Audience, Briefing, Entry, Part, Section
from rag.types import Citation, Excerpt, Language

CITED = Citation(1, "d.md", "Judul", "Pasar dibuka\nsetiap Senin.", 0, 27)
ONE, TWO = Entry(CITED.quote, (CITED,)), Entry("Sewa Rp40.000.", (CITED,))
ROW = Entry("Sapi: 3", (replace(CITED, table=Excerpt("", (), (("Sapi", "3"),))),))
BRIEFING = Briefing(
    "Pasar",
    Language.INDONESIAN,
    Audience.STAFF,
    "v1",
    "2026-05-01T08:30:00+00:00",
    (Section(Part.AGREED, (ONE, TWO)), Section(Part.FIGURES, (ROW,))),
)


def test_changed_words_are_marked_and_unchanged_ones_are_not_whatever_the_breaks() -> None:
    made = changed(
        BRIEFING, {(0, 0): Change(text="Pasar dibuka\r\nsetiap Senin."), (0, 1): Change(text=" Sewa naik. ")}
    )
    assert made.entries_of(Part.AGREED) == (ONE, replace(TWO, text="Sewa naik.", edited=True))


def test_lines_go_and_move_and_empty_sections_are_left_out() -> None:
    made = changed(BRIEFING, {(0, 1): Change(order=0), (1, 0): Change(removed=True)})
    assert made.sections == (Section(Part.AGREED, (TWO, ONE)),)


def test_rows_of_tables_keep_their_words_and_blank_words_change_nothing() -> None:
    assert changed(BRIEFING, {(1, 0): Change(text="Sapi: 300"), (0, 0): Change(text="  ")}) == BRIEFING
