"""Chromium, and the application served on a free port; a page that reports an error fails its test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from rag.settings import Settings
from tests.patience import PATIENCE_S
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
    expect.set_options(timeout=PATIENCE_S * 1000)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM_PATH, args=FLAGS)


def new_page(browser: Browser, **options: object) -> Page:
    """A page in a context of its own, as an Indonesian has it."""
    context = browser.new_context(**{"locale": "id-ID", "reduced_motion": "reduce", **options})
    context.set_default_timeout(PATIENCE_S * 1000)
    return context.new_page()


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
            page = new_page(browser, base_url=address, viewport={"width": width, "height": height}, **options)
            stack.callback(page.context.close)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
            page.goto(path)
            return page

        yield start
    # A page asked to show a 404 or a refusal says so in its console, which is no fault of ours.
    assert [text for text in complaints if "Failed to load resource" not in text] == []


def ask(page: Page, question: str) -> None:
    """Types a question, sends it and waits for its whole answer, on the chat page or in the widget."""
    answers = page.locator(".answer")
    before = answers.count()
    page.get_by_role("textbox", name="Pertanyaan Anda").or_(page.get_by_role("textbox", name="Your question")).fill(
        question
    )
    page.keyboard.press("Enter")
    answers.nth(before).wait_for()
