import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rag.types import AnswerEvent, Question, Step, StepStarted
from tests.browser.conftest import OpenPage, ask
from tests.patience import PATIENCE_S
from tests.web.fakes import FIGURES, MOST, FakePipeline
from tests.web.heard import rated
from web.records.database import Database

pytestmark = pytest.mark.browser

TAIWAN = "Berapa pekerja migran di Taiwan?"


def test_an_answer_streams_sentence_by_sentence(open_page: OpenPage, pipeline: FakePipeline) -> None:
    go_on = threading.Semaphore(0)
    pipeline.hold = lambda: go_on.acquire(timeout=PATIENCE_S)
    page = open_page()
    page.get_by_label("Pertanyaan Anda").fill(TAIWAN)
    page.keyboard.press("Enter")
    expect(page.locator(".waiting [data-partial] p")).to_have_count(1)
    expect(page.get_by_text(MOST)).to_have_count(0)
    go_on.release(3)
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    expect(page.locator(".waiting")).to_have_count(0)


def test_comments_that_keep_the_stream_open_do_not_disturb_it(open_page: OpenPage, pipeline: FakePipeline) -> None:
    pipeline.hold = lambda: threading.Event().wait(0.3)
    page = open_page()
    ask(page, TAIWAN)
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    assert ": ping" in page.evaluate(
        """async question => {
            const headers = {'Content-Type': 'application/json'};
            const options = {method: 'POST', headers, body: JSON.stringify({question})};
            return (await fetch('/api/ask/stream', options)).text();
        }""",
        TAIWAN,
    )


