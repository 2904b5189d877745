"""The widget on a page of another site, whose policy allows nothing but it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from rag.settings import Settings
from tests.browser.conftest import ask, new_page, serving
from tests.web.fakes import FakePipeline

pytestmark = pytest.mark.browser

BASE = "/tanya"
POLICY = "default-src 'none'; script-src {site}; connect-src {site}; require-trusted-types-for 'script'"
HOST = """<!doctype html><html lang="id"><head><title>Dinas</title></head>
<body><h1>Dinas</h1><main><p><a href="#x">Tautan</a></p></main>
<script src="{site}/widget.js" {data} defer></script></body></html>"""

OpenHost = Callable[..., Page]


@contextmanager
def host_page(pages: dict[str, tuple[str, str]]) -> Iterator[str]:
    """The origin of a site that serves `pages`: by path, a policy and a page."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            policy, page = pages.get(self.path, ("default-src 'none'", ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        # Another site than 127.0.0.1, not only another origin.
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def open_host(browser: Browser, tmp_path: Path) -> Iterator[OpenHost]:
    """Opens a host page: `open_host(allowed=True, data="", width=1280)`; `page.asked` are its requests."""
    pages: dict[str, tuple[str, str]] = {}
    with ExitStack() as stack:
        origin = stack.enter_context(host_page(pages))

        def start(allowed: bool = True, data: str = "", width: int = 1280, **options: object) -> Page:
            settings = Settings(
                _env_file=None,
                database=tmp_path / "widget.sqlite",
                base_path=BASE,
                widget_origins=(origin,) if allowed else ("https://lain.example",),
            )
            site = stack.enter_context(serving(settings, FakePipeline())) + BASE
            pages["/"] = POLICY.format(site=site.removesuffix(BASE)), HOST.format(site=site, data=data)
            page = new_page(browser, viewport={"width": width, "height": 800}, **options)
            stack.callback(page.context.close)
            page.complaints = []
            page.asked = []
            page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            page.on("request", lambda request: page.asked.append(request))
            page.goto(origin)
            return page

        yield start


def test_a_question_is_answered_on_another_site_under_its_strict_policy(open_host: OpenHost) -> None:
    page = open_host()
    page.get_by_role("button", name="Tanya Lampung").click()
    ask(page, "Berapa ke Taiwan?")
    assert page.locator(".short").inner_text().startswith("4.584 orang.")
    ask(page, "Dan apakah banyak?")
    assert "Taiwan" in page.locator(".answer").last.inner_text()  # understood with what was said before
    ask(page, "Ada kapal ke Malaysia?")
    assert "Pelabuhan perlu diperluas." in page.locator(".answer").last.locator("q").inner_text()
    assert page.complaints == []
    # One script and the questions: no style, font or picture, from nobody else, and no cookie.
    asked: list[Request] = page.asked[1:]
    assert [request.url.partition(BASE)[2] for request in asked if request.method != "OPTIONS"] == [
        "/widget.js",
        *["/api/ask/stream"] * 3,
    ]
    assert all("cookie" not in request.headers for request in asked)
    assert page.context.cookies() == []


def test_a_mark_opens_the_source_highlighted(open_host: OpenHost) -> None:
    page = open_host()
    page.get_by_role("button", name="Tanya Lampung").click()
    ask(page, "Berapa ke Taiwan?")
    with page.expect_popup() as opened:
        page.locator(".mark").first.click()
    source = opened.value
    source.locator("mark").first.wait_for()
    assert source.locator("mark").first.inner_text().startswith("Taiwan menerima 4.584 orang")
    assert source.evaluate("window.opener") is None


def test_a_page_that_is_not_named_is_refused_in_words(open_host: OpenHost) -> None:
    page = open_host(allowed=False)
    page.get_by_role("button", name="Tanya Lampung").click()
    page.get_by_role("textbox").fill("Berapa ke Taiwan?")
    page.keyboard.press("Enter")
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert alert.inner_text().startswith("Maaf, ada kendala. Layanan tidak dapat dijangkau dari halaman ini.")
    assert page.get_by_role("button", name="Coba lagi").is_visible()
    assert page.locator(".answer").count() == 0


def test_the_keyboard_opens_asks_and_closes_and_focus_comes_back(open_host: OpenHost) -> None:
    page = open_host()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    focused = "document.querySelector('tanya-lampung').shadowRoot.activeElement.className"
    dialog = page.get_by_role("dialog", name="Tanya Lampung")
    assert dialog.is_visible()
    page.keyboard.type("Berapa ke Taiwan?")
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()
    assert page.get_by_role("status").inner_text().startswith("Jawaban: 4.584 orang.")
    assert page.get_by_role("status").locator("[lang=id]").inner_text().startswith("4.584 orang.")
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert page.evaluate(focused) == "opener"
    page.keyboard.press("Enter")
    assert page.locator(".answer").count() == 1  # what was said is still there


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_it(open_host: OpenHost, width: int, scheme: str) -> None:
    page = open_host(width=width, color_scheme=scheme, bypass_csp=True)
    page.get_by_role("button", name="Tanya Lampung").click()
    ask(page, "Berapa ke Taiwan?")
    ask(page, "Ada kapal ke Malaysia?")
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, context="tanya-lampung", options=rules).response["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_it_speaks_english_stands_left_and_moves_only_for_those_who_like_it(open_host: OpenHost) -> None:
    page = open_host(data='data-language="en" data-side="left" data-label="Ask us"')
    button = page.get_by_role("button", name="Ask us")
    assert button.bounding_box()["x"] == 16
    button.click()
    assert page.get_by_role("textbox", name="Your question").is_visible()
    assert page.get_by_role("button", name="Close").is_visible()
    animation = (
        "getComputedStyle(document.querySelector('tanya-lampung').shadowRoot.querySelector('dialog')).animationName"
    )
    assert page.evaluate(animation) == "none"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(animation) == "rise"
