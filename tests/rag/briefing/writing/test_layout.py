from dataclasses import replace
from datetime import date

from rag.briefing.values import Audience, Briefing, Days, Entry, Part, Section
from rag.briefing.writing.layout import laid_out
from rag.briefing.writing.sheet import Grid, Heading, Line
from rag.types import Citation, Language, Value

NEW = Citation(1, "baru.md", "Baru", "Sewa Rp55.000 sebulan.", 0, 22, "Dinas", date(2026, 4, 10), page=2)
OLD = Citation(2, "lama.md", "Lama", "Sewa Rp40.000 sebulan.", 9, 31, url="https://contoh.example/lama")


def briefing(*sections: Section, language: Language = Language.INDONESIAN) -> Briefing:
    return Briefing("Pasar", language, Audience.STAFF, "v1", "2026-05-01T08:30:00+00:00", sections)


def test_values_that_differ_stand_with_both_dates_and_both_notes() -> None:
    entry = Entry("", (NEW, OLD), (Value("Rp55.000"), Value("Rp40.000")))
    heading, grid = laid_out(briefing(Section(Part.DIFFERING, (entry,)))).blocks
    assert heading == Heading("Yang berbeda antarsumber")
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["Rp55.000", "10 April 2026", "“Sewa Rp55.000 sebulan.”"],
        ["Rp40.000", "–", "“Sewa Rp40.000 sebulan.”"],
    ]
    assert [row[2].notes for row in grid.rows] == [(1,), (2,)]


def test_a_note_names_document_publisher_date_page_and_link() -> None:
    sheet = laid_out(briefing(Section(Part.FURTHER, (Entry(NEW.quote, (NEW,)), Entry(OLD.quote, (OLD,))))))
    assert [(note.text, note.link) for note in sheet.notes] == [
        ("“Baru”, Dinas, 10 April 2026, halaman 2, dokumen baru.md", None),
        ("“Lama”", "https://contoh.example/lama"),
    ]


def test_quotes_of_one_page_share_a_note() -> None:
    other = replace(NEW, quote="Los disewakan.", start=40, end=54)
    sheet = laid_out(briefing(Section(Part.FURTHER, (Entry(NEW.quote, (NEW,)), Entry(other.quote, (other,))))))
    assert [block.notes for block in sheet.blocks if isinstance(block, Line)] == [(1,), (1,)]


def test_an_edited_line_has_no_quotation_marks_and_says_so() -> None:
    edited = Entry(NEW.quote, (NEW,)).saying("Sewanya naik.")
    _, line = laid_out(briefing(Section(Part.FURTHER, (edited,)), language=Language.ENGLISH)).blocks
    assert line == Line("Sewanya naik.", (1,), mark="(edited)")


def test_the_timeline_is_in_order_and_names_where_else_a_day_is_told() -> None:
    late = Entry("Tutup.", (NEW,), days=Days(date(2026, 7, 1), date(2026, 7, 3)))
    early = Entry("Disepakati.", (OLD,), days=Days(date(2026, 5, 2), date(2026, 5, 2)))
    sheet = laid_out(briefing(Section(Part.AGREED, (early,)), Section(Part.DATES, (late,))))
    (grid,) = [block for block in sheet.blocks if isinstance(block, Grid)]
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["2 Mei 2026", "lihat “Yang disepakati atau diputuskan”"],
        ["1–3 Juli 2026", "“Tutup.”"],
    ]


def test_a_title_is_said_once_above_the_lines_that_need_it() -> None:
    lines = (Entry("Satu.", (NEW,), context="Baru › Syarat"), Entry("Dua.", (NEW,), context="Baru › Denda"))
    sheet = laid_out(briefing(Section(Part.CONDITIONS, lines)))
    assert [block.lead for block in sheet.blocks if isinstance(block, Line)] == ["Baru › Syarat:", "Denda:"]
