import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, ask

pytestmark = pytest.mark.browser

AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LIST = "/documents?q=a&publisher=Tanya+Lampung"
CHARTED = "/documents/pekerja%20migran/angka%202025.md?start=18&end=91"


def violations(page: Page) -> list[str]:
    found = AXE.run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/", CHARTED, "/documents/pelabuhan.pdf?start=27&end=40", "/tidak-ada", "/?q=Taiwan", LIST, "/how"]
)
def test_axe_finds_nothing_on_a_page(open_page: OpenPage, path: str, scheme: str) -> None:
    assert violations(open_page(path, color_scheme=scheme)) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_a_conversation_with_a_source_open(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width)
    ask(page, "Berapa ke Taiwan?")
    ask(page, "Ada kapal ke Malaysia?")
    ask(page, "Apakah berbeda?")
    page.locator(".saving summary").first.click()
    page.locator("details.source summary").first.click()
    assert violations(page) == []
    page.locator(".saving summary").first.click()
    page.locator(".cite").first.click()
    page.locator("dialog mark").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(open_page: OpenPage, width: int) -> None:
    def sideways(page: Page) -> int:
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    page = open_page(width=width)
    for path in (CHARTED, "/tidak-ada", "/documents", "/documents?q=tiada", "/how", "/"):
        page.goto(path)
        assert sideways(page) <= 0, path
    ask(page, "Taiwan " + "k" * 200)
    ask(page, "Ada kapal ke Malaysia?")
    assert sideways(page) <= 0
    page.locator(".cite").first.click()
    page.locator("dialog mark").wait_for()
    assert sideways(page) <= 0


def test_targets_are_44_pixels_high_and_wide(open_page: OpenPage) -> None:
    page = open_page(width=360)
    ask(page, "Berapa ke Taiwan?")
    small = page.evaluate(
        """() => [...document.querySelectorAll('.tool, .button, .send, .quote, .origin, .brand')]
            .filter(one => one.checkVisibility())
            .map(one => [one.className, one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 44 || box.height < 44)
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 360, 375])
def test_the_head_of_the_page_takes_one_row_on_a_phone(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width)
    tops = page.evaluate(
        "[...document.querySelectorAll('.site-bar .brand, .site-bar .tool')]"
        ".filter(one => one.checkVisibility()).map(one => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(tops) > 3
    assert max(tops) - min(tops) < 5


# Text that lies beyond the edge of the page, where nothing scrolls to it.
BEYOND = """() => {
    const edge = document.documentElement.clientWidth, found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, seen = text.parentElement, range = document.createRange();
        if (!text.data.trim() || !seen.checkVisibility() || seen.closest('.unseen, .skip, .table')) continue;
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()].filter(box => box.width > 1);
        if (boxes.some(box => box.right > edge + 1 || box.left < -1)) found.push(text.data.trim());
    }
    return found;
}"""


@pytest.mark.parametrize(("width", "percent"), [(640, 200), (320, 200), (1280, 400)])
def test_text_may_be_set_larger(open_page: OpenPage, width: int, percent: int) -> None:
    page = open_page(width=width)
    for path in ("/?q=Taiwan", CHARTED, "/documents", "/how", "/tidak-ada", "/login", "/"):
        page.goto(path)
        page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        assert page.evaluate(BEYOND) == [], path


def test_high_contrast_mode_keeps_the_quote_marked(open_page: OpenPage) -> None:
    page = open_page(CHARTED, forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('mark')).outlineStyle") == "solid"


def test_high_contrast_mode_tells_what_is_chosen(open_page: OpenPage) -> None:
    page = open_page("/documents", forced_colors="active")
    grounds = page.evaluate(
        """() => [...document.querySelectorAll('.site-tools .tool')].filter(one => one.checkVisibility())
            .map(one => [one.ariaCurrent, getComputedStyle(one).backgroundColor])"""
    )
    here = {ground for current, ground in grounds if current}
    assert here
    assert here.isdisjoint(ground for current, ground in grounds if not current)
