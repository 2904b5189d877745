"""The pages of the library: upload, list, edit, publish, go back."""

from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.documents.apart import Job, Limits
from rag.documents.loaders import load
from tests.benchmarks.structure.writers.pdf import Page, lines, pdf
from tests.fakes import WordEncoder
from tests.patience import wait_until
from tests.rag.library.shelves import COFFEE, RICE
from tests.web.accounts import csrf, database_of, sign_in
from tests.web.conftest import Open
from web.protection.permissions import Role
from web.records.audit import Wanted, find

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"


@pytest.fixture
def staff(open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr("rag.assembly.build_encoder", lambda settings: WordEncoder())
    client = open_client(library=tmp_path / "library", index=tmp_path / "index", max_file_mb=2)
    client.cookies.set("bahasa", "en")
    return sign_in(client, Role.STAFF, "siti")


def upload(client: TestClient, *files: tuple[str, bytes], headers: dict[str, str] | None = None, **fields: str):
    sent = [("files", (name, content)) for name, content in files]
    return client.post("/staff/documents", data={"csrf": csrf(client), **fields}, files=sent, headers=headers)


def send(client: TestClient, path: str, **fields: object):
    return client.post(path, data={"csrf": csrf(client), **fields})


def edit(client: TestClient, document_id: str, revision: int, **fields: str):
    return send(client, "/staff/documents/one", id=document_id, do="edit", revision=revision, **fields)


def publish(client: TestClient, *drafts: str, do: str = "publish") -> str:
    send(client, "/staff/publishing", do=do, draft=list(drafts), reason="rutin")
    desk = client.app.state.services.desk
    wait_until(lambda: not desk.standing.running)
    return client.get("/staff/publishing").text


def alert(page: str) -> str:
    return " ".join(html.fromstring(page).xpath("string(//*[@role='alert'])").split())


def test_many_files_are_taken_at_once_and_each_failure_has_its_reason(staff: TestClient) -> None:
    answer = upload(
        staff, ("beras.txt", RICE.encode()), ("kosong.txt", b""), ("rusak.pdf", PDF), publisher="Dinas Pangan"
    )
    assert answer.status_code == 422
    told = [
        " ".join(each.text_content().split()) for each in html.fromstring(answer.text).xpath("//*[@role='alert']//li")
    ]
    assert [each.partition(": ")[0] for each in told][1:] == ["kosong.txt", "rusak.pdf"]
    assert told[1] == "kosong.txt: the file is empty; remove it or put the document's text in it"
    page = html.fromstring(staff.get("/staff/documents").text)
    (row,) = page.xpath("//tbody/tr")
    assert [" ".join(cell.text_content().split()) for cell in row.xpath("./td")][:3] == ["draft", "Dinas Pangan", "–"]


BAD = {
    "kosong.txt": (b"", "berkas ini kosong; hapus, atau isi dengan teks dokumennya"),
    "biner.txt": (
        bytes(range(256)) * 4,
        "ini bukan teks melainkan data biner; simpan dokumennya sebagai teks, PDF, atau Word",
    ),
    "rusak.pdf": (b"%PDF-1.4\nrusak", "PDF ini rusak; buka lalu simpan ulang"),
    "rusak.docx": (b"PK\x03\x04 rusak", "dokumen Word ini rusak; buka lalu simpan ulang"),
    "rusak.xlsx": (b"PK\x03\x04 rusak", "buku kerja ini rusak; buka lalu simpan ulang"),
    "rusak.pptx": (b"PK\x03\x04 rusak", "presentasi ini rusak; buka lalu simpan ulang"),
    "rusak.odt": (b"PK\x03\x04 rusak", "teks OpenDocument ini rusak; buka lalu simpan ulang"),
    "terkunci.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "berkas ini dilindungi kata sandi; buka, lalu simpan salinan tanpa kata sandi",
    ),
    "surat.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "berkas ini dalam format lama .doc; buka di Word atau LibreOffice, lalu simpan sebagai .docx",
    ),
    "menu.html": (
        b"<html><body><nav>Menu</nav></body></html>",
        "tidak ada teks tersisa setelah menu dan tautan dibuang; periksa berkasnya",
    ),
    "kepala.md": (
        b"---\na: [\n  b: c\n---\nisi",
        "bagian kepalanya bukan YAML yang sah di baris 3; apit nilai bertitik dua dengan tanda kutip",
    ),
    "pesan.eml": (b"bukan pesan", "isinya bukan pesan surel; simpan ulang dari program surel"),
    "banyak.jsonl": (b"{}", "berkas ini memuat banyak dokumen: baca dengan `rag ingest`"),
}


