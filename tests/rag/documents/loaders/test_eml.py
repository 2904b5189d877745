from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import eml, load
from rag.errors import UnreadableDocument
from rag.types import Document
from tests.rag.documents.loaders.word import p, word

WHERE = Path("undangan.eml")


def message(body: str = "Rapat dimulai pukul 09.00 WIB di aula.", subject: str = "Undangan rapat") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "Ratna Dewi <ratna@contoh.go.id>"
    made["To"] = "Budi Hartono <budi@contoh.go.id>"
    made["Date"] = "Fri, 07 Nov 2025 20:30:00 +0000"
    made.set_content(body)
    return made


def documents(folder: Path, made: EmailMessage) -> list[Document | UnreadableDocument]:
    path = folder / WHERE
    path.write_bytes(bytes(made))
    return list(load(path, "surat/undangan.eml", 1_000_000))


def test_a_message_tells_who_wrote_it_to_whom_when_and_what() -> None:
    document = clean(eml.parse(bytes(message()), WHERE), "d")
    assert document.text == (
        "Dari: Ratna Dewi <ratna@contoh.go.id>\nKepada: Budi Hartono <budi@contoh.go.id>\n"
        "Tanggal: Jumat, 7 November 2025 20:30\nPerihal: Undangan rapat\n\nRapat dimulai pukul 09.00 WIB di aula."
    )
    assert (document.title, document.publisher) == ("Undangan rapat", "Ratna Dewi")


def test_a_message_sent_late_in_london_is_of_the_next_day_in_jakarta() -> None:
    assert eml.parse(bytes(message()), WHERE).published == date(2025, 11, 8)


def test_words_in_any_encoding_are_read() -> None:
    made = message("Kafé “baru”.", subject="Pembukaan kafé")
    document = clean(eml.parse(bytes(made), WHERE), "d")
    assert document.title == "Pembukaan kafé"
    assert document.text.endswith("Kafé “baru”.")


def test_a_page_is_read_where_there_is_no_text_or_where_it_holds_a_table() -> None:
    page = "<table><tr><th>Desa</th><th>Guru</th></tr><tr><td>Sukajadi</td><td>7</td></tr></table>"
    both = message("Desa Guru Sukajadi 7")
    both.add_alternative(f"<html><body>{page}</body></html>", subtype="html")
    assert clean(eml.parse(bytes(both), WHERE), "d").text.endswith("Desa: Sukajadi; Guru: 7")
    alone = message()
    alone.set_content("<p>Pasar buka tiap Senin.</p>", subtype="html")
    assert clean(eml.parse(bytes(alone), WHERE), "d").text.endswith("Pasar buka tiap Senin.")


def test_attached_files_are_named_and_are_documents_of_their_own(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(word(p("Isi lampiran.")), maintype="application", subtype="octet-stream", filename="a.docx")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    body, attached = documents(tmp_path, made)
    assert isinstance(body, Document)
    assert isinstance(attached, Document)
    assert "Lampiran: a.docx, logo.png" in body.text
    assert (attached.id, attached.text) == ("surat/undangan.eml/a.docx", "Isi lampiran.")


def test_a_message_within_a_message_is_read_with_what_is_attached_to_it(tmp_path: Path) -> None:
    inner = message("Teruskan kepada warga.", subject="Asli")
    inner.add_attachment(b"Isi catatan warga.", maintype="text", subtype="plain", filename="catatan.txt")
    outer = message("Lihat di bawah.")
    outer.add_attachment(inner)
    read = documents(tmp_path, outer)
    assert [each.title for each in read if isinstance(each, Document)][:2] == ["Undangan rapat", "Asli"]
    assert "Isi catatan warga" in read[2].text  # type: ignore[union-attr]


def test_an_attachment_that_cannot_be_read_is_named_and_the_message_stays(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"PK\x03\x04 broken", maintype="application", subtype="x", filename="rusak.docx")
    body, failed = documents(tmp_path, made)
    assert isinstance(body, Document)
    assert isinstance(failed, UnreadableDocument)
    assert "rusak.docx" in failed.path


def test_headers_that_make_no_sense_do_not_stop_the_reading() -> None:
    data = b'From: "@<,;:\r\nDate: kemarin\r\nSubject: Laporan\r\n\r\nIsi.\r\n'
    document = clean(eml.parse(data, WHERE), "d")
    assert (document.title, document.published) == ("Laporan", None)
    assert document.text.endswith("Isi.")


def test_what_is_no_message_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="no e-mail"):
        eml.parse(b"hanya teks biasa tanpa kepala", WHERE)


def test_a_page_saved_as_one_file_is_a_page() -> None:
    made = EmailMessage()
    made["MIME-Version"] = "1.0"
    made.set_content("<html><body><p>Pasar buka tiap Senin.</p></body></html>", subtype="html")
    assert clean(eml.parse_page(bytes(made), Path("a.mht")), "d").text == "Pasar buka tiap Senin."
    with pytest.raises(UnreadableDocument, match="no web page"):
        eml.parse_page(b"Subject: x\n\ny", Path("a.mht"))


def test_names_of_attachments_lead_nowhere_else_and_are_told_apart() -> None:
    made = message()
    for name in ("../../rahasia.txt", "C:\\surat\\rahasia.txt", "..", "a/.."):
        made.add_attachment(b"Isi.", maintype="text", subtype="plain", filename=name)
    assert [each.name for each in eml.attachments(bytes(made))] == [
        "rahasia.txt",
        "2-rahasia.txt",
        "lampiran",
        "4-lampiran",
    ]
