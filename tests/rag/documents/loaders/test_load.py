import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.documents.cleaning import RawPage, clean
from rag.documents.loaders import jsonl, load, plain, supported_suffixes
from rag.errors import UnreadableDocument, UnsupportedFormat
from rag.types import Document
from tests.rag.documents.loaders.pages import lines_from, pdf_of

LIMIT = 10_000_000
PROSE = "Pelatihan kerja “gratis” dibuka untuk warga – kuota 250 orang saja di tiap kecamatan."


def load_all(path: Path, data: bytes, limit: int = LIMIT) -> list[Document | UnreadableDocument]:
    path.write_bytes(data)
    return list(load(path, path.name, limit))


def failure(path: Path, data: bytes, limit: int = LIMIT) -> UnreadableDocument:
    (only,) = load_all(path, data, limit)
    assert isinstance(only, UnreadableDocument)
    assert path.name in str(only)
    return only


def word_file(build) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    build(document)
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_text_is_read_in_any_common_encoding(tmp_path: Path, encoding: str) -> None:
    (document,) = load_all(tmp_path / "a.txt", PROSE.encode(encoding))
    assert isinstance(document, Document)
    assert document.text == PROSE


def test_one_broken_byte_leaves_the_rest_of_the_letters_alone(tmp_path: Path) -> None:
    good = PROSE * 4
    (document,) = load_all(tmp_path / "a.md", good.encode() + b" Dari Jepang \xff ke Lampung.")
    assert isinstance(document, Document)
    assert document.text == good + " Dari Jepang \ufffd ke Lampung."


def test_html_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body><p>{PROSE}</p></body></html>'
    (document,) = load_all(tmp_path / "a.html", page.encode("cp1252"))
    assert isinstance(document, Document)
    assert document.text == PROSE


# A message of 2,000 parts, each within the one before.
NESTED = b"From: a@b.id\nSubject: x\nContent-Type: multipart/mixed; boundary=b0\n\n" + b"".join(
    b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (at, at + 1) for at in range(2000)
)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.md", b" \n\t\n", "empty"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100), "binary"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        ("a.html", b"<html><body><nav>Menu</nav></body></html>", "no text"),
        ("a.pdf", b"not a pdf at all", "damaged"),
        ("a.eml", NESTED, "too deep"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in str(failure(tmp_path / name, data).reason)


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    reason = str(failure(tmp_path / "a.txt", b"x" * 2_000_000, limit=1_000_000).reason)
    assert "2.0 MB" in reason
    assert "RAG_MAX_FILE_MB" in reason


def test_a_missing_file_and_an_unknown_kind_are_errors_too(tmp_path: Path) -> None:
    (missing,) = load(tmp_path / "tiada.txt", "tiada", LIMIT)
    assert isinstance(missing, UnreadableDocument)
    assert isinstance(failure(tmp_path / "a.xls", b"x"), UnsupportedFormat)
    assert {".txt", ".md", ".html", ".pdf", ".docx", ".jsonl"} <= supported_suffixes


def test_content_outranks_the_suffix(tmp_path: Path) -> None:
    (document,) = load_all(tmp_path / "a.txt", pdf_of([lines_from(700, [PROSE[:20] + " kerja sama"])]))
    assert isinstance(document, Document)
    assert document.page_starts == (0,)


def test_each_line_of_json_is_a_document_with_its_own_id(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "title": "Judul", "text": "Judul\nBaca juga: isi   ini.", "publisher": "P", "date": "2025-03-04"},
        {"passage_id": 7, "text": "Tanpa judul.", "heading": "Bagian"},
    ]
    first, second = load_all(tmp_path / "c.jsonl", "\n".join(map(json.dumps, rows)).encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.title, first.text) == ("a", "Judul", "Judul\nBaca juga: isi ini.")
    assert (first.publisher, str(first.published)) == ("P", "2025-03-04")
    assert (second.id, second.title, second.text) == ("7", "Bagian", "Bagian\n\nTanpa judul.")
    assert second.text[second.headings[0].start : second.headings[0].end] == "Bagian"