@contextmanager
def read_here(jobs: Sequence[Job], limits: Limits):
    """Without a process for each file, which takes most of a second."""
    yield (load(job.path, job.document_id, limits.max_bytes) for job in jobs)


def test_a_bad_file_of_each_kind_is_told_in_the_language_of_the_page(
    staff: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.library.looking.reading", read_here)
    staff.cookies.set("bahasa", "id")
    answer = upload(staff, *((name, data) for name, (data, _) in BAD.items()))
    rows = html.fromstring(answer.text).xpath("//*[@role='alert']//li")
    told = dict(" ".join(each.text_content().split()).split(": ", 1) for each in rows)
    assert told == {name: reason for name, (_, reason) in BAD.items()}
    assert not html.fromstring(answer.text).xpath("//*[@role='alert']//*[@lang='en']")


def test_the_preview_tells_in_the_language_of_the_page_that_an_original_cannot_be_read(
    staff: TestClient, tmp_path: Path
) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    (original,) = (path for path in (tmp_path / "library").rglob("*.txt") if path.is_file())
    original.write_bytes(b"")
    staff.cookies.set("bahasa", "id")
    answer = staff.get("/staff/documents/preview?id=beras.txt")
    assert answer.status_code == 422
    assert alert(answer.text).startswith("berkas di pustaka bukan lagi berkas yang dulu ditambahkan")


def test_the_script_gets_what_became_of_each_file_as_json(staff: TestClient) -> None:
    answer = upload(staff, ("beras.txt", RICE.encode()), headers={"accept": "application/json"})
    (file,) = answer.json()["files"]
    assert (answer.status_code, file["name"], file["href"]) == (200, "beras.txt", "/staff/documents/one?id=beras.txt")
    again = upload(staff, ("lain.txt", RICE.encode()), headers={"accept": "application/json"})
    assert again.status_code == 422
    assert "already, as “beras.txt”" in again.json()["files"][0]["reason"]


def test_a_file_over_the_limit_is_refused_before_it_is_stored(staff: TestClient, tmp_path: Path) -> None:
    answer = upload(staff, ("besar.txt", b"x" * 2_500_000))
    assert answer.status_code == 422
    assert "larger than the limit" in answer.text
    assert upload(staff, ("besar.txt", b"x" * 3_500_000)).status_code == 413
    assert list((tmp_path / "library").glob("originals/*/*")) == []


def test_strangers_send_no_large_files(staff: TestClient) -> None:
    stranger = TestClient(staff.app, base_url="http://localhost")
    sent = [("files", ("besar.txt", b"x" * 1_000_000))]
    assert stranger.post("/staff/documents", files=sent).status_code == 413
    stranger.cookies.set("sesi", "made up")
    stranger.cookies.set("bahasa", "en")
    assert "Your session has ended" in stranger.post("/staff/documents", files=sent).text


def test_a_title_with_angles_is_text(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    edit(staff, "beras.txt", 1, title="<script>alert(1)</script>", publisher="", published="", url="", kind="", tags="")
    assert "<script>alert" not in staff.get("/staff/documents").text


def test_the_second_of_two_who_edit_is_told_and_what_was_typed_stays(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    assert edit(staff, "beras.txt", 1, title="Harga beras").status_code == 200
    answer = edit(staff, "beras.txt", 1, title="Beras Mei")
    page = html.fromstring(answer.text)
    assert answer.status_code == 409
    assert "was changed by siti" in alert(answer.text)
    assert page.xpath("//input[@name='title']/@value") == ["Beras Mei"]
    assert "Title: Harga beras" in page.xpath("string(//dl[@class='typed'])")
    assert edit(staff, "beras.txt", 2, title="Beras Mei").status_code == 200


def test_a_date_in_the_future_is_refused_in_the_language_of_the_reader(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    staff.cookies.set("bahasa", "id")
    answer = edit(staff, "beras.txt", 1, title="Beras", published="2999-01-01")
    assert (answer.status_code, alert(answer.text)) == (
        409,
        "tanggal 2999-01-01 ada di masa depan: periksa tahunnya",
    )


def test_publishing_shows_what_changes_then_changes_it_and_going_back_needs_a_reason(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()), ("kopi.txt", COFFEE.encode()))
    page = html.fromstring(staff.get("/staff/publishing").text)
    assert page.xpath("//input[@name='draft']/@value") == ["beras.txt", "kopi.txt"]
    assert "Published by siti" in publish(staff, "beras.txt")
    publish(staff, "kopi.txt")
    page = html.fromstring(staff.get("/staff/publishing").text)
    assert page.xpath("//input[@name='draft']") == []
    (older,) = page.xpath("//select[@name='version']/option/@value")
    refused = send(staff, "/staff/publishing/rollback", version=older, reason=" ")
    assert (refused.status_code, alert(refused.text)) == (422, "give a reason: it is kept")
    back = send(staff, "/staff/publishing/rollback", version=older, reason="angka keliru")
    assert "The earlier version is public again." in back.text
    assert html.fromstring(back.text).xpath("//tbody/tr/th/a/@href") == ["/staff/documents/one?id=kopi.txt"]
    assert send(staff, "/staff/publishing/rollback", version="../../x", reason="coba").status_code == 422


def test_the_original_of_a_public_document_is_downloaded_and_of_a_draft_only_by_staff(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    stranger = TestClient(staff.app, base_url="http://localhost")
    assert stranger.get("/originals/beras.txt").status_code == 404
    mine = staff.get("/staff/documents/original?id=beras.txt")
    assert (mine.content, mine.headers["content-disposition"]) == (RICE.encode(), 'attachment; filename="beras.txt"')
    publish(staff, "beras.txt")
    assert stranger.get("/originals/beras.txt").content == RICE.encode()
    send(staff, "/staff/documents/one", id="beras.txt", do="withdraw", revision=1, reason="lama")
    publish(staff)
    assert stranger.get("/originals/beras.txt").status_code == 404


def test_a_pdf_is_opened_in_the_browser_and_may_load_nothing(staff: TestClient) -> None:
    upload(staff, ("surat.pdf", pdf(Page(lines(700, RICE)))))
    answer = staff.get("/staff/documents/original?id=surat.pdf")
    assert (answer.headers["content-type"], answer.headers["content-disposition"]) == (
        "application/pdf",
        'inline; filename="surat.pdf"',
    )
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; object-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("revision", ["²", "9" * 5000])
def test_a_revision_that_is_no_number_of_ours_is_refused_in_words(staff: TestClient, revision: str) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    data = {"csrf": csrf(staff), "id": "beras.txt", "revision": revision}
    answer = staff.post("/staff/documents/edition", data=data, files={"file": ("b.txt", RICE.encode())})
    assert answer.status_code in (303, 422)


def test_a_preview_shows_the_passages(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    page = html.fromstring(staff.get("/staff/documents/preview?id=beras.txt").text)
    assert [each.text_content() for each in page.xpath("//ol[contains(@class, 'passages')]/li")] == [RICE]
    assert staff.get("/staff/documents/preview?id=lain").status_code == 404


def test_a_new_edition_takes_the_place_of_the_old_one(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    publish(staff, "beras.txt")
    sent = {"file": ("beras.txt", RICE.replace("14", "15").encode())}
    data = {"csrf": csrf(staff), "id": "beras.txt", "revision": "1"}
    answer = staff.post("/staff/documents/edition", data=data, files=sent)
    assert "takes the place of the old one" in answer.text
    publish(staff, "beras-2.txt")
    assert "Replaced by" in staff.get("/staff/documents/one?id=beras.txt").text
    found = html.fromstring(staff.get("/staff/documents?q=beras&state=superseded").text)
    assert found.xpath("//tbody//td/a/@href")[0].startswith("/staff/documents/one?id=")
    public = staff.get("/documents/beras.txt")
    assert (public.status_code, html.fromstring(public.text).xpath("//main//a/@href")) == (
        404,
        ["/documents/beras-2.txt"],
    )
    late = staff.post("/staff/documents/edition", data=data, files={"file": ("b.txt", COFFEE.encode())})
    assert late.status_code == 422


def test_every_deed_is_in_the_audit_log(staff: TestClient) -> None:
    upload(staff, ("beras.txt", RICE.encode()))
    edit(staff, "beras.txt", 1, title="Harga beras")
    publish(staff, "beras.txt")
    send(staff, "/staff/documents/one", id="beras.txt", do="withdraw", revision=2, reason="lama")
    send(staff, "/staff/documents/one", id="beras.txt", do="withdraw", revision=3, reason="sekali lagi")
    with database_of(staff).reading() as session:
        rows = [(row.action, row.actor) for row in find(session, Wanted(actor="siti"))]
    assert [action for action, _ in rows if not action.startswith("session")] == [
        "document.withdrawn",
        "index.published",
        "document.edited",
        "document.uploaded",
    ]


def test_an_empty_library_says_so(staff: TestClient) -> None:
    assert "The library is empty" in staff.get("/staff/documents").text
    assert "Nothing: the public index is what the library says." in staff.get("/staff/publishing").text
