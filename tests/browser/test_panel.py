import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage, ask
from tests.web.fakes import FIGURES, MOST

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page()
    ask(page, "Berapa pekerja migran di Taiwan?")
    return page


@pytest.mark.parametrize("fails", [False, True])
def test_a_source_that_comes_late_does_not_replace_the_one_opened_since(page: Page, fails: bool) -> None:
    held: list[Route] = []
    first, last = page.locator(".cite").first, page.locator(".cite").last
    late = f"**{first.get_attribute('href').partition('#')[0]}"
    page.route(late, lambda route: held.append(route))
    with page.expect_request(late):
        first.click()
    last.click()
    expect(page.locator("dialog mark")).to_have_text(MOST)
    with page.expect_event("requestfailed" if fails else "requestfinished"):
        held[0].abort() if fails else held[0].continue_()
    page.wait_for_timeout(200)
    expect(page.locator("dialog mark")).to_have_text(MOST)
    expect(last).to_have_attribute("aria-current", "true")


def test_an_open_source_follows_the_width_of_the_window(page: Page) -> None:
    mark = page.locator(".cite").first
    mark.click()
    panel = page.get_by_role("dialog", name="Dokumen sumber")
    expect(panel.locator("mark")).to_have_text(FIGURES)
    for width, modal in ((800, True), (1280, False)):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator("dialog:modal")).to_have_count(int(modal))
        page.wait_for_timeout(200)  # until the closing in between has been told
        expect(panel).to_be_visible()
        expect(mark).to_have_attribute("aria-current", "true")
        expect(panel.get_by_role("heading", name="Dokumen sumber")).to_be_focused()
        assert page.evaluate("document.body.matches('.reading')") is not modal
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(mark).to_be_focused()
