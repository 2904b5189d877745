from datetime import date
from pathlib import Path

import pytest

from rag.index.versions import OpenVersion
from rag.index.versions.building import Addition
from rag.index.versions.columns import Origin
from rag.index.versions.listing import Listing
from rag.types import DocumentFacts, DocumentList, Language
from tests.rag.index.versions.builders import addition, document, publish_entries

DOCUMENTS = [
    DocumentFacts("a", "Ekspor kopi", "Dinas Perdagangan", date(2024, 5, 1)),
    DocumentFacts("b", "Panen lada", "Harian Contoh", date(2026, 1, 2)),
    DocumentFacts("c", "Catatan kopi", None, None),
    DocumentFacts("d", "Coffee exports", "harian contoh", date(2026, 1, 2), Language.ENGLISH),
]


def ids(found: DocumentList) -> str:
    return "".join(each.id for each in found.documents)


def test_the_newest_stand_first_those_of_one_day_by_title_and_the_undated_last() -> None:
    assert ids(Listing(DOCUMENTS).find()) == "dbac"


@pytest.mark.parametrize(
    ("query", "found"),
    [("kopi", "ac"), ("KOPI dinas", "a"), ("2026", "db"), ("contoh lada", "b"), ("teh", ""), ("  ", "dbac")],
)
def test_every_word_must_occur_in_title_publisher_or_year(query: str, found: str) -> None:
    assert ids(Listing(DOCUMENTS).find(query)) == found


def test_full_width_letters_are_found_by_plain_ones() -> None:
    assert ids(Listing([DocumentFacts("a", "ＫＯＰＩ")]).find("kopi")) == "a"


def test_a_publisher_is_compared_without_regard_to_case() -> None:
    assert ids(Listing(DOCUMENTS).find(publisher="HARIAN CONTOH")) == "db"
    assert ids(Listing(DOCUMENTS).find("lada", "Dinas Perdagangan")) == ""


def test_a_page_is_cut_out_and_everything_found_is_counted() -> None:
    found = Listing(DOCUMENTS).find(offset=1, limit=2)
    assert (ids(found), found.total) == ("ba", 4)
    assert Listing(DOCUMENTS).find(offset=9).documents == ()


def test_publishers_are_counted_over_all_documents_whatever_is_looked_for() -> None:
    assert Listing(DOCUMENTS[:3]).find("teh").publishers == (("Dinas Perdagangan", 1), ("Harian Contoh", 1))


def test_a_publisher_spelt_in_two_ways_is_one_in_its_usual_spelling() -> None:
    more = [*DOCUMENTS, DocumentFacts("e", "Gula", "Harian Contoh")]
    assert Listing(more).find().publishers == (("Dinas Perdagangan", 1), ("Harian Contoh", 3))


def test_a_version_lists_what_it_holds(tmp_path: Path) -> None:
    name = publish_entries(
        tmp_path,
        addition("a", "satu\ndua", "Harian Contoh", date(2024, 2, 29)),
        addition("b", "tiga"),
        Addition(document("c", ""), (), Origin("/sources", "c")),
    )
    assert OpenVersion(tmp_path / name).listing.find().documents == (
        DocumentFacts("a", "Judul a", "Harian Contoh", date(2024, 2, 29)),
        DocumentFacts("b", "Judul b"),
        DocumentFacts("c", "Judul c"),
    )


def test_listing_reads_no_document_that_has_passages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = OpenVersion(tmp_path / publish_entries(tmp_path, addition("a", "satu"), addition("b", "dua")))
    read: list[int] = []
    monkeypatch.setattr(version.documents, "line", read.append)
    assert (ids(version.listing.find()), read) == ("ab", [])
