from pathlib import Path

import pytest

from rag.documents.loaders import load
from rag.documents.loaders.kinds import ADVICE, kind_of
from rag.errors import UnreadableDocument, UnsupportedFormat
from rag.types import Document
from tests.rag.documents.loaders.word import archive, p, word

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def container(stream: str) -> bytes:
    return CONTAINER + stream.encode("utf-16-le") + bytes(64)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        (".txt", b"%PDF-1.7", ".pdf"),
        (".docx", b"{\\rtf1 Isi}", ".rtf"),
        (".docx", container("WordDocument"), ".doc"),
        (".doc", container("Workbook"), ".xls"),
        (".bin", container("PowerPoint Document"), ".ppt"),
        (".docx", container("EncryptedPackage"), ".locked"),
        (".xls", CONTAINER, ".xls"),
        (".doc", b"<!DOCTYPE html><p>Isi", ".html"),
        (".xls", b'\n<?xml version="1.0"?><html>', ".html"),
        (".doc", word(p("Isi.")), ".docx"),
        (".docx", archive({"xl/workbook.xml": ""}), ".xlsx"),
        (".xlsx", archive({"xl/workbook.bin": ""}), ".xlsb"),
        (".zip", archive({"ppt/presentation.xml": ""}), ".pptx"),
        (".docx", archive({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.text"}), ".odt"),
        (".odt", archive({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
        (".docx", b"PK\x03\x04 broken", ".docx"),
        (".md", b"# Judul", ".md"),
    ],
)
def test_content_tells_the_kind_and_else_the_name_does(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize("suffix", [".doc", ".xls", ".ppt", ".rtf"])
def test_old_formats_say_what_to_save_them_as(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"lama{suffix}"
    path.write_bytes(b"\x00\x01 something")
    (error,) = load(path, path.name, 1000)
    assert isinstance(error, UnsupportedFormat)
    assert str(error.reason) == ADVICE[suffix]
    assert "save it as" in str(error.reason)


def test_a_word_file_under_an_old_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "surat.doc"
    path.write_bytes(word(p("Isi surat.")))
    (document,) = load(path, path.name, 100_000)
    assert isinstance(document, Document)
    assert document.text == "Isi surat."


def test_a_locked_file_is_a_failure_and_no_unknown_kind(tmp_path: Path) -> None:
    path = tmp_path / "rahasia.docx"
    path.write_bytes(container("EncryptedPackage"))
    (error,) = load(path, path.name, 100_000)
    assert isinstance(error, UnreadableDocument)
    assert not isinstance(error, UnsupportedFormat)
    assert "password" in str(error.reason)
