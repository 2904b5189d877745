import json
from dataclasses import replace
from datetime import date

import pytest

from rag.briefing.stored import from_json, to_json
from rag.briefing.values import Audience, Briefing, Days, Entry, Part, Section
from rag.errors import BadInput
from rag.types import Citation, Excerpt, Language, Value

TABLE = Excerpt("Harga", ("Barang", "Rp"), (("Kardus", "1.600"),), 1, (0, 1))
CITED = Citation(
    1, "d.md", "Judul", "Barang: Kardus; Rp: 1.600", 4, 29, published=date(2026, 3, 2), table=TABLE, doubtful=("1.600",)
)
ENTRY = Entry(
    CITED.quote, (CITED,), (Value("1.600", unit="rupiah"),), Days(date(2026, 3, 2), date(2026, 3, 4)), "Judul"
)
BRIEFING = Briefing(
    "Bank sampah",
    Language.ENGLISH,
    Audience.STAFF,
    "v1",
    "2026-05-01T08:30:00+00:00",
    (Section(Part.FIGURES, (ENTRY,)),),
)


def test_json_gives_back_the_same_briefing() -> None:
    assert from_json(json.loads(json.dumps(to_json(BRIEFING)))) == BRIEFING


def test_an_edited_line_stays_marked_and_keeps_its_source() -> None:
    edited = replace(BRIEFING, sections=(Section(Part.FIGURES, (ENTRY.saying("Kardus dibeli Rp1.600."),)),))
    (entry,) = from_json(to_json(edited)).entries_of(Part.FIGURES)
    assert (entry.text, entry.edited, entry.citations) == ("Kardus dibeli Rp1.600.", True, (CITED,))


def test_the_same_words_are_no_edit() -> None:
    assert ENTRY.saying(ENTRY.text) is ENTRY


@pytest.mark.parametrize("stored", [{}, {"form": 1}, {"form": 1, **to_json(BRIEFING), "audience": "nobody"}])
def test_other_json_is_refused_in_plain_words(stored: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="make it anew"):
        from_json(stored)
