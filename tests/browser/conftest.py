"""Chromium, and the application served on a free port; a page that reports an error fails its test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from rag.settings import Settings
from tests.web.fakes import FakePipeline
from tests.web.serving import serving

CHROMIUM_PATH = shutil.which(os.environ.get("CHROMIUM", "chromium"))
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

OpenPage = Callable[..., Page]


@pytest.fixture(scope="package")  # while Playwright is up, its event loop runs in this thread
def browser() -> Iterator[Browser]:
    if CHROMIUM_PATH is None:
        pytest.fail("these tests need Chromium: apt-get install chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM_PATH, args=FLAGS)


@pytest.fixture
def pipeline() -> FakePipeline:
    return FakePipeline()


@pytest.fixture
def address(pipeline: FakePipeline, tmp_path: Path) -> Iterator[str]:
    settings = Settings(
        _env_file=None, database=tmp_path / "browser.sqlite", requests_per_minute=600, keep_alive_s=0.05
    )
    with serving(settings, pipeline) as url:
        yield url


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a page: `open_page("/", width=360, **context options)`; errors in its console fail the test."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def start(path: str = "/", width: int = 1280, height: int = 900, **options: object) -> Page:
            context: BrowserContext = browser.new_context(
                base_url=address,
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
                **{"locale": "id-ID", **options},
            )
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
            page.goto(path)
            return page

        yield start
    # A page asked to show a 404 or a refusal says so in its console, which is no fault of ours.
    assert [text for text in complaints if "Failed to load resource" not in text] == []


def ask(page: Page, question: str) -> None:
    """Types a question, sends it and waits for the whole answer."""
    answers = page.locator("[data-answer]").count()
    page.get_by_role("textbox", name="Pertanyaan Anda").or_(page.get_by_role("textbox", name="Your question")).fill(
        question
    )
    page.keyboard.press("Enter")
    page.locator("[data-answer]").nth(answers).wait_for(timeout=60_000)
