import threading

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, ask
from tests.patience import PATIENCE_S
from tests.web.fakes import FIGURES, FakePipeline

pytestmark = pytest.mark.browser

TAIWAN = "Berapa pekerja migran di Taiwan?"


def test_the_language_switch_stays_and_keeps_the_conversation(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    page.reload()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    ask(page, "How many went to Taiwan?")
    expect(page.locator(".answer-body").last.locator("span[lang=id]")).to_have_text(f"“{FIGURES}” 1")


def test_the_frame_of_an_answer_keeps_the_language_of_its_question(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    ask(page, "How many people from Lampung went to Taiwan?")
    for language in ("English", "Bahasa Indonesia"):
        expect(page.get_by_role("button", name="Salin")).to_have_count(1)
        expect(page.get_by_role("button", name="Copy")).to_have_count(1)
        page.get_by_role("link", name=language).click()


def test_a_switch_after_a_shared_link_keeps_what_was_asked_since(open_page: OpenPage, pipeline: FakePipeline) -> None:
    page = open_page("/?q=Berapa+ke+Taiwan%3F")
    ask(page, "Sampai kapan?")
    page.get_by_role("link", name="English").or_(page.get_by_role("button", name="English")).click()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.locator(".question")).to_have_text(["Berapa ke Taiwan?", "Sampai kapan?"])
    assert len(pipeline.questions) == 2  # nothing is asked again
    ask(page, "Sampai kapan?")
    assert [turn.question for turn in pipeline.questions[-1].history] == ["Berapa ke Taiwan?", "Sampai kapan?"]


def test_a_switch_while_an_answer_is_awaited_or_half_written_loses_neither(
    open_page: OpenPage, pipeline: FakePipeline
) -> None:
    go_on = threading.Semaphore(0)
    pipeline.hold = lambda: go_on.acquire(timeout=PATIENCE_S)
    page = open_page()
    page.get_by_label("Pertanyaan Anda").fill(TAIWAN)
    page.keyboard.press("Enter")
    expect(page.locator(".waiting [data-partial] p")).to_have_count(1)
    page.get_by_label("Pertanyaan Anda").fill("Lalu berap")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("Your question")).to_have_value("Lalu berap")
    go_on.release(20)
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    expect(page.get_by_role("button", name="Salin")).to_have_count(1)
