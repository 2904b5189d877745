"""Each public page from a small phone to a wide screen, in both languages; and what the first view weighs."""

from collections import defaultdict

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

ANSWERED, REFUSED = "/?q=Berapa+ke+Taiwan", "/?q=Ada+kapal+ke+Malaysia"
QUOTED = "/documents/pekerja%20migran/angka%202025.md?start=18&end=91"
PAGES = ("/", ANSWERED, REFUSED, "/documents", QUOTED, "/how", "/privacy", "/login", "/tidak-ada")
FIRST_VIEW_KB = 150


def headings(page: Page) -> list[int]:
    """The levels of the headings that are there, in order."""
    levels: list[int] = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
    )
    return levels


@pytest.mark.parametrize(("locale", "language", "audited"), [("id-ID", "id", 1920), ("en-US", "en", 320)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways_at_any_width(
    open_page: OpenPage, locale: str, language: str, audited: int
) -> None:
    page = open_page("/", locale=locale)
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.lang") == language
        for width in (360, 768, 1280, audited):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        assert violations(page) == [], path
        levels = headings(page)
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), (path, levels)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [ANSWERED, "/documents"])
def test_focus_goes_down_the_page_and_is_always_seen(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    lowest = -100.0
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const one = document.activeElement, box = one.getBoundingClientRect();
                const rings = [one, one.closest('.composer-box')].filter(Boolean).map(e => getComputedStyle(e));
                return { name: one.tagName, top: box.top + scrollY, bottom: box.bottom + scrollY,
                    ringed: rings.some(style => style.outlineStyle !== 'none' && style.outlineWidth !== '0px') };
            }"""
        )
        if seen["name"] == "BODY":
            return
        assert seen["ringed"], seen
        # In one row with what came before, or below it: an answer's field stays at the window's lower edge.
        assert seen["name"] == "TEXTAREA" or seen["bottom"] > lowest - 5, seen
        if seen["name"] not in ("TEXTAREA", "BUTTON"):
            lowest = max(lowest, seen["top"])
    raise AssertionError("the focus never leaves the page")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_view_is_light(open_page: OpenPage, width: int) -> None:
    page = open_page("/how", width=width)
    wire = page.context.new_cdp_session(page)
    loaded: dict[str, float] = defaultdict(float)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on("Network.loadingFinished", lambda event: loaded.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto("/", wait_until="networkidle")
    assert len(loaded) > 10  # the page, its sheets, scripts and fonts
    assert sum(loaded.values()) / 1000 < FIRST_VIEW_KB