def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    data = b'{"id": "a", "text": "Satu."}\n{bad\n[1]\n{"id": "b"}\n{"text": "x"}\n\n{"id": "c", "text": "Tiga."}\n'
    results = load_all(tmp_path / "c.jsonl", data)
    assert [result.id if isinstance(result, Document) else Path(result.path).name for result in results] == [
        "a",
        "c.jsonl:2",
        "c.jsonl:3",
        "c.jsonl:4",
        "c.jsonl:5",
        "c",
    ]


def test_half_a_surrogate_pair_in_a_line_is_left_out(tmp_path: Path) -> None:
    data = b'{"id": "a", "text": "Satu.", "publisher": "Kabar\\ud83d", "url": "\\ud83d"}\n{"id": "b", "text": "Dua."}\n'
    first, second = load_all(tmp_path / "c.jsonl", data)
    assert isinstance(first, Document)
    assert (first.publisher, first.url) == ("Kabar", None)
    assert isinstance(second, Document)


def test_a_line_that_something_chokes_on_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clean_but_b(page: RawPage, document_id: str, source: str) -> Document:
        if document_id == "b":
            raise RecursionError
        return clean(page, document_id, source)

    monkeypatch.setattr(jsonl, "clean", clean_but_b)
    data = "".join(json.dumps({"id": name, "text": f"Isi {name}."}) + "\n" for name in "abc").encode()
    first, bad, last = load_all(tmp_path / "c.jsonl", data)
    assert isinstance(bad, UnreadableDocument)
    assert bad.path.endswith("c.jsonl:2")
    assert [each.id for each in (first, last) if isinstance(each, Document)] == ["a", "c"]


def test_a_loader_that_chokes_is_reported_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def choke(data: bytes, path: Path):
        raise ZeroDivisionError

    monkeypatch.setattr(plain, "parse", choke)
    assert "ZeroDivisionError" in str(failure(tmp_path / "a.txt", b"isi").reason)


GOOD = {
    ".txt": PROSE.encode(),
    ".md": f"---\ntitle: a\n---\n# b\n\n| a | b |\n|---|---|\n| {PROSE} | 2 |\n".encode(),
    ".html": f"<html><body><table><tr><td>{PROSE}</td></tr></table><ul><li>a</ul></body></html>".encode(),
    ".jsonl": json.dumps({"id": 1, "text": PROSE}).encode(),
    ".pdf": pdf_of([lines_from(700, ["Pelatihan kerja dibuka untuk warga."])]),
    ".docx": word_file(lambda document: document.add_paragraph(PROSE)),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(GOOD)), st.integers(0, 2000), st.binary(min_size=1, max_size=30))
def test_damage_at_any_place_gives_documents_or_errors_and_never_raises(
    tmp_path: Path, suffix: str, at: int, damage: bytes
) -> None:
    good = GOOD[suffix]
    at %= len(good)
    for result in load_all(tmp_path / f"a{suffix}", good[:at] + damage + good[at + len(damage) :]):
        assert isinstance(result, Document | UnreadableDocument)


def test_too_little_memory_for_a_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(data: bytes, path: Path) -> RawPage:
        raise MemoryError

    monkeypatch.setattr(plain, "parse", parse)
    assert "RAG_PARSE_MB" in str(failure(tmp_path / "besar.txt", b"x").reason)


def test_a_pdf_without_pages_is_told_to_have_none(tmp_path: Path) -> None:
    path = tmp_path / "kosong.pdf"
    document = pypdfium2.PdfDocument.new()
    document.save(str(path))
    (error,) = load(path, path.name, 10**6)
    assert isinstance(error, UnreadableDocument)
    assert "has no pages" in str(error.reason)


def test_html_nested_too_deep_is_told_to_be(tmp_path: Path) -> None:
    path = tmp_path / "dalam.html"
    path.write_text(f"<p>Di atas.</p>{'<div>' * 3000}<p>Pelatihan berlangsung tiga bulan.</p>{'</div>' * 3000}")
    (error,) = load(path, path.name, 10**6)
    assert isinstance(error, UnreadableDocument)
    assert "nested more than 255 deep" in str(error.reason)


def test_patterns_of_dates_are_made_before_a_process_is_copied_for_each_file() -> None:
    program = "from rag.documents.loaders import ready; from rag.language import dates; ready('.html'); "
    told = subprocess.run(
        [sys.executable, "-c", program + "print(dates._forms.cache_info().currsize)"], capture_output=True, check=True
    )
    assert told.stdout.strip() == b"1"
