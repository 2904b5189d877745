"""The pages of staff in a browser: axe, widths, by keyboard, and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import violations
from tests.web.accounts import PASSWORD, add_person
from web.protection.permissions import Role
from web.records import keys
from web.records.audit import record
from web.records.database import Database
from web.records.keys import Scope

pytestmark = pytest.mark.browser

PAGES = (
    "/staff",
    "/account",
    "/staff/users",
    "/staff/users/1",
    "/staff/audit?actor=ani",
    "/staff/keys",
    "/staff/switches",
    "/staff/notice",
    "/staff/briefings",
    "/privacy",
)


@pytest.fixture
def people(address: str, tmp_path: Path) -> None:
    database = Database(tmp_path / "browser.sqlite")
    add_person(database, "ani", Role.ADMINISTRATOR)
    add_person(database, "seseorang.dengan.nama.panjang@kantor-dinas-provinsi.contoh.example", Role.STAFF)
    with database.writing() as session:
        for number in range(60):
            record(session, "ani", "account.role", f"account:{number}", {"note": "dan seterusnya " * 8})
        keys.make(session, "ani", keys.NewKey("Layanan perpustakaan " * 3, list(Scope), 60, 365))


def enter(page: Page) -> None:
    page.get_by_label("Nama akun").fill("ani")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pegawai")


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(("scheme", "language", "size"), [("light", "id", "usual"), ("dark", "en", "large")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_page: OpenPage, scheme: str, language: str, size: str
) -> None:
    page = open_page("/login", color_scheme=scheme)
    assert violations(page) == []
    enter(page)
    page.goto(f"/bahasa?lang={language}&next=/staff")
    found: list[str] = []
    for path in PAGES:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        assert page.evaluate("document.documentElement.lang") == language
        page.evaluate(f"document.documentElement.dataset.type = '{size}'")
        found += [f"{path}: {one}" for one in violations(page)]
        for width in (320, 375, 768, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append(f"{path} scrolls sideways at {width}")
    assert found == []


@pytest.mark.usefixtures("people")
def test_every_part_of_a_date_shows_where_the_focus_is(open_page: OpenPage) -> None:
    page = open_page("/login")
    enter(page)
    page.goto("/staff/audit")
    page.locator("#since").focus()
    for _ in range(3):  # day, month, year, and the button that opens a calendar
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "since"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.usefixtures("people")
def test_a_person_is_added_by_keyboard_without_javascript(open_page: OpenPage) -> None:
    page = open_page("/login?next=/staff", java_script_enabled=False)
    expect(page.get_by_label("Nama akun")).to_be_focused()
    page.keyboard.type("ani")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Akun", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_label("Nama akun").focus()
    page.keyboard.type("siti")
    page.keyboard.press("Tab")
    page.keyboard.type("Siti Aminah")
    page.keyboard.press("Enter")
    expect(page.locator(".secret")).to_be_visible()
    page.get_by_role("button", name="Keluar", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")
    page.goto("/staff/users")
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")
