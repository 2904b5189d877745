from dataclasses import replace
from pathlib import Path

import pytest

from rag.index.versions import LiveIndex, OpenVersion
from rag.retrieval.repealing import repealing
from rag.types import Hit, Method
from tests.rag.index.versions.builders import publish

ENDS = "{} Nomor 6 Tahun 2017 dicabut dan dinyatakan tidak berlaku."
TEXTS = {
    "parkir": "Peraturan Daerah Nomor 6 Tahun 2017. Tarif parkir sepeda motor Rp1.000.",
    "pajak": f"Peraturan Daerah Nomor 3 Tahun 2024. {ENDS.format('Peraturan Daerah')}",
    "jam": f"Peraturan Bupati Nomor 9 Tahun 2024. {ENDS.format('Peraturan Bupati')}",
    "berita": "Parkir sepeda motor di pasar ditata.",
}


@pytest.fixture
def version(tmp_path: Path) -> OpenVersion:
    publish(tmp_path, TEXTS)
    return LiveIndex(tmp_path).current()


def hit_in(version: OpenVersion, document: str, *headings: str) -> Hit:
    (passage,) = version.passages_of(document)
    return Hit(replace(passage, headings=headings), 1.0, (Method.DENSE,))


def test_what_repeals_the_law_of_a_hit_is_found_by_its_number_and_kind(version: OpenVersion) -> None:
    found = repealing([hit_in(version, "parkir", "Pasal 3")], version)
    assert [hit.passage.document_id for hit in found] == ["pajak"]


def test_nothing_is_looked_up_for_what_is_no_law(version: OpenVersion) -> None:
    assert repealing([hit_in(version, "berita")], version) == ()
    assert repealing([], version) == ()
