"""What one can do with an answer beside reading it: come back, undo, change, save, print, listen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument

from rag.settings import Settings
from tests.browser.conftest import OpenPage, ask, new_page, serving
from tests.web.fakes import FIGURES, FakePipeline

pytestmark = pytest.mark.browser

TAIWAN = "Berapa pekerja migran di Taiwan?"
ADDRESS = re.compile(r"/answers/[0-9a-f]{32}$")


def test_the_address_of_the_page_is_that_of_the_newest_answer_and_shows_all_of_it_again(
    open_page: OpenPage, pipeline: FakePipeline
) -> None:
    page = open_page()
    ask(page, TAIWAN)
    first = page.url
    ask(page, "Sampai kapan?")
    assert page.url != first
    expect(page).to_have_title("Sampai kapan? – Tanya Lampung")
    expect(page).to_have_url(ADDRESS)
    elsewhere = new_page(page.context.browser)
    elsewhere.goto(page.url)
    expect(elsewhere.locator(".question")).to_have_text([TAIWAN, "Sampai kapan?"])
    elsewhere.context.close()
    assert len(pipeline.questions) == 2


def test_a_link_to_the_answer_is_copied(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ask(page, TAIWAN)
    page.get_by_role("link", name="Tautan").click()
    expect(page.get_by_text("Tautan tersalin").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_conversation_that_was_put_away_can_be_brought_back(open_page: OpenPage, pipeline: FakePipeline) -> None:
    page = open_page()
    ask(page, TAIWAN)
    address = page.url
    page.get_by_role("link", name="Percakapan baru").click()
    expect(page.locator(".turn")).to_have_count(0)
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.locator(".question")).to_have_text([TAIWAN])
    assert page.url == address
    ask(page, "Sampai kapan?")
    assert pipeline.questions[-1].history[0].question == TAIWAN


def test_what_was_asked_is_listed_on_this_device_until_it_is_cleared(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    ask(page, "Sampai kapan?")
    last = page.url
    page.get_by_role("link", name="Percakapan baru").click()
    expect(page.locator("[data-device-list] a")).to_have_text([TAIWAN])
    page.get_by_role("link", name=TAIWAN).click()
    expect(page).to_have_url(last)
    page.goto("/")
    page.get_by_role("button", name="Hapus daftar").click()
    expect(page.get_by_text("Sudah dihapus.")).to_be_visible()
    page.reload()
    expect(page.locator("[data-device]")).to_be_hidden()


def test_a_question_is_changed_and_asked_again_in_its_place(open_page: OpenPage, pipeline: FakePipeline) -> None:
    page = open_page()
    ask(page, TAIWAN)
    ask(page, "Sampai kapan?")
    page.get_by_role("link", name="Ubah pertanyaan").last.click()
    expect(page.locator(".question")).to_have_text([TAIWAN])
    expect(page.get_by_label("Pertanyaan Anda")).to_have_value("Sampai kapan?")
    ask(page, "Sejak kapan?")
    expect(page.locator(".question")).to_have_text([TAIWAN, "Sejak kapan?"])
    assert pipeline.questions[-1].history[0].question == TAIWAN


def test_a_paste_that_is_too_long_is_kept_whole_and_says_by_how_much(
    open_page: OpenPage, pipeline: FakePipeline
) -> None:
    page = open_page()
    page.get_by_label("Pertanyaan Anda").fill("a" * 2010)
    expect(page.get_by_text("Kelebihan 10 karakter.").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Pertanyaan Anda")).to_have_value("a" * 2010)
    assert pipeline.questions == []


def test_the_field_hides_neither_what_has_the_focus_nor_the_end_of_an_answer(open_page: OpenPage) -> None:
    page = open_page(width=360, height=640)
    ask(page, TAIWAN)
    page.get_by_label("Pertanyaan Anda").fill("baris\n" * 6)
    for control in page.locator(".answer :is(a, button, summary)").all():
        if not control.is_visible():
            continue
        control.focus()
        page.wait_for_timeout(30)
        covered = page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                return box.bottom > document.querySelector('[data-composer]').getBoundingClientRect().top + 16;
            }"""
        )
        assert not covered, control.inner_text()


def test_two_answers_and_their_sources_are_printed_on_one_sheet(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    ask(page, "Ada kapal ke Malaysia?")
    sheets = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(sheets) == 1
    said = " ".join(sheets[0].get_textpage().get_text_range().split())
    assert "[2] Pekerja migran Lampung dalam angka. Tanya Lampung. 4 November 2025" in said
    assert said.count(FIGURES) == 1
    assert "Salin" not in said


def test_reading_aloud_is_offered_where_a_voice_speaks_the_language(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, TAIWAN)
    button = page.locator("[data-speak]")
    page.evaluate("document.documentElement.dataset.voices = 'en fr'")
    expect(button).to_be_hidden()
    page.evaluate(
        """() => {
            document.documentElement.dataset.voices = 'en id';
            window.said = [];
            window.speechSynthesis.speak = (one) => window.said.push([one.lang, one.text]);
        }"""
    )
    button.click()
    expect(button).to_have_text("Berhenti membaca")
    said = page.evaluate("window.said")
    assert said[0] == ["id", "4.584 orang"]
    assert FIGURES in said[1][1]
    button.click()
    expect(button).to_have_text("Bacakan")


def test_larger_type_is_in_place_at_once_and_stays(open_page: OpenPage) -> None:
    page = open_page()
    with page.expect_response("**/tampilan"):
        page.get_by_role("button", name="Huruf lebih besar").click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"
    page.goto("/how")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"


def test_sources_can_be_reached_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(width=320)
    ask(page, TAIWAN)
    page.get_by_role("navigation").get_by_role("link", name="Sumber").click()
    expect(page.get_by_role("heading", name="Sumber")).to_be_visible()


def test_below_a_path_the_script_stays_there(browser: Browser, pipeline: FakePipeline, tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database=tmp_path / "below.sqlite", base_path="/tanya")
    with serving(settings, pipeline) as url:
        page = new_page(browser)
        outside: list[str] = []
        page.on("request", lambda one: None if one.url.startswith(f"{url}/tanya/") else outside.append(one.url))
        page.goto(f"{url}/tanya/")
        ask(page, TAIWAN)
        expect(page).to_have_url(re.compile("/tanya/answers/[0-9a-f]{32}$"))
        page.locator(".cite").first.click()
        expect(page.locator("dialog mark")).to_have_text(FIGURES)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Ya, membantu").click()
        expect(page.locator("[data-thanks]")).to_be_visible()
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
        expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
        page.get_by_role("link", name="New conversation").click()
        page.get_by_role("button", name="Bring it back").click()
        expect(page.locator(".question")).to_have_text([TAIWAN])
        page.context.close()
    assert outside == []
