import io
import zipfile
from pathlib import Path

import pytest

from rag.documents.loaders.office.archive import Relation, open_archive, read_part, relations
from rag.errors import UnreadableDocument
from tests.rag.documents.loaders.word import archive

WHERE = Path("berkas.docx")
MANY = 1 << 26


def opened(data: bytes, max_parsed: int = MANY) -> zipfile.ZipFile:
    return open_archive(data, WHERE, "workbook", "xl/", max_parsed)


def refusal(data: bytes, max_parsed: int = MANY) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        opened(data, max_parsed)
    return str(caught.value.reason)


def test_what_unpacks_to_far_more_than_it_is_packed_is_refused() -> None:
    assert "unpacks" in refusal(archive({"xl/workbook.xml": "", "xl/media/a.png": bytes(20_000_000)}))


def test_more_xml_than_allowed_is_refused_and_pictures_do_not_count() -> None:
    data = archive({"xl/workbook.xml": "x" * 100, "xl/media/a.png": bytes(1000)})
    assert "unpacks" in refusal(data, max_parsed=99)
    assert opened(data, max_parsed=100)


def test_other_ways_of_packing_than_the_usual_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("xl/workbook.xml", "x")
    assert "damaged" in refusal(buffer.getvalue())


def test_another_kind_of_archive_is_named() -> None:
    assert "no workbook inside" in refusal(archive({"word/document.xml": ""}))


def test_entities_are_not_filled_in() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    root = read_part(opened(archive({"xl/workbook.xml": bomb})), "xl/workbook.xml")
    assert root is not None
    assert "AAAA" not in "".join(root.itertext())


def test_relations_lead_to_parts_of_the_archive_wherever_they_are_counted_from() -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{name}" Type="{kinds}/{kind}" Target="{target}" {mode}/>'
        for name, kind, target, mode in (
            ("a", "table", "../tables/t.xml", ""),
            ("b", "table", "/xl/tables/u.xml", ""),
            ("c", "hyperlink", "https://contoh.example", 'TargetMode="External"'),
            ("d", "image", "../../../../etc/passwd", ""),
        )
    )
    data = archive({"xl/worksheets/_rels/s.xml.rels": f"<Relationships>{links}</Relationships>"})
    assert relations(opened(data), "xl/worksheets/s.xml") == {
        "a": Relation("table", "xl/tables/t.xml"),
        "b": Relation("table", "xl/tables/u.xml"),
        "d": Relation("image", "etc/passwd"),
    }


def test_a_part_that_is_not_there_is_none() -> None:
    assert read_part(opened(archive({"xl/workbook.xml": ""})), "xl/lost.xml") is None