def test_a_screen_reader_hears_the_search_and_the_finished_answer_only(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate(
        """() => {
            window.heard = [];
            const region = document.querySelector('[role=status]');
            new MutationObserver(() => window.heard.push(region.textContent)).observe(region, {childList: true});
        }"""
    )
    ask(page, TAIWAN)
    expect(page.get_by_role("status")).to_contain_text(MOST)
    heard = page.evaluate("window.heard")
    assert heard[0] == "Sedang mencari jawaban."
    assert heard[1].startswith("Jawaban: 4.584 orang. [1] Menurut")
    assert len(heard) == 2


def test_an_answer_is_heard_in_its_own_language(open_page: OpenPage) -> None:
    page = open_page(locale="en-GB")
    ask(page, TAIWAN)
    expect(page.get_by_role("status").locator("[lang=id]")).to_contain_text("4.584 orang")
    expect(page.get_by_role("status")).to_contain_text("Answer: ")


def test_what_was_heard_is_not_met_again_by_who_reads_through_the_page(open_page: OpenPage) -> None:
    page = open_page()
    page.clock.install()
    ask(page, TAIWAN)
    expect(page.get_by_role("status")).to_contain_text("4.584 orang")
    page.clock.fast_forward(16_000)
    expect(page.get_by_role("status")).to_be_empty()


def test_a_follow_up_is_understood_from_the_conversation(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    ask(page, "Sampai kapan?")
    expect(page.locator(".understood")).to_contain_text("Sampai kapan? (Taiwan)")


def test_a_suggested_question_is_asked_in_place(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("link", name="Apa itu program Migran Vokasi?").click()
    expect(page.get_by_role("heading", name="Apa itu program Migran Vokasi?")).to_be_visible()
    expect(page.get_by_text("Jawabannya tidak kami temukan")).to_be_visible()
    expect(page).to_have_url(re.compile("/answers/[0-9a-f]{32}$"))


def test_a_citation_opens_beside_the_answer_with_its_quote_marked_and_in_view(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    mark = page.locator(".cite").first
    mark.click()
    panel = page.get_by_role("dialog", name="Dokumen sumber")
    expect(panel.locator("mark")).to_have_text(FIGURES)
    expect(panel.locator("mark")).to_be_in_viewport()
    expect(panel).to_contain_text("Ringkasan berdasarkan:")
    expect(panel).to_contain_text("4 November 2025")
    expect(panel.get_by_role("heading", name="Dokumen sumber")).to_be_focused()
    assert not panel.evaluate("panel => panel.matches(':modal')")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(mark).to_be_focused()


def test_on_a_phone_the_source_covers_the_page_and_keeps_the_focus(open_page: OpenPage) -> None:
    page = open_page(width=360, height=740)
    ask(page, TAIWAN)
    page.locator(".cite").last.click()
    panel = page.get_by_role("dialog", name="Dokumen sumber")
    expect(panel.locator("mark")).to_have_text(MOST)
    assert panel.evaluate("panel => panel.matches(':modal')")
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.get_by_role("button", name="Tutup sumber").click()
    expect(panel).to_be_hidden()


def test_what_the_sources_do_say_opens_in_the_panel_with_its_words_marked(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "Ada kapal ke Malaysia?")
    page.get_by_role("group", name="sumber mengatakan").get_by_role("link").click()
    expect(page.locator("dialog mark")).to_have_text("Pelabuhan perlu diperluas.")


def test_a_new_conversation_forgets_the_old_one(open_page: OpenPage, pipeline: FakePipeline) -> None:
    page = open_page()
    ask(page, TAIWAN)
    page.get_by_role("link", name="Percakapan baru").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.get_by_label("Pertanyaan Anda")).to_be_focused()
    page.reload()
    expect(page.locator(".turn")).to_have_count(0)
    ask(page, "Sampai kapan?")
    assert pipeline.questions[-1].history == ()


def test_a_failure_is_told_and_can_be_tried_again(open_page: OpenPage) -> None:
    page = open_page()
    page.route("**/api/ask/stream*", lambda route: route.abort())
    page.get_by_label("Pertanyaan Anda").fill(TAIWAN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Sambungan terputus")
    page.unroute("**/api/ask/stream*")
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    expect(page.get_by_role("alert")).to_have_count(0)


def without_end(stream: Callable[[Question], Iterator[AnswerEvent]], question: Question) -> Iterator[AnswerEvent]:
    """The events up to the first sentence, then one step after the other for longer than any test waits."""
    with closing(stream(question)) as events:
        yield from islice(events, 5)
        for _ in range(int(2 * PATIENCE_S / 0.05)):
            time.sleep(0.05)
            yield StepStarted(Step.ANSWER)


def test_leaving_stops_the_pipeline(open_page: OpenPage, pipeline: FakePipeline) -> None:
    pipeline.stream = partial(without_end, pipeline.stream)
    page = open_page()
    page.get_by_label("Pertanyaan Anda").fill(TAIWAN)
    page.keyboard.press("Enter")
    expect(page.locator(".waiting [data-partial] p").first).to_be_visible()
    page.get_by_role("link", name="Percakapan baru").click()
    expect(page.locator(".turn")).to_have_count(0)
    assert pipeline.closed.wait(PATIENCE_S)


def test_copying_takes_the_answer_with_its_sources(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ask(page, TAIWAN)
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(
        f"{TAIWAN}\n\n4.584 orang. [1] Menurut ringkasan dari Kantor Berita Contoh (4 November 2025): “{FIGURES}” [1]"
    )
    assert "[2] Pekerja migran Lampung dalam angka. Tanya Lampung. 4 November 2025." in text
    assert text.endswith(page.url)


def test_a_thumb_down_asks_for_a_word_and_both_are_stored(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page()
    ask(page, TAIWAN)
    page.get_by_role("button", name="Tidak membantu").click()
    page.get_by_label("Apa yang perlu diperbaiki?").fill("Kurang rinci")
    page.get_by_role("button", name="Kirim").click()
    expect(page.locator("[data-thanks]")).to_be_visible()
    (row,) = rated(Database(tmp_path / "browser.sqlite"))
    assert (row.kind, row.comment, row.question) == ("down", "Kurang rinci", TAIWAN)


def test_the_whole_way_by_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Pertanyaan Anda")).to_be_focused()
    page.keyboard.type(TAIWAN)
    page.keyboard.press("Enter")
    expect(page.locator(".short-answer")).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.className") == "cite":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "cite"


def shades(page: Page) -> tuple[str, str]:
    return page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")


def test_a_dark_device_gets_the_dark_page_and_the_switch_stays(open_page: OpenPage) -> None:
    dark = ["rgb(24, 17, 18)", "rgb(244, 235, 224)"]
    page = open_page(color_scheme="dark")
    assert shades(page) == dark
    with page.expect_response("**/tampilan"):
        page.get_by_role("button", name="Ganti ke tampilan terang").click()
    page.reload()
    assert shades(page) == ["rgb(251, 247, 240)", "rgb(36, 26, 25)"]
