"""The pages of the library in a browser: axe, widths, uploads with and without a script, publishing by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rag.library import changing
from rag.library.changing import Upload
from rag.library.records import Field
from rag.settings import Settings
from tests.browser.conftest import OpenPage, serving
from tests.browser.test_accessibility import violations
from tests.fakes import WordEncoder
from tests.rag.library.shelves import COFFEE, RICE
from tests.web.accounts import PASSWORD, add_person
from tests.web.fakes import FakePipeline
from web.protection.permissions import Role
from web.records.database import Database

pytestmark = pytest.mark.browser
LONG = "laporan-" + "sangat" * 18 + ".txt"


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("rag.assembly.build_encoder", lambda settings: WordEncoder())
    settings = Settings(
        _env_file=None,
        database=tmp_path / "browser.sqlite",
        library=tmp_path / "library",
        index=tmp_path / "index",
        requests_per_minute=600,
    )
    said = {Field.TITLE: "Harga beras di pasar " * 8, Field.PUBLISHER: "Dinas Ketahanan Pangan"}
    changing.add(settings.library, Upload(LONG, [RICE.encode()], said), "siti", settings)
    with serving(settings, FakePipeline()) as url:
        add_person(Database(tmp_path / "browser.sqlite"), "ani", Role.STAFF)
        yield url


def enter(page: Page, path: str) -> None:
    page.get_by_label("Nama akun").fill("ani")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pegawai")
    page.goto(path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page: OpenPage, scheme: str) -> None:
    page = open_page("/login", color_scheme=scheme)
    enter(page, "/staff/documents")
    found: list[str] = []
    for path in (
        "/staff/documents",
        f"/staff/documents/one?id={LONG}",
        f"/staff/documents/preview?id={LONG}",
        "/staff/publishing",
        "/staff/sources",
    ):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        found += [f"{path}: {one}" for one in violations(page)]
        for width in (320, 768, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append(f"{path} scrolls sideways at {width}")
    assert found == []


def test_each_file_of_an_upload_shows_what_became_of_it(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "kopi.txt").write_text(COFFEE, "utf-8")
    (tmp_path / "kosong.txt").write_text("")
    page = open_page("/login")
    enter(page, "/staff/documents")
    page.locator('input[type="file"]').set_input_files([tmp_path / "kopi.txt", tmp_path / "kosong.txt"])
    page.get_by_role("button", name="Tambahkan").click()
    rows = page.locator("[data-uploads] li")
    expect(rows.nth(0)).to_contain_text("ditambahkan sebagai draf")
    expect(rows.nth(1)).to_contain_text("berkas ini kosong")
    expect(page.locator("[data-said]")).to_have_text("Ditambahkan: 1. Gagal: 1.")


def test_files_are_dropped_onto_the_page(open_page: OpenPage) -> None:
    page = open_page("/login")
    enter(page, "/staff/documents")
    page.evaluate(
        """([name, text]) => {
            const data = new DataTransfer();
            data.items.add(new File([text], name, { type: "text/plain" }));
            const drop = document.querySelector("[data-drop]");
            drop.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        ["kopi.txt", COFFEE],
    )
    expect(page.locator("[data-uploads] li")).to_contain_text("ditambahkan sebagai draf")


def test_without_a_script_files_are_added_and_published(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "kopi.txt").write_text(COFFEE, "utf-8")
    page = open_page("/login", java_script_enabled=False)
    enter(page, "/staff/documents")
    page.get_by_label("Berkas: pilih").set_input_files([tmp_path / "kopi.txt"])
    page.get_by_role("button", name="Tambahkan").press("Enter")
    expect(page.locator("div[role=status]")).to_contain_text("ditambahkan sebagai draf")
    page.goto("/staff/publishing")
    page.get_by_role("button", name="Terbitkan", exact=True).press("Enter")
    expect(page.locator(".said")).to_be_visible()


def test_publishing_tells_how_far_it_is_and_that_it_is_done(open_page: OpenPage) -> None:
    page = open_page("/login")
    enter(page, "/staff/publishing")
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    expect(page.locator(".said")).to_contain_text("Diterbitkan oleh ani")
    expect(page.get_by_text("Tidak ada: indeks publik sudah sama")).to_be_visible()
