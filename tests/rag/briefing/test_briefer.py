from pathlib import Path

import pytest

from rag.briefing.briefer import Briefer, Wanted
from rag.briefing.values import Audience, Briefing, Part
from rag.errors import BadInput
from rag.types import Language
from tests.rag.briefing.sources import APART, MARKET, OTHER, briefer

SOURCES = {"pasar.md": MARKET, "laporan.md": OTHER, "perpustakaan.md": APART}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Briefer:
    return briefer(tmp_path_factory.mktemp("brief"), SOURCES)


@pytest.fixture(scope="module")
def briefing(made: Briefer) -> Briefing:
    return made.brief(Wanted("Pasar ternak Sumber Mulya", Language.INDONESIAN))


def texts(briefing: Briefing, part: Part) -> list[str]:
    return [entry.text for entry in briefing.entries_of(part)]


def test_every_line_is_a_quote_and_no_stretch_is_quoted_twice(briefing: Briefing) -> None:
    quoted = [
        (citation.document_id, citation.start, citation.end)
        for section in briefing.sections
        for entry in section.entries
        for citation in entry.citations
    ]
    assert len(quoted) == len(set(quoted))
    lines = [entry for section in briefing.sections if section.part is not Part.UNANSWERED for entry in section.entries]
    assert all(entry.text in ("", entry.citations[0].quote) for entry in lines)


def test_documents_about_something_else_are_left_out(briefing: Briefing) -> None:
    cited = {c.document_id for section in briefing.sections for entry in section.entries for c in entry.citations}
    assert cited == {"pasar.md", "laporan.md"}


def test_sections_hold_what_their_titles_say(briefing: Briefing) -> None:
    assert texts(briefing, Part.RESPONSIBLE) == ["Ketua pengurus pasar ternak adalah Wayan Sudarma."]
    assert texts(briefing, Part.CONDITIONS)[0].startswith("Ternak yang masuk pasar wajib")
    figures = {entry.values[0].text for entry in briefing.entries_of(Part.FIGURES) if entry.values}
    assert {"412", "1.080"} <= figures


def test_sources_that_disagree_stand_side_by_side_and_nowhere_else(briefing: Briefing) -> None:
    (entry,) = briefing.entries_of(Part.DIFFERING)
    assert [value.text for value in entry.values] == ["Rp55.000", "Rp40.000"]
    assert [citation.document_id for citation in entry.citations] == ["laporan.md", "pasar.md"]
    assert briefing.entries_of(Part.AGREED) == ()


def test_what_no_line_tells_is_asked_and_left_open(tmp_path: Path) -> None:
    wanted = Wanted("Perpustakaan keliling", Language.ENGLISH)
    made = briefer(tmp_path, {"perpustakaan.md": APART}).brief(wanted)
    assert "Who is responsible for Perpustakaan keliling?" in texts(made, Part.UNANSWERED)


def test_the_same_index_version_gives_the_same_briefing(made: Briefer) -> None:
    wanted = Wanted("Pasar ternak", Language.INDONESIAN, audience=Audience.LEADERS)
    assert made.brief(wanted) == made.brief(wanted)


def test_the_word_that_orders_a_summary_is_no_part_of_the_topic(made: Briefer) -> None:
    ordered = made.brief(Wanted("Tolong rangkum tentang pasar ternak", Language.INDONESIAN))
    assert ordered == made.brief(Wanted("pasar ternak", Language.INDONESIAN))


def test_a_document_that_mentions_the_topic_in_passing_is_not_taken_whole(tmp_path: Path) -> None:
    passing = "# Retribusi Kota Jernih\n\nPeserta Jamkesda tidak membayar.\n\nKasur bekas tidak diangkut."
    about = "# Jaminan Kota Jernih\n\nJamkesda menjamin rawat jalan. Peserta Jamkesda berobat gratis."
    made = briefer(tmp_path, {"passing.md": passing, "about.md": about, "c.md": APART})
    briefing = made.brief(Wanted("Jamkesda Kota Jernih", Language.INDONESIAN))
    quoted = " ".join(entry.text for section in briefing.sections for entry in section.entries)
    assert "rawat jalan" in quoted
    assert "Kasur bekas" not in quoted


def test_leaders_get_less_than_staff(tmp_path: Path) -> None:
    cleaned = " yang dibersihkan petugas dengan air panas, kapur dan sikat" * 4
    told = "".join(f"\n\nPasar ternak wajib menyediakan {size} kandang karantina{cleaned}." for size in range(2, 30))
    made = briefer(tmp_path, {"pasar.md": MARKET + told})
    leaders, staff = (
        len(made.brief(Wanted("Pasar ternak", Language.INDONESIAN, audience=audience)).entries_of(Part.CONDITIONS))
        for audience in (Audience.LEADERS, Audience.STAFF)
    )
    assert 0 < leaders < staff


@pytest.mark.parametrize("topic", ["", "halo", "dan yang itu"])
def test_what_names_nothing_is_refused_in_plain_words(made: Briefer, topic: str) -> None:
    with pytest.raises(BadInput, match="briefing"):
        made.brief(Wanted(topic, Language.INDONESIAN))
