"""Takes the README's pictures of a running server: python -m tests.browser.screenshots http://127.0.0.1:8000"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM_PATH, FLAGS, ask

QUESTION = "Berapa persen kebutuhan pekerja domestik di Malaysia?"
DOCS = Path(__file__).parents[2] / "docs"


def take(browser: Browser, address: str) -> None:
    """The desktop with a source open, and the phone with the answer."""
    desktop = browser.new_page(viewport={"width": 1280, "height": 840}, locale="id-ID")
    desktop.goto(address)
    ask(desktop, QUESTION)
    desktop.locator(".cite").first.click()
    desktop.locator("dialog mark").wait_for()
    desktop.wait_for_timeout(500)
    desktop.screenshot(path=DOCS / "screenshot.png")
    phone = browser.new_page(viewport={"width": 390, "height": 780}, device_scale_factor=2, locale="id-ID")
    phone.goto(address)
    ask(phone, QUESTION)
    phone.screenshot(path=DOCS / "screenshot-phone.png")


if __name__ == "__main__":
    with sync_playwright() as playwright:
        take(playwright.chromium.launch(executable_path=CHROMIUM_PATH, args=FLAGS), sys.argv[1])
