import json
from pathlib import Path

from rag.documents.loaders.jsonl import parse
from rag.types import Document, Notice, NoticeKind

WHERE = Path("kumpulan.jsonl")


def document(**fields: str) -> Document:
    (found,) = parse(json.dumps({"id": "a", **fields}).encode(), WHERE)
    assert isinstance(found, Document)
    return found


def test_lines_may_end_in_a_carriage_return_alone() -> None:
    found = list(parse(b'{"id": "a", "text": "Satu."}\r{"id": "b", "text": "Dua."}\r\n', WHERE))
    assert [(each.id, each.text) for each in found if isinstance(each, Document)] == [("a", "Satu."), ("b", "Dua.")]


def test_html_in_a_text_is_read_by_its_structure() -> None:
    found = document(text="<p>Kopi &amp; lada.</p><script>x()</script><ul><li>KTP</li></ul><p><del>Rp50</del> Rp0</p>")
    assert found.text == "Kopi & lada.\n\n- KTP\n\nRp0"
    assert [each.text for each in found.left_out] == ["Rp50"]


def test_lines_stay_apart_where_only_inline_tags_are_used() -> None:
    assert document(text="Baris <b>satu</b>.\nBaris dua.").text == "Baris satu.\n\nBaris dua."


def test_signs_that_are_no_tags_stay() -> None:
    assert document(text="Jika x <y dan y> z, tulis <nama>.").text == "Jika x <y dan y> z, tulis <nama>."


def test_entities_without_tags_are_the_signs_they_name() -> None:
    assert document(text="Dinas A &amp; B; R&D; &lainnya;").text == "Dinas A & B; R&D; &lainnya;"


def test_a_date_that_cannot_be_read_is_told() -> None:
    found = document(text="Isi.", date="31 Februari 2025")
    assert found.published is None
    assert found.notices == (Notice(NoticeKind.UNREAD_DATE, name="31 Februari 2025"),)
