import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, ask
from tests.web.fakes import FIGURES

pytestmark = pytest.mark.browser

TAIWAN = "Berapa pekerja migran di Taiwan?"


def test_a_rating_that_was_not_stored_does_not_look_stored_and_says_why(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    refusal = {"error": {"code": "too_many_requests", "message": "Terlalu banyak permintaan."}}
    page.route("**/api/feedback", lambda route: route.fulfill(status=429, json=refusal))
    helpful = page.get_by_role("button", name="Ya, membantu")
    helpful.click()
    expect(page.get_by_role("alert")).to_have_text("Terlalu banyak permintaan.")
    assert helpful.get_attribute("aria-pressed") is None
    page.unroute("**/api/feedback")
    page.route("**/api/feedback", lambda route: route.abort())
    helpful.click()
    expect(page.get_by_role("alert")).to_contain_text("Sambungan terputus")
    page.unroute("**/api/feedback")
    helpful.click()
    expect(page.get_by_role("button", name="Ya, membantu", pressed=True)).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_copying_works_where_a_page_has_no_clipboard(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ask(page, TAIWAN)
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_focused()
    composer = page.get_by_label("Pertanyaan Anda")
    composer.focus()
    page.keyboard.press("Control+V")
    assert composer.input_value().startswith(
        f"{TAIWAN}\n\n4.584 orang. [1] Menurut ringkasan dari Kantor Berita Contoh (4 November 2025): “{FIGURES}”"
    )


def test_copying_that_fails_says_so(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false"
    )
    ask(page, TAIWAN)
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("button", name="Tidak dapat menyalin")).to_be_visible()
